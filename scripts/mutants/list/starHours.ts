import type { Mutant } from '../mutant.ts';
import { engine, unit } from '../mutant.ts';

const SLOT = 'nodes/StarAkasse/closing/slot.ts';
const DAY = 'nodes/StarAkasse/closing/day.ts';

const plan = (named: string) => unit('starAkasse/closing/plan', named);
const property = (named: string) => unit('starAkasse/closing/properties', named);

/** What goes wrong with the hours of a date, between an a-kasse's table of closings and its record. */
export const starHours: Mutant[] = [
	{
		name: 'hours that somebody has entered meanwhile are overwritten',
		file: SLOT,
		find: 'if (!ours.has(current)) return true;',
		replace: 'if (!ours.has(current)) return false;',
		tests: plan('somebody else has entered'),
	},
	{
		name: 'a day that somebody has opened again is closed again',
		file: SLOT,
		find: "return closing.state === 'closed' && closing.date >= today",
		replace: "return closing.state === 'planned' && closing.date >= today",
		tests: plan('somebody else has entered'),
	},
	{
		name: 'a closing whose write never came to pass is told as put back',
		file: SLOT,
		find: "state === 'closing' && date < today && current === before",
		replace: "state === 'planned' && date < today && current === before",
		tests: plan('a night that nobody came by in'),
	},
	{
		name: 'a missed closing is forgotten',
		file: SLOT,
		find: "closing.state === 'planned' && closing.date < firstDate",
		replace: "closing.state === 'closing' && closing.date < firstDate",
		tests: plan('a night that nobody came by in'),
	},
	{
		name: 'the closing before is taken for the hours that stood before',
		file: SLOT,
		find: 'const base = oldest ? oldest.before : current;',
		replace: 'const base = current;',
		tests: property('whatever is cut off'),
	},
	{
		name: 'an earlier entry for a date counts beside the later one',
		file: SLOT,
		find: "return closing.state === 'planned' && closing !== winner ?",
		replace: "return closing.state === 'planned' && winner === undefined ?",
		tests: property('no closing is forgotten'),
	},
	{
		name: 'a closing is noted as done before it is',
		file: SLOT,
		find: "isThere ? 'closed' : 'closing'",
		replace: "isThere ? 'closed' : 'closed'",
		tests: plan('in its night'),
	},
	{
		name: 'hours are noted as put back before they are',
		file: SLOT,
		find: "isThere ? 'restored' : 'restoring'",
		replace: "isThere ? 'restored' : 'restored'",
		tests: property('whatever is cut off'),
	},
	{
		name: 'hours that could not be put back are closed',
		file: SLOT,
		find: "inForce?.state === 'planned' && !canBePutBack(base)",
		replace: "inForce?.state === 'planned' && !base",
		tests: plan('could not be put back'),
	},
	{
		name: 'a clock that goes back opens a closed day',
		file: SLOT,
		find: "(state === 'closing' || state === 'closed') && date >= today",
		replace: "(state === 'closing' || state === 'closed') && date === today",
		tests: plan('a clock that goes back'),
	},
	{
		name: 'what else an interval holds is lost when its day is put back',
		file: DAY,
		find: 'return isPlain && !hoursProblems',
		replace: 'return !hoursProblems',
		tests: plan('could not be put back'),
	},
	{
		name: 'a day closed by 00:00 twice counts as open',
		file: DAY,
		find: '.filter((interval) => !isMidnightPair(interval))',
		replace: '.filter(Boolean)',
		tests: plan('closed the other way'),
	},
	{
		name: 'the new day begins late',
		file: 'nodes/StarAkasse/closing/when.ts',
		find: 'time < closeAt ?',
		replace: 'time <= closeAt ?',
		tests: plan('the day that the hours are to be as'),
	},
	{
		name: 'closings change a record that is not the one they were planned on',
		file: 'nodes/StarAkasse/closing/items.ts',
		find: 'expectedFingerprint: fingerprint,',
		replace: "expectedFingerprint: '',",
		tests: engine('starAkasse/planClosings', 'has an item for each row'),
	},
	{
		name: 'closings of another a-kasse are carried out',
		file: 'nodes/StarAkasse/closing/material.ts',
		find: 'closings: closings.filter(({ closing }) => mayBeCode(closing.akasseCode, akasseCode))',
		replace: 'closings',
		tests: engine('starAkasse/planClosings', 'has an item for each row'),
	},
	{
		name: 'a day that a workflow leaves alone is closed',
		file: 'nodes/StarAkasse/update/hoursForm.ts',
		find: "if (row.kind === 'leave') continue;",
		replace: "if (row.kind === undefined) continue;",
		tests: unit('starAkasse/closing/leftRows'),
	},
];
