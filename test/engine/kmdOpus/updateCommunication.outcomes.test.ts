import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { useCommunication } from './communication';
import { communication, NUMBER, OPEN_END } from './employeeRecords';

const { opus, outcome, standing, put, writes, faults } = useCommunication();

describe('a lost answer', () => {
	test.each(['set', 'create', 'change', 'end', 'delete'])('is settled by reading back and never sent again (%s)', async (mode) => {
		if (mode !== 'set' && mode !== 'create') await put(communication('0010', 'gammel@b.example'));
		await faults({ kind: 'reset-after', every: 1 });
		const dates: INodeParameters = mode === 'end' ? { validTo: '2026-12-31' } : mode === 'delete' ? { validFrom: '' } : {};
		expect(await outcome({ mode, ...dates })).toMatchObject({ outcome: mode === 'delete' ? 'reversed' : 'registered' });
		expect(await writes()).toHaveLength(1);
	});

	test.each(['reset-before', 'soap-fault'])('of a request that was not acted upon leaves it open (%s)', async (kind) => {
		await faults({ kind, every: 1 });
		expect(await outcome()).toMatchObject({ outcome: 'unknown', messages: [{ type: 'W' }, { text: expect.stringContaining('Run it again') }] });
		expect(await writes()).toHaveLength(1);
		expect(await standing()).toEqual([]);
		await faults();
		expect(await outcome()).toMatchObject({ outcome: 'registered' });
	});

	test.each(['malformed', 'truncate'])('that is not whole counts as lost (%s)', async (kind) => {
		await faults({ kind, every: 1 });
		expect(await outcome()).toMatchObject({ outcome: 'registered', messages: [{ type: 'W' }] });
		expect(await writes()).toHaveLength(1);
	});

	test('stays open when reading back fails as well', async () => {
		await faults({ kind: 'reset-after', every: 1 }, { operation: 'Laes', kind: 'status', status: 503 });
		expect(await outcome({ options: { readFirst: false } })).toMatchObject({ outcome: 'unknown' });
		expect(await writes()).toHaveLength(1);
	});
});

describe('what the service says in its status', () => {
	test.each([
		[1, 'Ingen data', 'rejected'],
		[3, 'Behandles senere', 'unknown'],
		[99, 'Sag 1205551234 er oprettet', 'rejected'],
		[100, 'Ugyldig', 'rejected'],
		[101, 'Infotype 0105 kunne ikke opdateres', 'rejected'],
		[250, 'Ukendt', 'rejected'],
		[2, 'Proxykald fejlede', 'unknown'],
		[103, 'Tidsgrænsen er nået', 'unknown'],
	])('%i is told with its text', async (code, text, result) => {
		await faults({ kind: 'business-error', code, text });
		const told = await outcome();
		expect(told).toMatchObject({ outcome: result });
		expect((told.messages as IDataObject[])[0]).toMatchObject({ code: String(code), text });
		expect(told).not.toHaveProperty('error');
		expect(await writes()).toHaveLength(1);
	});

	test('102 gives the numbers suggested', async () => {
		await faults({ kind: 'business-error', code: 102, text: `Medarbejdernummer 0000${NUMBER} er slettet. Foreslået: 00069101.` });
		expect(await outcome()).toMatchObject({ outcome: 'rejected', suggestedEmployeeNumbers: ['69101'] });
	});

	test('a locked employee is refused by the service itself', async () => {
		await opus.control.put('kmdOpus', { employments: [{ Medarbejdernummer: NUMBER, Laast: true, Fra: '2020-01-01', Til: OPEN_END }] });
		expect(await outcome()).toMatchObject({ outcome: 'rejected', messages: [{ code: '101', text: 'Medarbejderen er låst.' }] });
	});

	test('what stands can not be read: nothing is sent', async () => {
		await faults({ operation: 'Laes', kind: 'business-error', code: 3, text: 'Senere' });
		expect(await outcome()).toMatchObject({ outcome: 'later' });
		await faults({ operation: 'Laes', kind: 'status', status: 503 });
		expect(await outcome()).toMatchObject({ outcome: 'later' });
		await faults({ operation: 'Laes', kind: 'business-error', code: 102, text: 'Foreslået: 00069101' });
		expect(await outcome()).toMatchObject({ outcome: 'rejected', suggestedEmployeeNumbers: ['69101'] });
		expect(await writes()).toEqual([]);
	});
});
