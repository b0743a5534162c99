/** The middle of the values; of an even number the mean of the two in the middle. */
export function median(values: number[]): number {
	const sorted = values.toSorted((a, b) => a - b);
	const middle = Math.floor(sorted.length / 2);
	return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** How many times as much one side is as the other: the median of the rounds' own ratios, so that a busy spell of the machine falls out. */
export const ratioOf = (side: number[], base: number[]): number => median(side.map((value, round) => value / base[round]));

/**
 * Runs several sides in turn, round after round.
 * @param sides each gives what it measured, seconds for instance
 * @returns what each side gave, by round
 */
export async function inTurn<Name extends string>(rounds: number, sides: Record<Name, () => Promise<number>>): Promise<Record<Name, number[]>> {
	const names = Object.keys(sides) as Name[];
	const measurements = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Name, number[]>;
	for (let round = 0; round < rounds; round++) {
		for (const name of names) measurements[name].push(await sides[name]());
	}
	return measurements;
}
