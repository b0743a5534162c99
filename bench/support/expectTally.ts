import type { Tally } from '../sides/engine.ts';

/** A wrong result has no speed: stops the benchmark unless every item came to this outcome. */
export function expectTally({ items, outcomes }: Tally, outcome: string, count: number): void {
	if (items === count && outcomes[outcome] === count) return;
	throw new Error(`${count} items were to be '${outcome}', and they are ${JSON.stringify(outcomes)}`);
}
