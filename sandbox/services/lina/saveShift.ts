import { DateTime } from 'luxon';

import { badRequest } from './refusal.ts';
import type { RequestBody } from './requestBody.ts';

/** A shift as saveShift takes it; times in Unix seconds, 0 where there is none (lina.md 1.7). */
export interface SentShift {
	readonly userUuid: string;
	/** `yyyy-MM-dd`. */
	readonly businessDate: string;
	readonly von: number;
	readonly bis: number;
	readonly von2: number;
	readonly bis2: number;
	/** Minutes. */
	readonly pause: number;
}

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;
const ZONE = 'Europe/Berlin';
const DAY = 86_400;
/** A business day that lasts long ends at noon of the next day. */
const LATEST_BEGINNING = 36 * 3600;

/** The date whose midnight in the store's zone a time is. */
function dateAt(midnight: number): string {
	const day = DateTime.fromSeconds(midnight, { zone: ZONE });
	if (!day.equals(day.startOf('day'))) throw badRequest('datum must be midnight in Europe/Berlin.');
	return day.toFormat('yyyy-MM-dd');
}

function checkTimes(midnight: number, [from, to]: readonly [number, number], what: string): void {
	if (to <= from) throw badRequest(`${what} must end after it begins.`);
	if (to - from > DAY) throw badRequest(`${what} must not last more than 24 hours.`);
	if (from < midnight || from >= midnight + LATEST_BEGINNING) throw badRequest(`${what} does not begin on the business day.`);
}

/** Reads the body of saveShift; a second pair of times follows the first. */
export function readShift(body: RequestBody): SentShift {
	body.only('userUuid', 'datum', 'von', 'bis', 'von2', 'bis2', 'pause');
	const userUuid = body.text('userUuid');
	if (!UUID.test(userUuid)) throw badRequest('userUuid is no UUID.');
	const datum = body.whole('datum');
	const [von, bis] = [body.whole('von'), body.whole('bis')];
	const [von2, bis2] = [body.whole('von2', 0), body.whole('bis2', 0)];
	const pause = body.whole('pause', 0);
	const businessDate = dateAt(datum);
	checkTimes(datum, [von, bis], 'The shift');
	const isSplit = von2 !== 0 || bis2 !== 0;
	if (isSplit) checkTimes(datum, [von2, bis2], 'The second shift');
	if (isSplit && von2 < bis) throw badRequest('The second shift must begin after the first.');
	if (pause * 60 >= bis - von + bis2 - von2) throw badRequest('pause must be shorter than the shift.');
	return { userUuid, businessDate, von, bis, von2, bis2, pause };
}
