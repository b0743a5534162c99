import type { IDataObject } from 'n8n-workflow';

import { LinaBench } from './lina';
import { created, worked } from './shift';

const lina = new LinaBench();

let person: string;
let colleague: string;
beforeEach(async () => {
	[person, colleague] = await lina.consenting();
});

describe('Check Afterwards', () => {
	const checked = async (items: IDataObject[], rule: { kind: string } & IDataObject) => {
		await lina.faults('saveShift', { ...rule, every: 1 });
		const rows = await created(lina, items, { options: { checkAfterwards: true } });
		return rows.map(({ outcome, messages }) => [outcome, (messages as IDataObject[]).filter(({ type }) => type !== 'E').map(({ text }) => text)]);
	};

	test('tells how many shifts with the same times LINA lists, of whomever; the outcome stays unknown', async () => {
		const one = expect.stringMatching(/LINA lists one shift with exactly these times/);
		const two = expect.stringMatching(/LINA lists 2 shifts with exactly these times/);
		expect(await checked([worked(person), worked(colleague, { to: '22:31' })], { kind: 'reset-after' })).toEqual([['unknown', [one]], ['unknown', [one]]]);
		await lina.control.faults();
		expect(await checked([worked(colleague)], { kind: 'reset-after' })).toEqual([['unknown', [two]]]);
	});

	test('tells of none where nothing was stored', async () => {
		expect(await checked([worked(person)], { kind: 'reset-before' })).toEqual([['unknown', [expect.stringMatching(/LINA lists no shift with exactly these times/)]]]);
	});

	test('finds a split shift by both its parts', async () => {
		await lina.faults('saveShift', { kind: 'reset-after', every: 1 });
		const additionalFields = { from2: '23:00', to2: '23:30' };
		const [json] = await created(lina, [worked(person)], { additionalFields, options: { checkAfterwards: true } });
		expect(json.messages).toContainEqual(expect.objectContaining({ text: expect.stringMatching(/lists one shift/) }));
	});

	test('finds it in either pair, and where numbers are texts', async () => {
		await lina.control.switches({ 'lina.plainShiftPair': 'first', 'lina.numbersAsText': true });
		expect(await checked([worked(person)], { kind: 'reset-after' })).toEqual([['unknown', [expect.stringMatching(/lists one shift/)]]]);
	});

	test('asks once for a day, after all is sent, and not at all where nothing is unknown', async () => {
		await checked([worked(person), worked(colleague)], { kind: 'reset-after' });
		expect((await lina.sent()).map(({ operation }) => operation)).toEqual(['saveShift', 'saveShift', 'acceptedworkingtimes']);
		await lina.reset();
		await created(lina, [worked(person)], { options: { checkAfterwards: true } });
		expect((await lina.sent()).map(({ operation }) => operation)).toEqual(['saveShift']);
	});

	test('that does not succeed is told, and changes nothing', async () => {
		await lina.control.faults(
			{ service: 'lina', operation: 'saveShift', kind: 'reset-after', every: 1 },
			{ service: 'lina', operation: 'acceptedworkingtimes', kind: 'status', status: 500, every: 1 },
		);
		const [json] = await created(lina, [worked(person)], { options: { checkAfterwards: true } });
		expect(json).toMatchObject({ outcome: 'unknown' });
		expect(json.messages).toContainEqual(expect.objectContaining({ type: 'W', text: expect.stringContaining('could not be read') }));
	});
});
