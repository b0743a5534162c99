import type { IDataObject } from 'n8n-workflow';

import type { Chain, Comparison } from './support';
import { isFull, some, useChain } from './support';

/** For each combination; `CHAIN_MONTHS` gives another number. In the short run a quarter of the combinations have one. */
const MONTHS = Number(process.env.CHAIN_MONTHS ?? (isFull ? 50 : 1));

const HOUR = 3_600_000;

/** How the open questions of the contracts are answered in a month. */
export interface Combination {
	editClearsStatus: boolean;
	editClearsApprovals: boolean;
	atomicity: string;
	updateIdRepeat: string;
}

const combinationsWith = (editClearsStatus: boolean): Combination[] =>
	[true, false].flatMap((editClearsApprovals) =>
		['allOrNothing', 'perLine'].flatMap((atomicity) => ['honoured', 'ignored'].map((updateIdRepeat) => ({ editClearsStatus, editClearsApprovals, atomicity, updateIdRepeat }))),
	);

/** The places of a run at which the manager may be at work. */
const MOMENTS = ['Rows and Employees', 'Goes to Payroll?', 'All Rows', 'All Posted Rows', 'Set a Status?', 'All Settled Rows'];

/** Who is at work in a month: a manager between the runs and during them. */
class Month {
	private script: number;

	constructor(
		private readonly chain: Chain,
		private readonly seed: number,
	) {
		this.script = seed * 1000;
	}

	async begin({ editClearsStatus, editClearsApprovals, atomicity, updateIdRepeat }: Combination): Promise<void> {
		await this.chain.reset({ seed: this.seed });
		await this.chain.control.switches({
			'capitech.editClearsStatus': editClearsStatus,
			'capitech.editClearsApprovals': editClearsApprovals,
			'kmdOpus.atomicity': atomicity,
			'kmdOpus.updateIdRepeat': updateIdRepeat,
		});
	}

	async edit(edits: number): Promise<void> {
		await this.chain.control.manager({ seed: this.script++, edits });
	}

	/** Runs day by day and in full, with edits before each run and in its midst. */
	async pass(): Promise<void> {
		for (const [at, from] of ['Every Night', 'Every Hour', 'Every Hour', 'Every Night', 'Every Hour'].entries()) {
			const moment = MOMENTS[(this.seed + at) % MOMENTS.length];
			await this.chain.runToEnd({ from, meanwhile: { [moment]: async () => await this.edit(3) } });
			await this.chain.advance(5 * HOUR);
			await this.edit(8);
			await this.chain.advance(HOUR);
		}
	}
}

const uidOf = (reference: unknown): number => parseInt(String(reference).split(':')[1], 36);

/** What differs from the reference and is not on the human list: lines by their reference, marks by their registration. */
async function unexplained(chain: Chain, attention: IDataObject[]): Promise<string[]> {
	const listed = new Set(attention.map(({ reference }) => reference));
	const registrations = new Set(attention.map(({ uid }) => Number(uid)));
	const { missing, extra, different, duplicateLines, marks }: Comparison = await chain.compare();
	const lines = Object.entries({ missing, extra, different }).flatMap(([name, list]) => list.filter(({ reference }) => !listed.has(reference)).map((entry) => `${name}: ${JSON.stringify(entry)}`));
	const wrong = marks.wrong.filter(({ uid }) => !registrations.has(Number(uid))).map((entry) => `marks: ${JSON.stringify(entry)}`);
	return [...lines, ...wrong, ...(duplicateLines ? [`${duplicateLines} lines are there twice`] : [])];
}

/** Hourly pay that stands for rows of employees who are paid by the month, and are not on the human list. */
async function paidTwice(chain: Chain, attention: IDataObject[]): Promise<string[]> {
	const listed = new Set(attention.map(({ reference }) => reference));
	const { employees, transactions } = await chain.control.state('capitech');
	const monthly = new Set(employees.filter(({ wageGroupId, clientId }) => wageGroupId === 2 && clientId === 100).map(({ employeeId }) => employeeId));
	const theirs = new Set(transactions.filter(({ employeeId, clientId }) => clientId === 100 && monthly.has(employeeId)).map(({ uid }) => Number(uid)));
	const sums = new Map<string, number>();
	for (const { Loenart, Antal, Indv_Bemaerkning_2: remark } of await chain.payments()) {
		const reference = remark.split('#')[0];
		if (Loenart === '0310' && theirs.has(uidOf(reference)) && !listed.has(reference)) sums.set(reference, (sums.get(reference) ?? 0) + Math.round(Antal * 100));
	}
	return [...sums].filter(([, sum]) => sum !== 0).map(([reference]) => reference);
}

/**
 * Tries months of a firm, small enough for many of them, with a manager at work between and during the runs. Each ends as the reference says, but for what stands
 * on the human list.
 */
export function tryMonths(editClearsStatus: boolean): void {
	const chain = useChain({ people: 9, days: 31 });
	const combinations = some(combinationsWith(editClearsStatus), MONTHS > 1 ? Infinity : 2, 6);
	const first = editClearsStatus ? 1001 : 1;
	const cases = Array.from({ length: MONTHS }, (_, month) => combinations.map((combination, at) => ({ seed: first + month * combinations.length + at, ...combination }))).flat();

	test.each(cases)('month $seed (edits clear approvals: $editClearsApprovals, $atomicity, repeats $updateIdRepeat)', async ({ seed, ...combination }) => {
		const month = new Month(chain, seed);
		await month.begin(combination);
		await month.pass();
		await chain.runToEnd({ from: 'Every Night' });
		await chain.advance(5 * HOUR);
		const { attention, result } = await chain.run({ from: 'Every Night' });
		expect(result.error).toBeUndefined();
		expect(await unexplained(chain, attention)).toEqual([]);
		expect(await paidTwice(chain, attention)).toEqual([]);
		expect(attention.length).toBeLessThan((await chain.rows()).length / 3);
	});
}
