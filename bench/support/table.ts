/** One line of the table. */
export interface Row {
	/** What was done. */
	what: string;
	/** How much of it. */
	size: string;
	/** What the node makes of it in n8n's engine. */
	node: string;
	/** The plain baseline in the same run. */
	plain: string;
	/** How many times as long the node took as the baseline. */
	ratio: string;
	/** What else was counted. */
	beside: string;
}

const HEAD: Row = { what: 'operation', size: 'size', node: 'node', plain: 'baseline', ratio: 'ratio', beside: 'beside that' };

const COLUMNS = Object.keys(HEAD) as Array<keyof Row>;

/** A whole number with a comma at the thousands. */
export const whole = (value: number): string => Math.round(value).toLocaleString('en-US');

export const times = (ratio: number): string => `${ratio.toFixed(ratio < 10 ? 2 : 1)} ×`;

export const perSecond = (count: number, seconds: number, unit: string): string => `${whole(count / seconds)} ${unit}/s`;

export const milliseconds = (seconds: number): string => `${whole(seconds * 1000)} ms`;

export const megabytes = (bytes: number): string => `${whole(bytes / 1024 ** 2)} MB`;

export const microsecondsEach = (seconds: number): string => `${(seconds * 1e6).toFixed(1)} µs/row`;

/** The rows as a Markdown table with aligned columns. */
export function renderTable(rows: Row[]): string {
	const width = (column: keyof Row) => Math.max(...[HEAD, ...rows].map((row) => row[column].length));
	const line = (row: Row) => `| ${COLUMNS.map((column) => row[column].padEnd(width(column))).join(' | ')} |`;
	const rule = `|${COLUMNS.map((column) => '-'.repeat(width(column) + 2)).join('|')}|`;
	return [line(HEAD), rule, ...rows.map(line)].join('\n');
}
