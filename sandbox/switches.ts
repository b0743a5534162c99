import { ControlError } from './service.ts';

/** What a switch may be set to. */
export type SwitchValue = string | number | boolean;

/** An open question of a contract: what it asks, what may be chosen, and what holds unless changed. */
export interface SwitchDefinition {
	readonly meaning: string;
	/** The choices, or `number` for any whole number from 0 up. */
	readonly choices: readonly SwitchValue[] | 'number';
	readonly default: SwitchValue;
}

/** The switches of one service by name. */
export type SwitchTable = Readonly<Record<string, SwitchDefinition>>;

/** All switches of all services, named `<service>.<name>`. */
export class SwitchBoard {
	readonly #definitions = new Map<string, SwitchDefinition>();
	readonly #values = new Map<string, SwitchValue>();

	/** Adds a service's switches. */
	declare(service: string, table: SwitchTable): void {
		for (const [name, definition] of Object.entries(table)) this.#definitions.set(`${service}.${name}`, definition);
	}

	/** The present setting of a declared switch. */
	get(name: string): SwitchValue {
		const definition = this.#definitions.get(name);
		if (definition === undefined) throw new Error(`No switch is called ${name}.`);
		return this.#values.get(name) ?? definition.default;
	}

	/** Merges settings in; all or none, when one is not understood. */
	merge(settings: unknown): void {
		if (typeof settings !== 'object' || settings === null || Array.isArray(settings)) {
			throw new ControlError('Switches are given as an object { "<service>.<name>": value }.');
		}
		const entries = Object.entries(settings as Record<string, unknown>);
		for (const [name, value] of entries) this.#check(name, value);
		for (const [name, value] of entries) this.#values.set(name, value as SwitchValue);
	}

	/** Puts every switch back to its default. */
	reset(): void {
		this.#values.clear();
	}

	/** Every switch with its value, meaning, choices and default. */
	describe(): Record<string, SwitchDefinition & { value: SwitchValue }> {
		return Object.fromEntries(
			[...this.#definitions].map(([name, definition]) => [name, { value: this.get(name), ...definition }]),
		);
	}

	/** The switches that differ from their default. */
	changed(): Record<string, SwitchValue> {
		return Object.fromEntries(this.#values);
	}

	#check(name: string, value: unknown): void {
		const definition = this.#definitions.get(name);
		if (definition === undefined) throw new ControlError(`No switch is called "${name}". GET /control/switches lists them.`);
		const { choices } = definition;
		const fits =
			choices === 'number'
				? Number.isInteger(value) && (value as number) >= 0
				: choices.includes(value as SwitchValue);
		if (!fits) {
			const allowed = choices === 'number' ? 'a whole number from 0 up' : choices.map((choice) => JSON.stringify(choice)).join(' or ');
			throw new ControlError(`"${name}" must be ${allowed}.`);
		}
	}
}
