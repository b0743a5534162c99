/** More than this, and more than this share of what is known, doesn't go at once without somebody having said so. */
const MOST_GONE = 10;
const MOST_GONE_SHARE = 0.1;

/** All of it gone, when there was more than this, looks like an answer that was empty for another reason. */
const FEW = 3;

/**
 * Whether so much of what is known is missing from a reading that the reading is not believed: a right or a filter may have changed.
 * @param most so many may be gone at once, whatever their share
 */
export function areTooManyGone(missing: number, known: number, most = MOST_GONE): boolean {
	const areAllGone = missing === known && known > FEW;
	const areManyGone = missing > most && missing > known * MOST_GONE_SHARE;
	return areAllGone || areManyGone;
}
