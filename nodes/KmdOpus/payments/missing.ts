import { cancelled, notSentOutcome } from '../../kit/outcome';
import type { Entry } from './batch';
import { EmployeeBatch } from './batch';
import type { RegisterOutcome, RegisterSettings } from './employees';
import { byEmployee } from './employees';
import type { Ledger } from './ledger';
import type { CostObject, RegisteredLine } from './line';
import type { Plan } from './plan';
import { planLine } from './plan';
import { Readings } from './readings';
import { MAX_LINES } from './service';
import { NO_STATEMENT, presentPosting, statementOf } from './statement';
import type { Wanted } from './wanted';

/** A line with what it is compared with and the plan that comes of it: the entry of a batch. */
interface Planned extends Entry, Plan {
	at: number;
	wanted: Wanted;
	/** The plan, were it made on what stands now. */
	planOn(now: Ledger): Plan;
}

const refusedHere = (text: string, code: string | null = null): RegisterOutcome => ({ outcome: 'rejected', messages: [{ type: 'E', code, text }] });

/** Why a plan is left to a human, if it is. */
function obstacleOf({ unplaced, closedDate, postings }: Plan, { period }: Wanted, maxRemark: number): RegisterOutcome | undefined {
	if (unplaced.length) {
		return refusedHere('An earlier posting has to be reversed, and KMD Opus does not tell on which cost object it stands. Reverse it by hand.');
	}
	if (closedDate) {
		const text = `A posting would be dated ${closedDate}, and the pay period is closed through ${period.closedThrough}: nothing of the line is posted. Post it by hand under this sender and reference, or let corrections go on the first open day or the original date, and run it again.`;
		return refusedHere(text, 'closedPeriod');
	}
	if (postings.some(({ remark }) => remark.length > maxRemark)) {
		return refusedHere(`The remark would be longer than ${maxRemark} characters with its revision`);
	}
	return undefined;
}

/** Lists of entries of at most MAX_LINES postings; an entry is never torn apart. */
function inRequests(entries: Planned[]): Planned[][] {
	const requests: Planned[][] = [];
	let room = 0;
	for (const entry of entries) {
		if (entry.postings.length > room) {
			requests.push([]);
			room = MAX_LINES;
		}
		requests[requests.length - 1].push(entry);
		room -= entry.postings.length;
	}
	return requests;
}

/** What stands under a line's reference on its former numbers, or the outcome of a line where that can't be read. */
async function readFormer({ line, formerNumbers }: Wanted, readings: Readings): Promise<RegisteredLine[] | RegisterOutcome> {
	const found: RegisteredLine[] = [];
	for (const [at, number] of formerNumbers.entries()) {
		const reading = await readings.of(number);
		if ('failure' in reading) {
			const outcome = notSentOutcome(reading.failure);
			if (outcome.outcome !== 'rejected') return outcome;
			const text = `KMD Opus refuses former employee number ${at + 1} of ${formerNumbers.length}, so that it is not known what stands there`;
			return { outcome: 'rejected', messages: [{ type: 'E', code: 'formerNumber', text }, ...outcome.messages] };
		}
		found.push(...reading.ledger.under(line));
	}
	return found;
}

/** The missing lines of a run: what is compared, and how what is missing is sent. */
class MissingLines {
	private readonly readings: Readings;
	private readonly known: CostObject[];

	constructor(
		wanted: Wanted[],
		private readonly settings: RegisterSettings,
		private readonly validateOnly: boolean,
	) {
		this.readings = new Readings(settings.client, wanted);
		const places = wanted.map(({ line: { costCenter, pspElement } }) => ({ costCenter, pspElement }));
		this.known = [...new Map(places.map((place) => [`${place.costCenter} ${place.pspElement}`, place])).values()];
	}

	/**
	 * Reads all that stands for an employee, sends what is missing of the lines, and tells what stands then.
	 * @returns an outcome a line, in their order
	 */
	async ofEmployee(wanted: Wanted[]): Promise<RegisterOutcome[]> {
		const [{ line: { employeeNumber } }] = wanted;
		const reading = await this.readings.of(employeeNumber);
		if ('failure' in reading) return wanted.map(() => notSentOutcome(reading.failure));
		const { ledger } = reading;
		const outcomes: RegisterOutcome[] = [];
		const planned: Planned[] = [];
		for (const [at, line] of wanted.entries()) {
			const former = await readFormer(line, this.readings);
			if (!Array.isArray(former)) {
				outcomes[at] = former;
				continue;
			}
			const entry = this.plan(at, line, former, ledger);
			const settled: RegisterOutcome | undefined = entry.postings.length ? obstacleOf(entry, line, this.settings.maxRemark) : { outcome: 'unchanged', messages: [] };
			if (settled) outcomes[at] = this.told(settled, line, entry);
			else planned.push(entry);
		}
		for (const entries of inRequests(planned)) {
			for (const [entry, outcome] of await this.send(employeeNumber, entries, ledger)) outcomes[entry.at] = outcome;
		}
		return outcomes;
	}

	private plan(at: number, wanted: Wanted, former: RegisteredLine[], ledger: Ledger): Planned {
		const planOn = (now: Ledger) => planLine(wanted, [...now.under(wanted.line), ...former], this.known);
		return { ...planOn(ledger), at, wanted, planOn, isSettled: (now) => planOn(now).postings.length === 0 };
	}

	private async send(employeeNumber: string, entries: Planned[], ledger: Ledger): Promise<Array<[Planned, RegisterOutcome]>> {
		const { client, keyed, signal } = this.settings;
		if (signal?.aborted) return entries.map((entry) => [entry, this.told(cancelled(), entry.wanted, entry)]);
		const batch = new EmployeeBatch({ client, readings: this.readings, employeeNumber, entries, ledger, keyed });
		const outcomes = await (this.validateOnly ? batch.validate() : batch.post());
		return [...outcomes].map(([entry, { ledger: now, ...outcome }]) => {
			const name = outcome.outcome === 'registered' ? entry.result : outcome.outcome;
			const posted = this.validateOnly ? {} : { posted: entry.postings.map(presentPosting) };
			return [entry, this.told({ ...outcome, outcome: name, ...posted }, entry.wanted, now && entry.planOn(now))];
		});
	}

	/** An outcome with the statement of a plan that was made on what was read last. */
	private told(outcome: RegisterOutcome, { line }: Wanted, plan: Plan | undefined): RegisterOutcome {
		return { ...outcome, ...(plan && statementOf(plan, line, this.known)) };
	}
}

/**
 * Sends only what is missing, or the difference, compared by sender and reference.
 * @param validateOnly have it checked only: nothing is registered
 */
export async function sendMissing(wanted: Wanted[], settings: RegisterSettings, validateOnly: boolean): Promise<RegisterOutcome[]> {
	const missing = new MissingLines(wanted, settings, validateOnly);
	const outcomes = await byEmployee(wanted, ({ line }) => line.employeeNumber, settings.signal, async (own) => await missing.ofEmployee(own));
	return outcomes.map((outcome) => ({ ...NO_STATEMENT, ...outcome }));
}
