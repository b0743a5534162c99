import type { OneTimePayment, TimeTransaction } from '../world/types.ts';
import { CLIENT_ID, EXPORTED_STATUS, SENDER } from './agreement.ts';
import { bookingKeyOf, sumOwnLines, type Expectation, type ExpectedLine, type Period } from './capitechToOpus.ts';

/** How the live ledgers differ from what was expected. */
export interface Comparison {
	/** Nothing missing, extra, different or doubled, and every mark right. */
	readonly equal: boolean;
	readonly missing: readonly ExpectedLine[];
	readonly extra: readonly ExpectedLine[];
	/** Lines with the same reference that are booked otherwise or hold another amount. */
	readonly different: readonly { readonly expected: ExpectedLine; readonly actual: ExpectedLine }[];
	/** Payments that are there more than once, reference with revision included. */
	readonly duplicateLines: number;
	readonly marks: {
		readonly expected: number;
		readonly actual: number;
		readonly wrong: readonly { readonly uid: number; readonly expected: boolean; readonly actual: boolean }[];
	};
}

function countDuplicates(payments: readonly OneTimePayment[], { from, to }: Period): number {
	const seen = new Set<string>();
	let duplicates = 0;
	for (const payment of payments) {
		if (payment.Indv_Bemaerkning_1 !== SENDER || payment.Startdato < from || payment.Startdato > to) continue;
		const key = JSON.stringify({ ...payment, Objekt_id: '', OpdateringsID: '' });
		if (seen.has(key)) duplicates += 1;
		seen.add(key);
	}
	return duplicates;
}

function compareLines(
	expected: readonly ExpectedLine[],
	actual: readonly ExpectedLine[],
): Pick<Comparison, 'missing' | 'extra' | 'different'> {
	const different: { expected: ExpectedLine; actual: ExpectedLine }[] = [];
	const unmatched = new Map(actual.map((line) => [bookingKeyOf(line), line]));
	const absent: ExpectedLine[] = [];
	for (const line of expected) {
		const found = unmatched.get(bookingKeyOf(line));
		unmatched.delete(bookingKeyOf(line));
		if (found === undefined) absent.push(line);
		else if (found.Antal !== line.Antal || found.Beloeb !== line.Beloeb) different.push({ expected: line, actual: found });
	}
	const byReference = new Map([...unmatched.values()].map((line) => [line.reference, line]));
	const missing = absent.filter((line) => {
		const found = byReference.get(line.reference);
		if (found === undefined) return true;
		different.push({ expected: line, actual: found });
		unmatched.delete(bookingKeyOf(found));
		byReference.delete(line.reference);
		return false;
	});
	return { missing, extra: [...unmatched.values()], different };
}

/** The uids that every row of which carries the mark now, though not all did in the world. */
function uidsMarkedSince(live: readonly TimeTransaction[], world: readonly TimeTransaction[], period: Period): Set<number> {
	const isMarked = (row: TimeTransaction): boolean => row.externalStatusCode === EXPORTED_STATUS;
	const concerned = ({ clientId, dateIn }: TimeTransaction): boolean =>
		clientId === CLIENT_ID && dateIn >= period.from && dateIn <= period.to;
	const markedBefore = new Set(world.filter((row) => concerned(row) && isMarked(row)).map((row) => row.uid));
	const marked = new Set<number>();
	const unmarked = new Set<number>();
	for (const row of live.filter(concerned)) (isMarked(row) ? marked : unmarked).add(row.uid);
	return marked.difference(unmarked).difference(markedBefore);
}

/** Compares the live ledgers of both services with an expectation. */
export function compareCapitechToOpus(
	expectation: Expectation,
	live: { readonly payments: readonly OneTimePayment[]; readonly transactions: readonly TimeTransaction[] },
	world: { readonly transactions: readonly TimeTransaction[] },
	period: Period,
): Comparison {
	const lines = compareLines(expectation.ledger, sumOwnLines(live.payments, period));
	const duplicateLines = countDuplicates(live.payments, period);
	const expected = new Set(expectation.markedUids);
	const actual = uidsMarkedSince(live.transactions, world.transactions, period);
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
