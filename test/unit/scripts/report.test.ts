import { capitechToOpus } from '../../../scripts/demo/chains/capitechToOpus.ts';
import { linaToPersonalemappe } from '../../../scripts/demo/chains/linaToPersonalemappe.ts';
import { reportOf, tableOf } from '../../../scripts/demo/report.ts';

const counts = {
	read: 20,
	eligible: 10,
	registered: 5,
	rejected: 1,
	unmapped: 2,
	notExported: 1,
	later: 1,
	held: 1,
	marked: 4,
};
const result = {
	name: 'capitech-to-opus',
	expected: counts,
	first: { ...counts, unchanged: 0 },
	second: { ...counts, registered: 0, unchanged: 5, marked: 0 },
	seconds: 1.234,
	problems: [],
};

describe("the demo's figures", () => {
	it('count every row that becomes no line as unmapped, for whatever reason', () => {
		const summary = { eligible: 14, unmapped: 5, notExported: 4, toConfirm: 3, noEmployment: 2 };
		expect(capitechToOpus.figures(summary)).toEqual({ ...summary, unmapped: 14 });
	});
});

describe("the demo's settings", () => {
	const world = { seed: 7, people: 40, days: 20 };

	it('let a start by hand post, and change nothing else where the world is as long as the template fetches', () => {
		expect(capitechToOpus.settings({ ...world, days: 62 })).toEqual({ postOnManualStart: true });
	});

	it('fetch from further back where the world is longer', () => {
		const { fromDate } = capitechToOpus.settings({ ...world, days: 90 });
		expect(fromDate).toContain('days: 90');
	});
});

describe("the demo's report", () => {
	it('gives the counts of the first run, what was expected, and what the second run added', () => {
		expect(reportOf('2.41.1', [{ chain: capitechToOpus, result }])).toEqual({
			n8n: '2.41.1',
			chains: [
				{
					name: 'capitech-to-opus',
					expected: counts,
					...counts,
					seconds: 1.2,
					secondRun: { registered: 0, marked: 0 },
					problems: [],
				},
			],
		});
	});

	it('gives consents, documents and the human list of the chain that pushes start, and no more of its second run than what it added', () => {
		const found = { consents: 8, filed: 6, withdrawn: 1, human: 3 };
		const live = { name: 'lina-to-personalemappe', expected: found, first: found, second: { ...found, filed: 0, withdrawn: 0, erased: 0, unchanged: 5 }, seconds: 62.04, problems: [] };
		expect(reportOf('2.41.1', [{ chain: linaToPersonalemappe, result: live }]).chains).toEqual([
			{ name: 'lina-to-personalemappe', expected: found, ...found, seconds: 62, secondRun: { filed: 0, withdrawn: 0, erased: 0 }, problems: [] },
		]);
	});

	it('shows problems under the table', () => {
		const table = tableOf(capitechToOpus, { ...result, problems: ['marked: 3 instead of 4.'] });
		expect(table).toContain('NOT as expected');
		expect(table).toContain('! marked: 3 instead of 4.');
	});
});
