import type { Records } from '../service.ts';
import type { CostCenter, Employment, PayElement, PayPeriod, PspElement } from '../world/types.ts';
import type { ExpectedLine } from './lines.ts';

/** What payroll says to a line. */
export type Verdict = 'registered' | 'rejected' | 'later';

/** Judges lines by Opus's own master data (kmd-opus.md 4.4). */
export class OpusJudge {
	readonly #employments: ReadonlyMap<string, Employment>;
	readonly #open: ReadonlySet<string>;
	readonly #closedPeriods: readonly PayPeriod[];

	/** `refusesClosedPeriods` as the sandbox's switch `kmdOpus.closedPeriod` says. */
	constructor(kmdOpus: Records, refusesClosedPeriods: boolean) {
		const employments = kmdOpus.employments as Employment[];
		this.#employments = new Map(employments.map((employment) => [employment.Medarbejdernummer, employment]));
		this.#open = new Set([
			...(kmdOpus.costCenters as CostCenter[]).filter((row) => !row.Spaerret).map((row) => row.Omkostningssted),
			...(kmdOpus.pspElements as PspElement[]).filter((row) => !row.Spaerret).map((row) => row.PSP_Element),
			...(kmdOpus.payElements as PayElement[]).map((row) => `${row.Loenart}/${row.Loebenummer}`),
		]);
		const periods = refusesClosedPeriods ? (kmdOpus.payPeriods as PayPeriod[]) : [];
		this.#closedPeriods = periods.filter((period) => period.Lukket);
	}

	/** A line of nothing needs no posting, so that nothing but the employee is asked for. */
	judge(line: ExpectedLine): Verdict {
		const employment = this.#employments.get(line.Medarbejdernummer);
		if (employment === undefined) return 'rejected';
		if (line.Antal === 0 && line.Beloeb === 0) return 'registered';
		if (employment.Laast) return 'later';
		const named = [line.Afv_Omkostningssted, line.Afv_PSP_Element, `${line.Loenart}/${line.Loebenummer}`];
		const isEmployed = employment.Fra <= line.Startdato && line.Startdato <= employment.Til;
		const isClosed = this.#closedPeriods.some(({ Fra, Til }) => Fra <= line.Startdato && line.Startdato <= Til);
		const isGood = isEmployed && !isClosed && named.every((name) => name === '' || this.#open.has(name));
		return isGood ? 'registered' : 'rejected';
	}
}
