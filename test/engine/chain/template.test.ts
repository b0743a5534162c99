import type { IDataObject } from 'n8n-workflow';

import { isFull, useChain } from './support';

/** The demo runs it with 200. */
const PEOPLE = isFull ? 200 : 50;

const chain = useChain({ people: PEOPLE, days: 62 });

const COUNTS = ['read', 'eligible', 'registered', 'rejected', 'unmapped', 'later', 'held', 'marked'];
const EQUAL = { equal: true, missing: [], extra: [], different: [], duplicateLines: 0 };

/** The figures of a run as the reference counts them: its `unmapped` are all rows that become no line. */
const figuresOf = (summary: IDataObject = {}) =>
	Object.fromEntries(COUNTS.map((name) => [name, name === 'unmapped' ? ['unmapped', 'notExported', 'toConfirm', 'noEmployment'].reduce((sum, part) => sum + Number(summary[part]), 0) : summary[name]]));

const payPeople = async () => (await chain.control.state('kmdOpus')).payments;

test(`two months of ${PEOPLE} people come out as the reference says, line by line, and a second run adds nothing`, async () => {
	const foreign = (await payPeople()).filter(({ Indv_Bemaerkning_1 }) => Indv_Bemaerkning_1 !== 'Capitech');
	const expected = await chain.expectedCounts();
	const { summary, attention, result } = await chain.run();
	expect(result.error).toBeUndefined();
	expect(figuresOf(summary)).toEqual(Object.fromEntries(COUNTS.map((name) => [name, expected[name]])));
	expect(summary).toMatchObject({ unchanged: 0, unmarkedThoughDone: 0, statusNotSet: 0 });
	expect(await chain.compare()).toMatchObject({ ...EQUAL, marks: { expected: expected.marked, actual: expected.marked, wrong: [] } });

	const { rejected, unmapped, notExported, later, held } = expected;
	expect(attention).toHaveLength(rejected + unmapped - notExported + later + held + Number(summary?.unaccounted));
	expect(attention.filter(({ reason }) => !reason)).toEqual([]);
	const lines = await chain.payments();

	const second = await chain.runToEnd();
	expect(second).toMatchObject({ read: expected.read, registered: 0, marked: 0, rejected, unmapped: unmapped - notExported, later, held });
	expect(await chain.payments()).toEqual(lines);
	expect(await chain.compare()).toMatchObject(EQUAL);
	expect((await payPeople()).filter(({ Indv_Bemaerkning_1 }) => Indv_Bemaerkning_1 !== 'Capitech')).toEqual(foreign);
});

test('a period without rows gives a summary of zeros, and Opus is only read', async () => {
	const { summary, attention, result } = await chain.run({ settings: { fromDate: '2025-01-01', toDate: '2025-02-15' } });
	expect(result.status).toBe('success');
	expect(Object.values(summary ?? {}).filter((value) => typeof value === 'number' && value !== 0)).toEqual([]);
	expect(Object.keys(summary ?? {})).toEqual(expect.arrayContaining([...COUNTS, 'unchanged', 'notExported', 'notApproved', 'open', 'alreadyMarked', 'unmarkedThoughDone']));
	expect(attention).toEqual([]);
	expect(new Set((await chain.control.journal({ service: 'kmdOpus' })).map(({ operation }) => operation))).toEqual(new Set(['read-onetime-payments']));
	expect(await chain.writes()).toEqual([]);
});
