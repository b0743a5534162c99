import type { Mutant } from '../mutant.ts';
import { engine, unit } from '../mutant.ts';

const RECORD = 'nodes/StarAkasse/record';
const UPDATE = 'nodes/StarAkasse/update';

const merging = (named?: string) => unit('starAkasse/merge', named);
const form = (named?: string) => unit('starAkasse/form', named);
const updating = (named?: string) => unit('starAkasse/update', named);

/** How an a-kasse's record is changed at STAR, where an update deletes whatever it does not hold. */
export const starAkasse: Mutant[] = [
	{
		name: 'a change of one day of an a-kasse loses the days after it',
		file: `${RECORD}/mergeHours.ts`,
		find: '[...others.slice(0, at), ...day, ...others.slice(at)]',
		replace: '[...others.slice(0, at), ...day]',
		tests: merging('A change of one day'),
	},
	{
		name: 'an interval of an a-kasse that stays loses what else it holds',
		file: `${RECORD}/mergeHours.ts`,
		find: 'before.find((other) => isSameInterval(interval, other)) ?? make(interval)',
		replace: 'make(interval)',
		tests: merging('an interval that stays'),
	},
	{
		name: 'the other name of the closing time of an a-kasse is not read',
		file: `${RECORD}/names.ts`,
		find: "to: ['lukketidspunkt', 'aabningstidSluttidspunkt']",
		replace: "to: ['lukketidspunkt']",
		tests: merging('changes that day'),
	},
	{
		name: 'phone hours of an a-kasse lose the object around them',
		file: `${RECORD}/hours.ts`,
		find: 'return within ? { ...within.object, [within.name]: inner } : inner;',
		replace: 'return within && list.length > 99 ? {} : inner;',
		tests: merging('A change of one day'),
	},
	{
		name: 'a field of an a-kasse is written beside the one that it has in capitals',
		file: `${RECORD}/names.ts`,
		find: 'key.toLowerCase() === name.toLowerCase()',
		replace: 'key === name',
		tests: merging('Fields'),
	},
	{
		name: 'the fingerprint of an a-kasse leaves out what is not known',
		file: `${RECORD}/canonical.ts`,
		find: 'other: canonicalMembers(othersOf(record, RECORD_FIELDS, names))',
		replace: 'other: []',
		tests: merging('A fingerprint'),
	},
	{
		name: 'overlapping hours of an a-kasse are sent',
		file: `${RECORD}/hoursRules.ts`,
		find: 'from < inOrder[index - 1].to',
		replace: 'from < inOrder[index - 1].from',
		tests: form('The rules of hours'),
	},
	{
		name: 'hours of an a-kasse that end before they begin are sent',
		file: `${RECORD}/hoursRules.ts`,
		find: 'if (from > to)',
		replace: "if (from > to && to === '')",
		tests: form('A form of hours'),
	},
	{
		name: 'a closed day of an a-kasse is sent as 00:00 to 00:00 unasked',
		file: `${UPDATE}/hoursForm.ts`,
		find: "if (closedDay === 'midnightPair') {",
		replace: 'if (closedDay) {',
		tests: form('a closed day'),
	},
	{
		name: 'an empty field of the form deletes what an a-kasse has',
		file: `${UPDATE}/change.ts`,
		find: '(readText(entries[entry]) ? [[entry, readText(entries[entry])]] : []));\n\tconst flag',
		replace: '[[entry, readText(entries[entry])]]);\n\tconst flag',
		tests: form('The plain fields'),
	},
	{
		name: 'the name of an a-kasse is changed without STAR',
		file: `${UPDATE}/change.ts`,
		find: 'entries.nameAgreed !== true',
		replace: 'entries.nameAgreed === false',
		tests: form('The plain fields'),
	},
	{
		name: 'what somebody else changed at an a-kasse in between is overwritten',
		file: `${UPDATE}/update.ts`,
		find: 'if (stands !== stood) {',
		replace: "if (stands !== stood && stood === '') {",
		tests: engine('starAkasse/update', 'somebody else came in between'),
	},
	{
		name: 'an update of an a-kasse is made although its preview is out of date',
		file: `${UPDATE}/update.ts`,
		find: 'if (expectedFingerprint && expectedFingerprint !== fingerprintBefore) {',
		replace: "if (expectedFingerprint && fingerprintBefore === '') {",
		tests: updating('an expected fingerprint'),
	},
	{
		name: 'a preview of an a-kasse is written',
		file: `${UPDATE}/update.ts`,
		find: "if (mode === 'preview') return",
		replace: "if (mode === 'preview' && expectedFingerprint) return",
		tests: updating('a preview'),
	},
	{
		name: 'data of an a-kasse vanish that nobody let go',
		file: `${UPDATE}/update.ts`,
		find: 'if (vanishing.length && !mayVanish) {',
		replace: 'if (vanishing.length > 99 && !mayVanish) {',
		tests: updating('Replace Everything'),
	},
	{
		name: 'an update of an a-kasse is sent again over what somebody else wrote',
		file: `${UPDATE}/update.ts`,
		find: "return stands === before ? 'stands not' : 'differs';",
		replace: "return 'stands not';",
		tests: engine('starAkasse/update.lostAnswers', 'somebody else wrote meanwhile'),
	},
	{
		name: 'an a-kasse gets a number that was rounded',
		file: `${UPDATE}/carried.ts`,
		find: 'return isExact(value) ? undefined : path;',
		replace: 'return undefined;',
		tests: updating('Nothing is sent'),
	},
	{
		name: 'the record of another a-kasse is put in the place of one’s own',
		file: `${UPDATE}/identity.ts`,
		find: 'if (isOther || !isRecord) {',
		replace: 'if (!isRecord) {',
		tests: form('What was read'),
	},
	{
		name: 'an a-kasse writes the data of another one',
		file: `${UPDATE}/own.ts`,
		find: 'if (readText(organisationCode) === akasseCode) return;',
		replace: 'if (readText(organisationCode)) return;',
		tests: engine('starAkasse/update', 'for another a-kasse'),
	},
];
