import { ControlError, type BusinessError, type SandboxService } from '../service.ts';
import { makeRandom, type Random } from '../world/random.ts';

/** The ways in which a request can be made to go wrong. */
const FAULT_KINDS = {
	latency: 'answers only after `ms` milliseconds',
	status: 'answers with the HTTP `status` (and Retry-After, when `retryAfter` is given) and does not act',
	'reset-before': 'cuts the connection before the service acts',
	'reset-after': 'acts, then cuts the connection without an answer',
	timeout: 'acts (unless `acts` is false) and never answers',
	truncate: 'acts, sends half of the answer and cuts the connection',
	malformed: 'acts and sends an answer whose JSON or XML is broken',
	'soap-fault': 'answers with a SOAP:Fault (its detail says `text`) and does not act, unless `acts` is true',
	'expire-token': 'ends all sessions before the request is looked at',
	'business-error': "makes the service refuse, with `code`, `type`, `text` and `line` in the contract's own form",
} as const;

export type FaultKind = keyof typeof FAULT_KINDS;

/** One rule: which requests it is about, how often it strikes, and what it does. */
export interface FaultRule {
	readonly service: string;
	readonly operation?: string;
	readonly kind: FaultKind;
	/** Strikes with this chance … */
	readonly probability?: number;
	/** … or at each `every`-th matching request … */
	readonly every?: number;
	/** … or at the `nth` one; always, when none of the three is given. */
	readonly nth?: number;
	/** Strikes at most so often. */
	readonly times?: number;
	readonly ms?: number;
	readonly status?: number;
	readonly retryAfter?: number | string;
	readonly acts?: boolean;
	readonly code?: number;
	readonly type?: string;
	readonly text?: string;
	readonly line?: number;
}

const RULE_KEYS: ReadonlySet<string> = new Set([
	'service',
	'operation',
	'kind',
	'probability',
	'every',
	'nth',
	'times',
	'ms',
	'status',
	'retryAfter',
	'acts',
	'code',
	'type',
	'text',
	'line',
] satisfies (keyof FaultRule)[]);

/** What a request is in for. */
export interface FaultPlan {
	readonly latencyMs: number;
	/** The first striking rule that is not a latency. */
	readonly rule: FaultRule | null;
	readonly kinds: readonly FaultKind[];
}

/** What rules are checked against: the services there are, which have sessions, and which speak SOAP. */
export type FaultSubject = Pick<SandboxService, 'name' | 'expireTokens' | 'soapFault'>;

interface ActiveRule {
	readonly rule: FaultRule;
	matched: number;
	struck: number;
}

const NO_FAULTS: FaultPlan = { latencyMs: 0, rule: null, kinds: [] };

/** The active fault rules. */
export class FaultBoard {
	readonly #subjects: readonly FaultSubject[];
	#rules: ActiveRule[] = [];
	#seed = 0;
	#random: Random = makeRandom(0);

	constructor(subjects: readonly FaultSubject[]) {
		this.#subjects = subjects;
	}

	/** Takes all rules away and seeds the chance of later ones. */
	reset(seed: number): void {
		this.#rules = [];
		this.#seed = seed;
	}

	/** Replaces all rules: a list, or an object that holds one as `faults`. Chance begins anew. */
	replace(input: unknown): void {
		const list = (input as { faults?: unknown } | null)?.faults ?? input;
		if (!Array.isArray(list)) throw new ControlError('Faults are given as a list of rules.');
		const rules = list.map((rule: unknown, index) => this.#check(rule, index));
		this.#rules = rules.map((rule) => ({ rule, matched: 0, struck: 0 }));
		this.#random = makeRandom(this.#seed);
	}

	/** Every rule with how many requests it matched and how often it struck. */
	list(): (FaultRule & { matched: number; struck: number })[] {
		return this.#rules.map(({ rule, matched, struck }) => ({ ...rule, matched, struck }));
	}

	/** Decides what a request is in for and counts it. Latencies add up; of the others the first one strikes. */
	plan(service: string, operation: string): FaultPlan {
		if (this.#rules.length === 0) return NO_FAULTS;
		let latencyMs = 0;
		let strike: FaultRule | null = null;
		const kinds: FaultKind[] = [];
		for (const active of this.#rules) {
			const { rule } = active;
			if (rule.service !== service || (rule.operation !== undefined && rule.operation !== operation)) continue;
			active.matched += 1;
			const isTaken = rule.kind !== 'latency' && strike !== null;
			if (!this.#strikes(active) || isTaken) continue;
			active.struck += 1;
			kinds.push(rule.kind);
			if (rule.kind === 'latency') latencyMs += rule.ms ?? 0;
			else strike = rule;
		}
		return { latencyMs, rule: strike, kinds };
	}

	#strikes({ rule, matched, struck }: ActiveRule): boolean {
		if (rule.times !== undefined && struck >= rule.times) return false;
		if (rule.probability !== undefined) return this.#random.chance(rule.probability);
		if (rule.every !== undefined) return matched % rule.every === 0;
		return rule.nth === undefined || matched === rule.nth;
	}

	#check(input: unknown, index: number): FaultRule {
		const isRule = typeof input === 'object' && input !== null && !Array.isArray(input);
		const complaint = isRule ? this.#complaintAbout(input as FaultRule) : 'a rule is an object.';
		if (complaint !== null) throw new ControlError(`Fault ${index + 1}: ${complaint}`);
		return input as FaultRule;
	}

	#complaintAbout(rule: FaultRule): string | null {
		const unknown = Object.keys(rule).find((key) => !RULE_KEYS.has(key));
		if (unknown !== undefined) return `a rule has no "${unknown}"; it has ${[...RULE_KEYS].join(', ')}.`;
		const subject = this.#subjects.find(({ name }) => name === rule.service);
		if (subject === undefined) {
			return `"service" must be one of ${this.#subjects.map(({ name }) => name).join(', ')}.`;
		}
		if (!Object.hasOwn(FAULT_KINDS, rule.kind)) return `"kind" must be one of ${Object.keys(FAULT_KINDS).join(', ')}.`;
		if (rule.kind === 'expire-token' && subject.expireTokens === undefined) {
			return `${rule.service} has no tokens that could expire.`;
		}
		if (rule.kind === 'soap-fault' && subject.soapFault === undefined) return `${rule.service} does not speak SOAP.`;
		if (rule.kind === 'latency' && !isIn(rule.ms, 0, Infinity)) return 'a latency needs "ms", a number from 0 up.';
		if (rule.kind === 'status' && !isWholeIn(rule.status, 400, 599)) {
			return 'a status needs "status", an HTTP status from 400 to 599.';
		}
		const frequencies = [rule.probability, rule.every, rule.nth].filter((value) => value !== undefined);
		if (frequencies.length > 1) return 'give only one of "probability", "every" and "nth".';
		if (rule.probability !== undefined && !isIn(rule.probability, 0, 1)) {
			return '"probability" must be a number from 0 to 1.';
		}
		for (const key of ['every', 'nth', 'times'] as const) {
			if (rule[key] !== undefined && !isWholeIn(rule[key], 1, Infinity)) return `"${key}" must be a whole number from 1 up.`;
		}
		if (rule.operation !== undefined && typeof rule.operation !== 'string') return '"operation" must be a text.';
		if (rule.type !== undefined && !['E', 'A', 'W', 'I'].includes(rule.type)) return '"type" must be E, A, W or I.';
		if (rule.line !== undefined && !isWholeIn(rule.line, 0, 999)) return '"line" must be a whole number from 0 to 999.';
		if (rule.code !== undefined && !Number.isInteger(rule.code)) return '"code" must be a whole number.';
		return null;
	}
}

function isIn(value: unknown, least: number, most: number): boolean {
	return typeof value === 'number' && value >= least && value <= most;
}

function isWholeIn(value: unknown, least: number, most: number): boolean {
	return Number.isInteger(value) && isIn(value, least, most);
}

/** The part of a rule that a service is told. */
export function businessErrorOf(rule: FaultRule): BusinessError {
	const { code, type, text, line } = rule;
	return { code, type, text, line };
}
