import type { Sandbox } from '../sandbox.ts';
import { ControlError } from '../service.ts';
import { isIsoDate } from '../world/dates.ts';
import type { OneTimePayment, TimeTransaction } from '../world/types.ts';
import { expectCapitechToOpus, type Expectation, type Period } from './capitechToOpus.ts';
import { compareCapitechToOpus } from './compareCapitechToOpus.ts';

/** The dates a question is about; what is left out is taken from the world's period. */
export interface AskedPeriod {
	readonly from?: string;
	readonly to?: string;
}

/** A chain whose outcome the sandbox knows beforehand. */
export interface Chain {
	/** What the ledgers should hold. */
	expected(sandbox: Sandbox, asked: AskedPeriod): object;
	/** How what they hold differs from it. */
	compare(sandbox: Sandbox, asked: AskedPeriod): object;
}

function periodOf(sandbox: Sandbox, asked: AskedPeriod): Period {
	const period = { from: asked.from ?? sandbox.world.period.from, to: asked.to ?? sandbox.world.period.until };
	if (!isIsoDate(period.from) || !isIsoDate(period.to)) {
		throw new ControlError('"from" and "to" must be dates in the form yyyy-MM-dd.');
	}
	return period;
}

function expectationOf(sandbox: Sandbox, period: Period): Expectation {
	const capitech = sandbox.service('capitech').worldState();
	return expectCapitechToOpus({ capitech, kmdOpus: sandbox.service('kmdOpus').worldState() }, period);
}

const capitechToOpus: Chain = {
	expected(sandbox, asked) {
		const { counts, ledger } = expectationOf(sandbox, periodOf(sandbox, asked));
		return { counts, ledger };
	},
	compare(sandbox, asked) {
		const period = periodOf(sandbox, asked);
		const live = {
			payments: sandbox.service('kmdOpus').state().payments as OneTimePayment[],
			transactions: sandbox.service('capitech').state().transactions as TimeTransaction[],
		};
		const world = { transactions: sandbox.service('capitech').worldState().transactions as TimeTransaction[] };
		return compareCapitechToOpus(expectationOf(sandbox, period), live, world, period);
	},
};

/** The chains by name. */
export const CHAINS: Readonly<Record<string, Chain>> = { 'capitech-to-opus': capitechToOpus };
