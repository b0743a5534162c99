import { SandboxClock } from './clock.ts';
import { FaultBoard } from './gateway/faults.ts';
import { Journal } from './gateway/journal.ts';
import { Manager } from './manager/manager.ts';
import { SERVICES } from './registry.ts';
import { ControlError, type SandboxService } from './service.ts';
import { SwitchBoard } from './switches.ts';
import { isIsoDate } from './world/dates.ts';
import { DEFAULT_WORLD, makeWorld } from './world/makeWorld.ts';
import type { World, WorldArguments } from './world/types.ts';

/** All parts of a running sandbox: the services, and what watches and steers them. */
export class Sandbox {
	readonly clock = new SandboxClock();
	readonly switches = new SwitchBoard();
	readonly journal = new Journal();
	readonly services: readonly SandboxService[];
	readonly faults: FaultBoard;
	readonly manager: Manager;
	#world: Pick<World, 'arguments' | 'period'>;

	constructor() {
		this.services = SERVICES.map((makeService) => makeService({ clock: this.clock, switches: this.switches }));
		for (const service of this.services) this.switches.declare(service.name, service.switches);
		this.faults = new FaultBoard(this.services);
		this.manager = new Manager(this.service('capitech'));
		this.#world = this.#load(DEFAULT_WORLD);
	}

	/** The arguments and the period of the present world. */
	get world(): Pick<World, 'arguments' | 'period'> {
		return this.#world;
	}

	/** A service by name; an unknown one is the caller's slip. */
	service(name: string): SandboxService {
		const found = this.services.find((service) => service.name === name);
		if (found !== undefined) return found;
		throw new ControlError(`There is no service "${name}"; there are ${this.services.map((of) => of.name).join(', ')}.`);
	}

	/**
	 * Makes a new world and forgets everything else: journal, faults, sessions, and what switches were set to.
	 * What `input` leaves out is as in the default world.
	 */
	reset(input: unknown): Pick<World, 'arguments' | 'period'> {
		const wanted = readArguments(input);
		this.journal.clear();
		this.switches.reset();
		this.#world = this.#load(wanted);
		return this.#world;
	}

	#load(wanted: WorldArguments): Pick<World, 'arguments' | 'period'> {
		const world = makeWorld(wanted);
		this.clock.openAfter(wanted.until);
		this.faults.reset(wanted.seed);
		this.manager.forget();
		for (const service of this.services) service.load(world);
		return { arguments: world.arguments, period: world.period };
	}
}

function readArguments(input: unknown): WorldArguments {
	if (input !== undefined && (typeof input !== 'object' || input === null || Array.isArray(input))) {
		throw new ControlError('A reset takes an object { seed, people, days, until }.');
	}
	const unknown = Object.keys(input ?? {}).filter((key) => !Object.hasOwn(DEFAULT_WORLD, key));
	if (unknown.length > 0) throw new ControlError(`A reset takes seed, people, days and until, not ${unknown.join(', ')}.`);
	const wanted = { ...DEFAULT_WORLD, ...input };
	const limits = { seed: [0, 2 ** 32 - 1], people: [1, 10_000], days: [1, 1_000] } as const;
	for (const [name, [least, most]] of Object.entries(limits)) {
		const value = wanted[name as keyof typeof limits];
		if (!Number.isInteger(value) || value < least || value > most) {
			throw new ControlError(`"${name}" must be a whole number from ${least} to ${most}.`);
		}
	}
	if (!isIsoDate(wanted.until)) throw new ControlError('"until" must be a date in the form yyyy-MM-dd.');
	const { seed, people, days, until } = wanted;
	return { seed, people, days, until };
}
