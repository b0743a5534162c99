import type { Mutant } from '../mutant.ts';
import { engine, unit } from '../mutant.ts';

const NODE = 'nodes/StarAkasse';

const odd = (named: string) => unit('starAkasse/oddRecords', named);
const watching = (named: string) => unit('starAkasse/directoryChanges', named);

/** What STAR may answer otherwise than we read its text, and what must not come of it. */
export const starOdd: Mutant[] = [
	{
		name: 'a text takes the place of what has parts at an a-kasse',
		file: `${NODE}/record/merge.ts`,
		find: "if (typeof standing === 'object' && typeof value !== 'object') throw",
		replace: "if (typeof standing === 'bigint') throw",
		tests: odd('phones in a list'),
	},
	{
		name: 'one of two values of a field of an a-kasse is changed',
		file: `${NODE}/record/merge.ts`,
		find: 'if (isDoubled(object, field, names)) throw',
		replace: 'if (Array.isArray(object)) throw',
		tests: odd('two letter cases'),
	},
	{
		name: 'a link of an a-kasse that nobody named is changed with another of its label',
		file: `${NODE}/record/merge.ts`,
		find: "if (second && mode === 'change') throw",
		replace: "if (second && mode === 'replace') throw",
		tests: odd('two links of the label'),
	},
	{
		name: 'times of an a-kasse under other names are lost with a change of their day',
		file: `${NODE}/record/hours.ts`,
		find: 'if (!isObject(raw) || hidesTime(raw, names)) return undefined;',
		replace: 'if (!isObject(raw)) return undefined;',
		tests: odd('times of other names'),
	},
	{
		name: 'a preview of opening hours is asked for in another word, and is sent',
		file: 'workflows/akasse-opening-hours.json',
		find: '!/^((no|nej|false|0)( .*)?)?$/i.test(',
		replace: '/^(yes|ja|true|1)/i.test(',
		tests: unit('akasseHours'),
	},
	{
		name: 'a cell of the directory of a-kasser is a formula to a spreadsheet',
		file: 'workflows/akasse-directory.json',
		find: ': text)(String($json.webAddress ??',
		replace: ': text)(\'\' + String($json.webAddress?.slice(1) ??',
		tests: unit('akasseDirectory', 'be a formula'),
	},
	{
		name: 'a closing that was set back to planned is never put back',
		file: `${NODE}/closing/slot.ts`,
		find: "return isClosed ? { ...closing, state: 'closing' } : closing;",
		replace: 'return closing;',
		tests: unit('starAkasse/closing/plan', 'set back to planned'),
	},
	{
		name: 'a name without a value hides the one that has it',
		file: `${NODE}/record/names.ts`,
		find: 'found.find((name) => isFilled(object[name])) ?? found[0]',
		replace: 'found[0]',
		tests: odd('without a value'),
	},
	{
		name: 'a field that is not known hides what a known one loses',
		file: `${NODE}/record/diff.ts`,
		find: 'TAKEN.has(name) ?',
		replace: 'TAKEN.size === 0 ?',
		tests: odd('has the label of a known one'),
	},
	{
		name: 'hours of an a-kasse stay as they are where an expression gives a mode that is none',
		file: `${NODE}/update/form.ts`,
		find: "if (!mode && given !== 'leave') throw",
		replace: "if (!mode && given === '') throw",
		tests: unit('starAkasse/formModes'),
	},
	{
		name: 'the record of a branch office is put in the place of its a-kasse’s',
		file: `${NODE}/update/identity.ts`,
		find: '(code === undefined || !isCode(found, code))',
		replace: 'code !== undefined && !isCode(found, code)',
		tests: unit('starAkasse/form', 'is not the record'),
	},
	{
		name: 'a branch office that stands is replaced by a new one',
		file: `${NODE}/branchOffice/create.ts`,
		find: "if (method === 'PUT' && !(await isCertainlyGone(client, key)))",
		replace: "if (method === 'PUT' && key.branchCode === '')",
		tests: engine('starAkasse/branchOffice.writes', 'by PUT'),
	},
	{
		name: 'a relation of pairs counts as a-kasser without branch offices',
		file: `${NODE}/branchOffice/relation.ts`,
		find: "lists.length > 1 || text(akasse, 'branchCode')",
		replace: 'lists.length > 1',
		tests: unit('starAkasse/branchOffice', 'a list of pairs'),
	},
	{
		name: 'an a-kasse whose code lost its zeros is closed and new',
		file: `${NODE}/trigger/memory.ts`,
		find: '[keyNow(key), entry]',
		replace: '[key || keyNow(key), entry]',
		tests: watching('without its leading zeros'),
	},
	{
		name: 'an a-kasse that is watched is not told where its code lost its zeros',
		file: `${NODE}/trigger/items.ts`,
		find: 'mayBeCode(codesOf(subject, key).akasseCode, code)',
		replace: 'codesOf(subject, key).akasseCode === code',
		tests: watching('is watched by a code'),
	},
	{
		name: 'a yes of STAR that says no counts as a yes',
		file: 'nodes/star/answer.ts',
		find: 'depth === 0 && saysNo(value)',
		replace: 'depth < 0 && saysNo(value)',
		tests: unit('star/answer', 'a yes may hold'),
	},
	{
		name: 'an address of a person stands in the messages of an update',
		file: `${NODE}/update/update.ts`,
		find: 'note(type, maskText(`${field} vanishes',
		replace: 'note(type, String(`${field} vanishes',
		tests: unit('starAkasse/update', 'no address of a person'),
	},
];
