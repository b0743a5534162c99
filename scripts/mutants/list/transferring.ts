import type { Mutant } from '../mutant.ts';
import { unit } from '../mutant.ts';

const TRANSFER = 'nodes/Capitech/absenceTransfer';

const planned = unit('capitech/absenceTransfer/plan');
const placed = unit('capitech/absenceTransfer/records');
const remembered = unit('capitech/absenceTransfer/remember');
const whateverComes = unit('capitech/absenceTransfer/properties');

/** How absences of Capitech become absences of KMD Opus. */
export const transferring: Mutant[] = [
	{
		name: 'an absence that is not approved is transferred',
		file: `${TRANSFER}/verdict.ts`,
		find: 'status !== null && approvedStatuses.has(status)',
		replace: 'status === null || approvedStatuses.size > 0',
		tests: placed,
	},
	{
		name: 'without a word on approval absences are transferred',
		file: `${TRANSFER}/verdict.ts`,
		find: "if (!approvedStatuses.size) return human('The settings do not say which status counts as approved');",
		replace: '',
		tests: placed,
	},
	{
		name: 'days of two degrees make one record',
		file: `${TRANSFER}/verdict.ts`,
		find: 'before.percent === next.percent &&',
		replace: '',
		tests: placed,
	},
	{
		name: 'an absence that was read in part is taken for the whole',
		file: `${TRANSFER}/verdict.ts`,
		find: "if (outside) return { kind: 'beyond', records, reason: outside };",
		replace: '',
		tests: placed,
	},
	{
		name: 'the types of self-declared and other absences are mixed up',
		file: `${TRANSFER}/absenceTypes.ts`,
		find: '(selfDeclaration === undefined || selfDeclaration === nature.selfDeclaration);',
		replace: '(selfDeclaration === undefined || nature.selfDeclaration !== undefined);',
		tests: unit('capitech/absenceTransfer/absenceTypes'),
	},
	{
		name: 'of a day the least specific type counts',
		file: `${TRANSFER}/absenceTypes.ts`,
		find: 'weigh(other.selectors) - weigh(one.selectors)',
		replace: 'weigh(one.selectors) - weigh(other.selectors)',
		tests: unit('capitech/absenceTransfer/absenceTypes'),
	},
	{
		name: 'an absence that was not read in full is deleted',
		file: `${TRANSFER}/plan.ts`,
		find: 'if (!isHeld && isWithin(row, window)) {',
		replace: 'if (!isHeld) {',
		tests: planned,
	},
	{
		name: 'what a human has set aside is written',
		file: `${TRANSFER}/plan.ts`,
		find: "if (rows.some(({ memory }) => memory.state === 'human')) return hold('human', 'It is set aside in the memory');",
		replace: '',
		tests: planned,
	},
	{
		name: 'a day taken out of an absence is absence all the same',
		file: `${TRANSFER}/verdict.ts`,
		find: '!takenOut.some((date) => date > before.day.date && date < next.day.date) &&',
		replace: '',
		tests: placed,
	},
	{
		name: 'a firm that came empty hides behind a large one',
		file: `${TRANSFER}/plan.ts`,
		find: 'memory.origin.clientId === id);',
		replace: 'memory.origin.clientId > 0 && id > 0);',
		tests: planned,
	},
	{
		name: 'any number of absences is deleted at once',
		file: `${TRANSFER}/gone.ts`,
		find: 'if (!areTooManyGone(missing, all)) return undefined;',
		replace: 'if (missing <= all) return undefined;',
		tests: planned,
	},
	{
		name: 'a record is written on days that another may still take',
		file: `${TRANSFER}/writes.ts`,
		find: 'const blocker = blockerOf(record, undefined, leaving);',
		replace: 'const blocker = blockerOf(record, undefined, []);',
		tests: whateverComes,
	},
	{
		name: 'after a change without an end only the new record is taken away',
		file: `${TRANSFER}/remember.ts`,
		find: "if (!memory.original) return { ...memory, state: 'gone' };",
		replace: "if (memory.step === 'delete') return { ...memory, state: 'gone' };",
		tests: planned,
	},
	{
		name: 'a refusal is taken for the end of a write that was made before',
		file: `${TRANSFER}/remember.ts`,
		find: 'NOT_DONE.has(answer) && memory.attempt === 1',
		replace: 'NOT_DONE.has(answer)',
		tests: remembered,
	},
	{
		name: 'a write is remembered as done before it is made',
		file: `${TRANSFER}/remember.ts`,
		find: "return { ...memory, state: 'pending' };",
		replace: "return { ...memory, state: 'standing' };",
		tests: remembered,
	},
	{
		name: 'two absences get one reference',
		file: `${TRANSFER}/plan.ts`,
		find: 'used.add(reference);',
		replace: '',
		tests: placed,
	},
];
