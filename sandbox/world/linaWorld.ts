import { addDays } from './dates.ts';
import { contactsOn } from './employeeContacts.ts';
import { LINA_AREAS } from './linaAreas.ts';
import type { LinaWorld } from './linaTypes.ts';
import { makeLinaUsers, STORE } from './linaUsers.ts';
import { makeRandom } from './random.ts';
import type { OpusWorld, World } from './types.ts';

/** Keeps LINA's stream of chance apart from that of the rest of the world. */
const STREAM = 0x6c_69_6e_61;

/** One restaurant of the simulated LINA, many of whose people are employed in Opus too. */
export function makeLinaWorld(seed: number, opus: Pick<OpusWorld, 'employments' | 'employeeRecords'>, period: World['period']): LinaWorld {
	const random = makeRandom(seed ^ STREAM);
	const { users, consenting } = makeLinaUsers(random, contactsOn(addDays(period.until, 1), opus.employments, opus.employeeRecords));
	return { store: STORE, areas: [...LINA_AREAS], users, consenting, shifts: [], businessDays: [], revenue: [] };
}
