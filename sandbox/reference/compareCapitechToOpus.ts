import type { OneTimePayment, TimeTransaction } from '../world/types.ts';
import { AGREEMENT } from './agreement.ts';
import type { Expectation, Scope } from './capitechToOpus.ts';
import {
	bookingKeyOf,
	isOwn,
	registrationOf,
	registrationOfReference,
	sumOwnLines,
	type ExpectedLine,
} from './lines.ts';

/** A line that is booked otherwise than expected, or holds another amount. */
export interface Difference {
	readonly reference: string;
	readonly expected: ExpectedLine;
	readonly actual: ExpectedLine;
}

/** How the live ledgers differ from what was expected; every line names its `reference`. */
export interface Comparison {
	/** Nothing missing, extra, different or doubled, and every mark right. */
	readonly equal: boolean;
	readonly missing: readonly ExpectedLine[];
	readonly extra: readonly ExpectedLine[];
	readonly different: readonly Difference[];
	/** Payments that are there more than once, reference with revision included. */
	readonly duplicateLines: number;
	readonly marks: {
		readonly expected: number;
		readonly actual: number;
		readonly wrong: readonly { readonly uid: number; readonly expected: boolean; readonly actual: boolean }[];
	};
}

/** What the services hold now. */
export interface LiveLedgers {
	readonly payments: readonly OneTimePayment[];
	readonly transactions: readonly TimeTransaction[];
}

function countDuplicates(own: readonly OneTimePayment[]): number {
	const contents = own.map((payment) => JSON.stringify({ ...payment, Objekt_id: '', OpdateringsID: '' }));
	return contents.length - new Set(contents).size;
}

/**
 * Our payments that the question is about: those dated in the period. Where a line need not stand on its work date,
 * those whose registration does not lie outside of the period instead.
 */
function ownPayments(live: LiveLedgers, scope: Scope): OneTimePayment[] {
	const own = live.payments.filter(isOwn);
	const isInPeriod = (date: string): boolean => date >= scope.from && date <= scope.to;
	if (scope.lineDate === 'workDate' && !scope.ignoresDates) return own.filter(({ Startdato }) => isInPeriod(Startdato));
	const outside = new Set(live.transactions.filter(({ dateIn }) => !isInPeriod(dateIn)).map(registrationOf));
	return own.filter((payment) => !outside.has(registrationOfReference(payment.Indv_Bemaerkning_2)));
}

function compareLines(
	expected: readonly ExpectedLine[],
	actual: readonly ExpectedLine[],
	ignoresDates: boolean,
): Pick<Comparison, 'missing' | 'extra' | 'different'> {
	const keyOf = (line: ExpectedLine): string => bookingKeyOf(line, ignoresDates);
	const different: Difference[] = [];
	const differ = (line: ExpectedLine, found: ExpectedLine): void => {
		different.push({ reference: line.reference, expected: line, actual: found });
	};
	const unmatched = new Map(actual.map((line) => [keyOf(line), line]));
	const absent: ExpectedLine[] = [];
	for (const line of expected) {
		const found = unmatched.get(keyOf(line));
		unmatched.delete(keyOf(line));
		if (found === undefined) absent.push(line);
		else if (found.Antal !== line.Antal || found.Beloeb !== line.Beloeb) differ(line, found);
	}
	const byReference = new Map([...unmatched.values()].map((line) => [line.reference, line]));
	const missing = absent.filter((line) => {
		const found = byReference.get(line.reference);
		if (found === undefined) return true;
		differ(line, found);
		unmatched.delete(keyOf(found));
		byReference.delete(line.reference);
		return false;
	});
	return { missing, extra: [...unmatched.values()], different };
}

/** The uids that every row of which carries the mark now, though not all did in the world. */
function uidsMarkedSince(live: readonly TimeTransaction[], world: readonly TimeTransaction[], scope: Scope): Set<number> {
	const wholly = (rows: readonly TimeTransaction[]): Set<number> => {
		const concerned = rows.filter(
			({ clientId, dateIn }) => scope.clients.includes(clientId) && dateIn >= scope.from && dateIn <= scope.to,
		);
		const uids = (marked: boolean): Set<number> => {
			const isMarked = (row: TimeTransaction): boolean => row.externalStatusCode === AGREEMENT.codes.exported;
			return new Set(concerned.filter((row) => isMarked(row) === marked).map((row) => row.uid));
		};
		return uids(true).difference(uids(false));
	};
	return wholly(live).difference(wholly(world));
}

/** Compares the live ledgers of both services with an expectation; lines exported elsewhere are neither missing nor extra. */
export function compareCapitechToOpus(
	expectation: Expectation,
	live: LiveLedgers,
	world: { readonly transactions: readonly TimeTransaction[] },
	scope: Scope,
): Comparison {
	const own = ownPayments(live, scope);
	const isAnswerable = ({ reference }: ExpectedLine): boolean =>
		!expectation.elsewhere.has(registrationOfReference(reference));
	const actualLines = sumOwnLines(own, scope.ignoresDates).filter(isAnswerable);
	const lines = compareLines(expectation.ledger, actualLines, scope.ignoresDates);
	const duplicateLines = countDuplicates(own);
	const expected = new Set(expectation.markedUids);
	const actual = uidsMarkedSince(live.transactions, world.transactions, scope);
	const wrong = [...expected.symmetricDifference(actual)].map((uid) => ({
		uid,
		expected: expected.has(uid),
		actual: actual.has(uid),
	}));
	const deviations = [lines.missing, lines.extra, lines.different, wrong];
	return {
		equal: duplicateLines === 0 && deviations.every((list) => list.length === 0),
		...lines,
		duplicateLines,
		marks: { expected: expected.size, actual: actual.size, wrong },
	};
}
