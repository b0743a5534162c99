/** A seeded source of chance: the same seed gives the same numbers on every machine. */
export interface Random {
	/** A number in [0, 1). */
	next(): number;
	/** A whole number in [from, to], both included. */
	whole(from: number, to: number): number;
	/** True with the given probability. */
	chance(probability: number): boolean;
	/** One of the choices. */
	pick<T>(choices: readonly T[]): T;
}

/** The generator mulberry32: 32 bits of state, enough for test data and the same everywhere. */
export function makeRandom(seed: number): Random {
	let state = seed >>> 0;
	const next = (): number => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
	};
	const whole = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1));
	return {
		next,
		whole,
		chance: (probability) => next() < probability,
		pick: (choices) => choices[whole(0, choices.length - 1)],
	};
}

/**
 * Says yes to the first call and then to every `stride`-th one. Seeded troubles are dealt out with it, so that
 * they are never missing in a small world and grow with a large one.
 */
export function everyNth(stride: number): () => boolean {
	let calls = 0;
	return () => calls++ % stride === 0;
}
