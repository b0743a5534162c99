import { ControlError, type SandboxService } from '../service.ts';
import { isIsoDate } from '../world/dates.ts';
import { makeRandom, type Random } from '../world/random.ts';
import { ABSENCE_EDITS } from './absenceEdits.ts';
import { Desk, Memory, type Assignment } from './desk.ts';
import { EDITS, type Note, type WeightedEdit } from './edits.ts';

const ALL_EDITS: Readonly<Record<string, WeightedEdit>> = { ...EDITS, ...ABSENCE_EDITS };

/** What a manager is told to do. */
interface Script extends Assignment {
	readonly seed: number;
	readonly edits: number;
	readonly kinds: readonly string[];
}

const FIRST_FIRM = 100;
const LIMITS = { seed: [0, 2 ** 32 - 1], edits: [1, 10_000] } as const;
const ARGUMENTS: readonly string[] = ['seed', 'edits', 'clientId', 'from', 'to', 'kinds'];

function readScript(input: unknown, period: { readonly from: string; readonly until: string }): Script {
	if (typeof input !== 'object' || input === null || Array.isArray(input)) {
		throw new ControlError('A manager takes an object { seed, edits, clientId, from, to, kinds }.');
	}
	const unknown = Object.keys(input).filter((name) => !ARGUMENTS.includes(name));
	if (unknown.length > 0) throw new ControlError(`A manager takes ${ARGUMENTS.join(', ')}, not ${unknown.join(', ')}.`);
	const all = Object.keys(ALL_EDITS);
	const ofHours = Object.keys(EDITS);
	const defaults = { seed: -1, edits: 0, clientId: FIRST_FIRM, from: period.from, to: period.until, kinds: ofHours };
	const script: Script = { ...defaults, ...input };
	for (const [name, [least, most]] of Object.entries(LIMITS)) {
		const value = script[name as keyof typeof LIMITS];
		if (!Number.isInteger(value) || value < least || value > most) {
			throw new ControlError(`"${name}" must be a whole number from ${least} to ${most}.`);
		}
	}
	if (!isIsoDate(script.from) || !isIsoDate(script.to) || script.from > script.to) {
		throw new ControlError('"from" and "to" must be dates in the form yyyy-MM-dd, in this order.');
	}
	const { kinds } = script;
	if (!Array.isArray(kinds) || kinds.length === 0 || kinds.some((kind) => !all.includes(kind))) {
		throw new ControlError(`"kinds" must be a list of some of ${all.join(', ')}.`);
	}
	return script;
}

function pickKind(random: Random, kinds: readonly string[]): string {
	return random.pick(kinds.flatMap((kind) => Array.from({ length: ALL_EDITS[kind].weight }, () => kind)));
}

/** A manager at work in Capitech, by a seeded script. What was edited before is remembered until a reset. */
export class Manager {
	readonly #capitech: SandboxService;
	readonly #memory = new Memory();

	constructor(capitech: SandboxService) {
		this.#capitech = capitech;
	}

	/** Begins anew, in a new world. */
	forget(): void {
		this.#memory.clear();
	}

	/**
	 * Makes `edits` edits of the given kinds (all those of hours, unless told) on a firm's registrations of a period (the world's,
	 * unless told). Same world and same script, same edits; fewer when nothing is left to be done.
	 */
	work(input: unknown, period: { readonly from: string; readonly until: string }): Note[] {
		const { seed, edits, kinds, clientId, from, to } = readScript(input, period);
		const desk = new Desk(this.#capitech, { clientId, from, to }, makeRandom(seed), this.#memory);
		if (desk.employees().length === 0) throw new ControlError(`Client ${clientId} has no employees.`);
		const notes: Note[] = [];
		while (notes.length < edits) {
			const note = this.#makeOne(desk, kinds);
			if (note === null) break;
			notes.push(note);
		}
		return notes;
	}

	#makeOne(desk: Desk, kinds: readonly string[]): Note | null {
		let left = kinds;
		while (left.length > 0) {
			const kind = pickKind(desk.random, left);
			const done = ALL_EDITS[kind].edit(desk);
			if (done !== null) return { kind, clientId: desk.assignment.clientId, ...done };
			left = left.filter((other) => other !== kind);
		}
		return null;
	}
}
