import { join } from 'node:path';
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import type { NodeResult } from '../support';
import { describeParameters, runNode } from '../support';

type SetClock = (clock?: { now: () => Date }) => void;

const setClock = async (): Promise<SetClock> => ((await import(join(process.cwd(), 'dist/nodes/kit/clock.js'))) as { setClock: SetClock }).setClock;

/** 00:20 on a Tuesday in Denmark. */
beforeAll(async () => (await setClock())({ now: () => new Date('2026-12-14T23:20:00Z') }));
afterAll(async () => (await setClock())());

const base = { resource: 'akasse', operation: 'planClosings', akasseCode: { __rl: true, mode: 'id', value: '901' }, closeAt: '00:00', keepDays: 92, language: 'en' };

const interval = (ugedag: number): IDataObject => ({ ugedag, aabningstidspunkt: '09:00', lukketidspunkt: '15:00' });
const record = (akasseKode = '901'): IDataObject => ({ akasseKode, akasseAabningstider: [interval(2), interval(3)], akasseTelefontider: [interval(2)] });

const row = (id: number, fields: IDataObject): IDataObject => ({ id, akasseKode: '901', date: '2026-12-15', which: 'opening', hours: 'closed', state: 'planned', before: '', reason: '', createdAt: '2026-12-01', ...fields });

/** Of both a-kasser: something to put back, and something that ended long ago. */
const ROWS = ['901', '902'].flatMap((akasseKode, at) => [
	row(10 * at + 1, { akasseKode, date: '2026-12-14', state: 'closed', before: '10:00-12:00' }),
	row(10 * at + 2, { akasseKode }),
	row(10 * at + 3, { akasseKode, which: 'phone', hours: '10:00-11:00' }),
	row(10 * at + 4, { akasseKode, date: '2026-09-20', state: 'stopped', reason: 'missed' }),
]);

const run = async (items: IDataObject[], parameters: INodeParameters = {}): Promise<NodeResult> => await runNode({ type: 'starAkasse', parameters: { ...base, ...parameters }, items });

const told = ({ outputs, error }: NodeResult): IDataObject[] | string => error?.message ?? (outputs[0] ?? []).map(({ json }) => json);

const observe = async ({ akasseCode, ...parameters }: INodeParameters) => {
	const { value } = akasseCode as { value: string };
	return { sent: null, got: told(await run([record(value), ...ROWS], { akasseCode, ...parameters })) };
};

describeParameters({
	node: 'starAkasse',
	resource: 'akasse',
	operation: 'planClosings',
	base,
	run: observe,
	cases: {
		akasseCode: { values: [base.akasseCode, { ...base.akasseCode, value: '902' }], differs: 'got' },
		closeAt: { values: ['00:00', '00:30'], differs: 'got' },
		keepDays: { values: [92, 30], differs: 'got' },
		language: { values: ['da', 'en'], differs: 'got' },
	},
});

describe('a plan of closings', () => {
	it('has an item for each row, and one for the update, in any order of the input', async () => {
		const ofAnother = ROWS.slice(4);
		const items = told(await run([ROWS[2], {}, record(), ROWS[1], ...ofAnother, ROWS[0], ROWS[3]])) as IDataObject[];
		expect(items).toEqual([
			expect.objectContaining({ step: 'keep', id: '3', which: 'phone', state: 'closing', before: '09:00-15:00', stands: '09:00-15:00', isForHuman: false, text: 'Tuesday 2026-12-15, phone hours: 09:00-15:00 → 10:00-11:00 (being changed).' }),
			expect.objectContaining({ step: 'keep', id: '2', which: 'opening', state: 'closing', before: '09:00-15:00' }),
			expect.objectContaining({ step: 'keep', id: '1', state: 'restoring', before: '10:00-12:00' }),
			expect.objectContaining({ step: 'unchanged', id: '4', state: 'stopped', isForHuman: true, text: expect.stringContaining('No run came by that night') }),
			{
				step: 'update',
				akasseKode: '901',
				openingDays: { 1: '10:00-12:00', 2: 'closed' },
				phoneDays: { 2: '10:00-11:00' },
				expectedFingerprint: expect.stringMatching(/^[0-9a-f]{32}$/),
				text: 'Monday, opening hours: closed → 10:00-12:00; Tuesday, opening hours: 09:00-15:00 → closed; Tuesday, phone hours: 09:00-15:00 → 10:00-11:00',
			},
		]);
	});

	it('tells people in Danish, what is planned and what it would change', async () => {
		const items = told(await run([record(), row(7, { date: '2026-12-23' })], { language: 'da' }));
		expect(items).toEqual([expect.objectContaining({ step: 'unchanged', state: 'planned', stands: '09:00-15:00', text: 'onsdag 23.12.2026, åbningstider: 09:00-15:00 → lukket (planlagt).' })]);
	});

	it('says when Jobnet will not show it', async () => {
		(await setClock())({ now: () => new Date('2026-12-15T07:00:00Z') });
		const items = told(await run([record(), row(7, {})]));
		(await setClock())({ now: () => new Date('2026-12-14T23:20:00Z') });
		expect(items).toEqual([expect.objectContaining({ state: 'closing', isForHuman: true, text: expect.stringContaining('after 05:40') }), expect.objectContaining({ step: 'update' })]);
	});

	it.each<[string, IDataObject[], RegExp]>([
		['no a-kasse', [row(1, {})], /hold no a-kasse/],
		['two of them', [record(), record()], /hold more than one a-kasse, items 0 and 1/],
		['another one', [record('902')], /'item 0' is not a-kasse 901/],
		['what failed before', [record(), { error: 'x' }], /were not read/],
		['a date that is none', [record(), row(1, { date: '2026-02-30' })], /row 1, date' is not a date/],
		['a row of no a-kasse', [record(), row(1, { akasseKode: '' })], /akasseKode' is empty/],
		['neither opening nor phone hours', [record(), row(1, { which: 'both' })], /which' is none of its values/],
		['a state that is none', [record(), row(1, { state: 'open' })], /state' is none of its values/],
		['no hours', [record(), row(1, { hours: '' })], /hours' is empty/],
		['hours that are none', [record(), row(1, { hours: 'from nine' })], /hours' is not understood/],
		['hours that overlap', [record(), row(1, { hours: '09:00-12:00, 11:00-13:00' })], /not accepted: Tuesday 09:00-12:00 and 11:00-13:00 overlap/],
		['a closed day with nothing to put back', [record(), row(1, { state: 'closed' })], /before' is empty/],
	])('is refused with %s', async (_name, items, message) => {
		const { outputs, error } = await run(items);
		expect(outputs[0] ?? []).toEqual([]);
		expect(error?.message).toMatch(message);
	});
});
