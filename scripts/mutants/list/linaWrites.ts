import type { Mutant } from '../mutant.ts';
import { engine, unit } from '../mutant.ts';

const SHIFT = 'nodes/Lina/shift';
const FILE = 'nodes/Lina/personnelFile';

const sending = engine('lina/shift');
const ledger = engine('lina/shift.ledger');
const times = unit('lina/shift/shift');
const uploading = engine('lina/personnelFile');

/** What goes wrong where shifts and files are written to LINA: traps 1, 4, 14 and 15 of the contract. */
export const linaWrites: Mutant[] = [
	{
		name: 'a shift of LINA that was sent before is sent again',
		file: `${SHIFT}/create.ts`,
		find: "if (entry === 'known') return {",
		replace: "if (entry === 'known' && sendAgain) return {",
		tests: sending,
	},
	{
		name: 'a write to LINA whose answer was lost is sent again',
		file: 'nodes/Lina/client.ts',
		find: "url: operation, repeatable: 'never', ...request",
		replace: "url: operation, repeatable: 'keyed', ...request",
		tests: sending,
	},
	{
		name: 'a write that LINA answers with the address of what became of it counts as refused',
		file: 'nodes/Lina/answer.ts',
		find: ' && status !== SEE_OTHER',
		replace: '',
		tests: unit('lina/answer'),
	},
	{
		name: 'half an answer of LINA to a write counts as a refusal',
		file: 'nodes/Lina/answer.ts',
		find: '(refusal !== undefined || status >= 300)',
		replace: '(refusal !== undefined || status >= 200)',
		tests: sending,
	},
	{
		name: 'a LINA that fails on the way counts as having refused the write',
		file: 'nodes/Lina/answer.ts',
		find: 'const isRefusal = !leavesOpen(status) &&',
		replace: 'const isRefusal = (!leavesOpen(status) || status === 500) &&',
		tests: sending,
	},
	{
		name: 'who insists on one shift insists on all of them',
		file: 'nodes/Lina/actions/shift/create.operation.ts',
		find: "const { sendAgain } = context.getNodeParameter('options', index, {});",
		replace: "const { sendAgain } = context.getNodeParameter('options', index * 0, {});",
		tests: sending,
	},
	{
		name: 'a shift whose answer was lost is taken out of the ledger',
		file: `${SHIFT}/create.ts`,
		find: "if (result.outcome === 'unknown') return {",
		replace: "if (result.outcome === 'unknown' && (await ledger.release(key))) return {",
		tests: sending,
	},
	{
		name: 'a shift that LINA refused stays in the ledger',
		file: `${SHIFT}/create.ts`,
		find: "entry !== 'recorded' || (await ledger.release(key))",
		replace: "entry === 'recorded' || (await ledger.release(key))",
		tests: ledger,
	},
	{
		name: 'a refused second sending takes the first out of the ledger',
		file: `${SHIFT}/create.ts`,
		find: "entry !== 'recorded' || (await ledger.release(key))",
		replace: 'await ledger.release(key)',
		tests: ledger,
	},
	{
		name: 'a shift is sent where the ledger could not be asked',
		file: `${SHIFT}/create.ts`,
		find: "if (entry !== 'failed') return undefined;",
		replace: "if (entry !== 'failed' || !sendAgain) return undefined;",
		tests: ledger,
	},
	{
		name: 'the ledger forgets earlier than it says',
		file: `${SHIFT}/ledger.ts`,
		find: 'REMEMBERED_SHIFTS = 10_000',
		replace: 'REMEMBERED_SHIFTS = 5_000',
		tests: ledger,
	},
	{
		name: 'the second part of a split shift does not tell it from another',
		file: `${SHIFT}/shift.ts`,
		find: 'von, bis, von2, bis2]))',
		replace: 'von, bis, von2 && bis2 ? 0 : 1]))',
		tests: times,
	},
	{
		name: 'the same times on another date are sent again',
		file: `${SHIFT}/shift.ts`,
		find: '.toLowerCase(), von, bis',
		replace: '.toLowerCase(), shift.date, von, bis',
		tests: times,
	},
	{
		name: 'the ledger takes one person’s shift for another’s',
		file: `${SHIFT}/shift.ts`,
		find: "['saveShift', shift.userUuid.toLowerCase()",
		replace: "['saveShift', shift.userUuid.slice(0, 0)",
		tests: times,
	},
	{
		name: 'overlapping shifts of one person go together',
		file: `${SHIFT}/together.ts`,
		find: 'a.from < b.to && b.from < a.to',
		replace: 'a.from < b.to && b.from < a.to && +a.from === +b.from',
		tests: unit('lina/shift/together'),
	},
	{
		name: 'LINA’s business date is midnight of the server’s zone',
		file: `${SHIFT}/shift.ts`,
		find: "datum: DateTime.fromISO(date, { zone: ZONE }).startOf('day')",
		replace: "datum: DateTime.fromISO(date, { zone: ZONE.slice(0, 0) || 'utc' }).startOf('day')",
		tests: times,
	},
	{
		name: 'a clock time is that of the server’s zone',
		file: `${SHIFT}/times.ts`,
		find: 'const at = DateTime.fromISO(text, { zone: ZONE });',
		replace: "const at = DateTime.fromISO(text, { zone: ZONE.slice(0, 0) || 'utc' });",
		tests: times,
	},
	{
		name: 'a time that the clocks leave out moves by an hour',
		file: `${SHIFT}/times.ts`,
		find: 'if (at.toFormat(WALL_FORMAT) !== shown) {',
		replace: 'if (at.toFormat(WALL_FORMAT) !== shown && !at.isValid) {',
		tests: times,
	},
	{
		name: 'a time that the clocks show twice is taken for the first',
		file: `${SHIFT}/times.ts`,
		find: "if (repeatedHour === 'refuse') {",
		replace: "if (repeatedHour === 'refuse' && possible.length > 2) {",
		tests: times,
	},
	{
		name: 'an end at the hour of the beginning is paid for a whole day',
		file: `${SHIFT}/shift.ts`,
		find: "if (end.kind === 'clock' && end.minutes === clockMinutes(from)) {",
		replace: "if (end.kind === 'clock' && end.minutes === clockMinutes(from) - 1440) {",
		tests: times,
	},
	{
		name: 'a second part after midnight is looked for on the day before',
		file: `${SHIFT}/shift.ts`,
		find: 'after: clockMinutes(first.from) };',
		replace: 'after: clockMinutes(first.from) * 0 };',
		tests: times,
	},
	{
		name: 'what LINA lists of a day is read before all is sent',
		file: `${SHIFT}/create.ts`,
		find: 'for (const sending of sendings) outcomes.push(settings.signal?.aborted ? cancelled() : await createOne(sending, settings));',
		replace: 'for (const sending of sendings) outcomes.push(...(await withHints([sending], [await createOne(sending, settings)], settings)));',
		tests: engine('lina/shift.afterwards'),
	},
	{
		name: 'a missing consent is taken for something that passes',
		file: 'nodes/Lina/outcome.ts',
		find: 'failure.details.httpStatus === FORBIDDEN',
		replace: 'failure.details.httpStatus === FORBIDDEN + 1',
		tests: sending,
	},
	{
		name: 'a file that is larger than LINA takes is sent',
		file: `${FILE}/file.ts`,
		find: 'if (size > MOST_BYTES) throw',
		replace: 'if (size > 2 * MOST_BYTES) throw',
		tests: uploading,
	},
	{
		name: 'a file of which nobody knows whether LINA takes it goes without a warning',
		file: `${FILE}/upload.ts`,
		find: 'file.size > SURE_BYTES ?',
		replace: 'file.size > 2 * SURE_BYTES ?',
		tests: uploading,
	},
	{
		name: 'a file that is on record in one item is sent for another one',
		file: `${FILE}/upload.ts`,
		find: 'groupBy(good, ({ value }) =>',
		replace: 'groupBy(good.filter(({ value }) => !value.recordedState), ({ value }) =>',
		tests: uploading,
	},
	{
		name: 'a file whose upload was begun before is sent again',
		file: `${FILE}/upload.ts`,
		find: "return recordedState === 'pending' ?",
		replace: "return recordedState === 'pending' && !recordedState ?",
		tests: uploading,
	},
	{
		name: 'a lost upload counts as filed',
		file: `${FILE}/upload.ts`,
		find: "return { outcome: 'unknown', messages: [messageOf(result.failure)",
		replace: "return { outcome: 'registered', messages: [messageOf(result.failure)",
		tests: uploading,
	},
	{
		name: 'the same file goes twice for one person',
		file: `${FILE}/upload.ts`,
		find: 'if (group.length === 1) return [];',
		replace: 'if (group.length >= 1) return [];',
		tests: uploading,
	},
];
