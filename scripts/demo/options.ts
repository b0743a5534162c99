import { parseArgs } from 'node:util';
import { DateTime } from 'luxon';
import type { WorldSize } from '../sandbox.ts';

export type DemoOptions = {
	/** End after the runs, with an exit code that tells whether all was as expected. */
	once: boolean;
	/** Where the figures go as JSON. */
	report?: string;
	world: WorldSize;
};

/** The demo's command line: `--once`, `--report FILE`, `--people N`, `--days N`. */
export function readOptions(args: string[]): DemoOptions {
	const { values } = parseArgs({
		args,
		options: {
			once: { type: 'boolean', default: false },
			report: { type: 'string' },
			people: { type: 'string', default: '200' },
			days: { type: 'string', default: '62' },
		},
	});
	return {
		once: values.once,
		report: values.report,
		world: {
			seed: 7,
			people: positive('people', values.people),
			days: positive('days', values.days),
			until: yesterdayInOslo(),
		},
	};
}

/** The last day of the demo's world: the templates fetch up to yesterday, as Capitech counts days. */
export function yesterdayInOslo(): string {
	return DateTime.now().setZone('Europe/Oslo').minus({ days: 1 }).toFormat('yyyy-MM-dd');
}

function positive(name: string, text: string): number {
	const value = Number(text);
	if (Number.isInteger(value) && value > 0) return value;
	throw new Error(`--${name} takes a whole number above zero, not '${text}'`);
}
