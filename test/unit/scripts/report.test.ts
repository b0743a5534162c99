import { capitechToOpus } from '../../../scripts/demo/chains/capitechToOpus.ts';
import { reportOf, tableOf } from '../../../scripts/demo/report.ts';

const counts = {
	read: 20,
	eligible: 10,
	registered: 5,
	rejected: 1,
	unmapped: 2,
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

	it('shows problems under the table', () => {
		const table = tableOf(capitechToOpus, { ...result, problems: ['marked: 3 instead of 4.'] });
		expect(table).toContain('NOT as expected');
		expect(table).toContain('! marked: 3 instead of 4.');
	});
});
