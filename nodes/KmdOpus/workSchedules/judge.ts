import type { Outcome, OutcomeMessage } from '../../kit/outcome';
import { note, notSentOutcome } from '../../kit/outcome';
import type { XmlElement } from '../../kit/xml';
import { textOf } from '../../kit/xml';
import type { SoapResult } from '../soap/client';
import { readReturnStatus, readStatus, statusesOf } from '../soap/returnStatus';
import type { Change, Occurrence, Place } from './occurrence';
import { isSamePlace } from './occurrence';

/** What the service says of a change by itself, and of the request as a whole. */
export interface Told {
	own: OutcomeMessage[];
	whole: OutcomeMessage[];
	/** Whether it refuses single changes of the request: then the others are not at fault, whatever it says of the whole. */
	namesSome: boolean;
	/** Whether it says a yes without a doubt to all of the request. */
	isClear: boolean;
}

const isError = ({ type }: OutcomeMessage): boolean => type === 'E';

/** Takes an answer apart by the places of the changes in the request; an index the request doesn't have is about the whole. */
export function toldOfEach(root: XmlElement, count: number): Told[] {
	const entries = statusesOf(root).map((item) => ({ place: Number(textOf(item, 'Index')) - 1, message: readStatus(item) }));
	const said = entries.filter(({ message }) => message.type !== 'I' || message.text);
	const isOfOne = (place: number) => Number.isInteger(place) && place >= 0 && place < count;
	const { isClear } = readReturnStatus(root);
	const whole = said.filter(({ place }) => !isOfOne(place)).map(({ message }) => message);
	const namesSome = said.some(({ place, message }) => isOfOne(place) && isError(message));
	return Array.from({ length: count }, (_, at) => ({ own: said.filter(({ place }) => place === at).map(({ message }) => message), whole, namesSome, isClear }));
}

const stands = (place: Place, standing: Occurrence[]): boolean => standing.some((other) => isSamePlace(place, other));

/**
 * Whether what stands is what the change asks for.
 * @param all all changes of the employee: where one goes to the place that another leaves, that place is not empty afterwards
 */
export function isDone({ wanted, original }: Change, standing: Occurrence[], all: Change[]): boolean {
	const isThere = !wanted || standing.some((other) => isSamePlace(wanted, other) && (wanted.hours === null || wanted.hours === other.hours));
	const isTaken = (place: Place) => all.some((change) => change.wanted && isSamePlace(change.wanted, place));
	return isThere && (!original || isTaken(original) || !stands(original, standing));
}

/** Whether another change is to take away what stands in the place that this one asks for. */
const isToLeave = ({ wanted }: Change, open: Change[]): boolean => open.some(({ original }) => wanted && original && isSamePlace(original, wanted));

/** The changes that what stands fulfils already: what another one is still to take away does not count. */
export function doneBefore(all: Change[], standing: Occurrence[]): Set<Change> {
	let done = all.filter((change) => isDone(change, standing, all));
	for (;;) {
		const open = all.filter((change) => !done.includes(change));
		const staying = done.filter((change) => !isToLeave(change, open));
		if (staying.length === done.length) return new Set(done);
		done = staying;
	}
}

/**
 * The outcome of a change that needs no call, or can't succeed; undefined when it is to be sent.
 * @param done the changes that are fulfilled already, of all changes of the employee
 */
export function settledBefore(change: Change, standing: Occurrence[], all: Change[], done: ReadonlySet<Change>): Outcome | undefined {
	if (done.has(change)) return { outcome: 'unchanged', messages: [] };
	const { wanted, original } = change;
	if (wanted && original && !stands(original, standing)) {
		return { outcome: 'rejected', messages: [note('E', 'The occurrence to be changed does not stand. Read the schedule of the employee and name it as it is.')] };
	}
	const isFree = !wanted || !stands(wanted, standing) || isToLeave(change, all.filter((other) => other !== change && !done.has(other))) || (original && isSamePlace(original, wanted));
	return isFree ? undefined : { outcome: 'rejected', messages: [note('E', 'Another occurrence stands there already: change that one, or delete it first.')] };
}

const RUN_AGAIN = note('W', 'Run it again: what stands is read first, and only what is missing is sent.');
const NOT_FOUND = note('E', 'KMD Opus accepted the change, and it is not found when read back');
const NOT_READ_BACK = note('W', 'It could not be read back');

/** The outcome of a change that was not done although no message speaks of it. */
export const HELD_BACK: Outcome = { outcome: 'later', messages: [note('I', 'The request was refused because of other occurrences')] };

/**
 * What became of a change that was sent. What stands now decides; what the service said explains it.
 * @param standing what stands now; undefined when it can't be read
 */
export function judge(change: Change, result: SoapResult, told: Told, standing: Occurrence[] | undefined, all: Change[]): Outcome {
	const done = change.wanted ? 'registered' : 'reversed';
	const said = [...told.own, ...told.whole];
	if (standing && isDone(change, standing, all)) return { outcome: done, messages: said.filter((message) => !isError(message)) };
	if (result.kind === 'failure') {
		if (!result.mayHaveActed) return notSentOutcome(result.failure);
		return { outcome: 'unknown', messages: [note('E', result.failure.message), RUN_AGAIN] };
	}
	if (told.own.some(isError) || (!told.namesSome && told.whole.some(isError))) return { outcome: 'rejected', messages: said };
	if (told.namesSome) return standing ? HELD_BACK : { outcome: 'unknown', messages: [...said, RUN_AGAIN] };
	if (!standing) return told.isClear ? { outcome: done, messages: [...said, NOT_READ_BACK] } : { outcome: 'unknown', messages: [...said, NOT_READ_BACK, RUN_AGAIN] };
	return { outcome: 'unknown', messages: [...said, NOT_FOUND, RUN_AGAIN] };
}
