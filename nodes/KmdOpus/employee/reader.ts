import { withRetry } from '../../kit/retry';
import type { XmlElement } from '../../kit/xml';
import { childrenOf } from '../../kit/xml';
import type { OpusSoapClient } from '../soap/client';
import type { SoapOperation, SoapValues } from '../soap/operation';
import type { Numbers } from './numbers';
import { above, halves, inPieces, isNobody, isSingle, wireNumbers, without } from './numbers';
import type { Replacement } from './numbersInText';
import { lastHandled, readReplacements } from './numbersInText';
import { LAES, LIST } from './operations';
import type { EmployeeQuery, Naming } from './query';
import { addressed, asked } from './query';
import type { Employee } from './records';
import { readEmployee } from './records';
import type { ServiceStatus } from './status';
import { readStatus, STATUS, statusFailure } from './status';

/** What a read tells of. */
export type Found =
	| { kind: 'employee'; employee: Employee }
	/** The number asked for is gone: the employment was annulled and made again under another one. */
	| ({ kind: 'replaced'; text: string } & Replacement)
	/** The service answers later, by itself. */
	| { kind: 'pending'; text: string };

interface Answer {
	status: ServiceStatus;
	employees: Employee[];
}

/** References in one request: a list of single numbers may be long. */
const NUMBERS_A_CALL = 500;

const isFailure = ({ code }: ServiceStatus): boolean =>
	code !== STATUS.fine && code !== STATUS.nothingFound && code !== STATUS.pending && code !== STATUS.numberReplaced;

/** Reads employees: Laes and List (contract, sections 1.5 and 4.3). */
export class EmployeeReader {
	constructor(
		private readonly client: OpusSoapClient,
		private readonly naming: Naming,
	) {}

	/**
	 * One employee; nothing when the service knows nothing.
	 * @throws Failure when the service can't be reached, refuses, or answers outside its contract
	 */
	async one(number: string, query: EmployeeQuery): Promise<Found[]> {
		const answer = await this.ask(LAES, [number], query);
		if (isFailure(answer.status)) throw statusFailure(answer.status);
		return foundIn(answer, number);
	}

	/**
	 * The employees asked for, each once. An answer that the service broke off for want of time is continued behind the last employee handled; where its text doesn't tell that
	 * employee, what was asked for is halved. Where it tells of numbers that are gone and of nobody else, the others are asked for without them. Every further request asks for
	 * less than the one before it.
	 * @throws Failure as above, or when the time doesn't do for a single employee
	 */
	async *many(numbers: Numbers, query: EmployeeQuery): AsyncGenerator<Found[]> {
		const told = new Set<string>();
		const open = inPieces(numbers, NUMBERS_A_CALL);
		for (let piece = open.shift(); piece; piece = open.shift()) {
			const answer = await this.ask(LIST, wireNumbers(piece), query);
			const isCut = answer.status.code === STATUS.timeIsUp;
			if (isFailure(answer.status) && !isCut) throw statusFailure(answer.status);
			const rest = isCut ? behindLastHandled(piece, answer) : withoutGone(piece, answer);
			if (isCut && !rest) {
				const parts = halves(piece);
				if (!parts) throw statusFailure(answer.status);
				open.unshift(...parts);
				continue;
			}
			const fresh = answer.employees.filter(({ employeeNumber }) => !told.has(employeeNumber));
			for (const { employeeNumber } of fresh) told.add(employeeNumber);
			yield foundIn({ ...answer, employees: fresh });
			if (rest && !isNobody(rest)) open.unshift(rest);
		}
	}

	/** A failure of the proxy passes by itself: by the pack's one rule a read is repeated. */
	private async ask(operation: SoapOperation, numbers: readonly string[], query: EmployeeQuery): Promise<Answer> {
		const values: SoapValues = { ...addressed(this.client.municipalityCode, this.naming, numbers), ...asked(query) };
		const roots: XmlElement[] = [];
		await withRetry(async () => {
			const root = await this.client.read(operation, values);
			roots.unshift(root);
			return { status: readStatus(root).code === STATUS.proxyFailed ? 503 : 200, headers: {}, text: '' };
		}, 'read');
		const [root] = roots;
		return { status: readStatus(root), employees: childrenOf(root, 'LaesResultat').map(readEmployee) };
	}
}

/**
 * What is left behind the last employee handled. The number must lie within what was asked for, and nobody in the answer may lie behind it; else it is not what it seems.
 */
function behindLastHandled(piece: Numbers, { status, employees }: Answer): Numbers | undefined {
	const numbers = employees.map(({ employeeNumber }) => Number(employeeNumber));
	const highest = numbers.length ? Math.max(...numbers) : undefined;
	const last = lastHandled(status.text, highest);
	if (last === undefined || last < (highest ?? piece.ranges[0].from)) return undefined;
	return last > piece.ranges[piece.ranges.length - 1].to ? undefined : above(piece, last);
}

/**
 * What an answer leaves open that tells of numbers that are gone (status 102) and of no employee: whether the service looked at the others is not known.
 * @throws Failure when the text does not name a number that was asked for: the others must not pass for employees that do not exist
 */
function withoutGone(piece: Numbers, { status, employees }: Answer): Numbers | undefined {
	if (status.code !== STATUS.numberReplaced || employees.length || isSingle(piece)) return undefined;
	const gone = readReplacements(status.text).flatMap(({ replaced }) => (replaced === null ? [] : [Number(replaced)]));
	const rest = without(piece, gone);
	if (!rest) throw statusFailure(status);
	return rest;
}

function foundIn({ status: { code, text }, employees }: Answer, asked?: string): Found[] {
	const found: Found[] = employees.map((employee) => ({ kind: 'employee', employee }));
	if (code === STATUS.numberReplaced) found.push(...readReplacements(text, asked).map((replacement): Found => ({ kind: 'replaced', text, ...replacement })));
	if (code === STATUS.pending) found.push({ kind: 'pending', text });
	return found;
}
