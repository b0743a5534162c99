import type { Random } from './random.ts';

/** A UUID of version 4 out of the world's chance. */
export function makeUuid(random: Random): string {
	const digits = Array.from({ length: 32 }, () => random.whole(0, 15).toString(16));
	digits[12] = '4';
	digits[16] = '89ab'[random.whole(0, 3)];
	return digits.join('').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
