import { createHash } from 'node:crypto';
import type { Mutant } from './mutant.ts';

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/**
 * Some of the mutants, spread over the files: one of each file in turn. The list itself is the seed: the same list gives the same sample, a changed one another.
 * @returns in the order of the list
 */
export function sampleOf(mutants: Mutant[], size: number): Mutant[] {
	const seed = hashOf(JSON.stringify(mutants));
	const shuffled = [...mutants].sort((a, b) => hashOf(seed + a.name).localeCompare(hashOf(seed + b.name)));
	const turns = new Map<string, number>();
	const ranked = shuffled.map((mutant) => {
		const turn = turns.get(mutant.file) ?? 0;
		turns.set(mutant.file, turn + 1);
		return { mutant, turn };
	});
	const chosen = new Set(ranked.sort((a, b) => a.turn - b.turn).slice(0, size).map(({ mutant }) => mutant));
	return mutants.filter((mutant) => chosen.has(mutant));
}
