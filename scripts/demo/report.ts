import type { Chain, ChainResult, Counts } from './chain.ts';

/** The figures of a demo as `--report` writes them. */
export type Report = {
	n8n: string;
	chains: Array<Record<string, unknown>>;
};

/**
 * Of the approved hours all counts are rows (registration × category) except `marked`, which counts registrations; the
 * eligible ones are registered, rejected, unmapped, later or held. `unmapped` takes in every row that
 * becomes no line; those that the agreement leaves out on purpose are counted again as `notExported`.
 * Of a chain that pushes start, the counts are of all that its runs did until the first one by hand ended.
 */
export function reportOf(n8n: string, results: Array<{ chain: Chain; result: ChainResult }>): Report {
	return {
		n8n,
		chains: results.map(({ chain, result }) => ({
			name: result.name,
			expected: result.expected,
			...pick(result.first, chain.counts),
			seconds: Number(result.seconds.toFixed(1)),
			secondRun: pick(result.second, chain.additions),
			problems: result.problems,
		})),
	};
}

/** One chain as a table for the terminal: what was expected, what the first and the second run did. */
export function tableOf(chain: Chain, result: ChainResult): string {
	const rows: Array<[string, Counts]> = [
		['expected', result.expected],
		['first run', result.first],
		['second run', result.second],
	];
	const widths = chain.counts.map((count) => Math.max(count.length, 7));
	const line = (label: string, cells: string[]) =>
		`  ${label.padEnd(12)}${cells.map((cell, column) => cell.padStart(widths[column] + 2)).join('')}`;
	return [
		`${result.name}: ${result.problems.length === 0 ? 'all as expected' : 'NOT as expected'} (${result.seconds.toFixed(1)} s)`,
		line('', chain.counts),
		...rows.map(([label, counts]) =>
			line(label, chain.counts.map((count) => String(counts[count] ?? '–'))),
		),
		...result.problems.map((problem) => `  ! ${problem}`),
	].join('\n');
}

function pick(counts: Counts, names: string[]): Counts {
	return Object.fromEntries(names.map((name) => [name, counts[name]]));
}
