import type { Mutant } from '../mutant.ts';
import { engine, unit } from '../mutant.ts';

const BRANCH = 'nodes/StarAkasse/branchOffice';

const reading = (named?: string) => unit('starAkasse/branchOffice', named);
const writing = (named?: string) => engine('starAkasse/branchOffice.writes', named);
const losing = (named?: string) => engine('starAkasse/branchOffice.lostAnswers', named);

/** How branch offices are read, created, changed and closed at STAR, where hardly any of the calls is published. */
export const starBranch: Mutant[] = [
	{
		name: 'the record of another branch office is taken for the one asked for',
		file: `${BRANCH}/record.ts`,
		find: "isCode(valueOf(record, 'branchCode', names), branchCode) && ",
		replace: '',
		tests: reading('is not taken for'),
	},
	{
		name: "another a-kasse's branch office is taken for the one asked for",
		file: `${BRANCH}/record.ts`,
		find: ' && (ofAkasse === undefined || isCode(ofAkasse, akasseCode))',
		replace: '',
		tests: reading('is not taken for'),
	},
	{
		name: 'a branch office of an a-kasse that the relation does not know counts as gone',
		file: `${BRANCH}/relation.ts`,
		find: 'return akasse && !akasse.branches.some(',
		replace: 'return !akasse?.branches.some(',
		tests: reading('tells which branch office is missing'),
	},
	{
		name: 'a branch office whose code lost its zeros counts as gone',
		file: 'nodes/StarAkasse/code.ts',
		find: 'bareCode(found) === bareCode(code)',
		replace: 'found === code',
		tests: reading('without its zeros'),
	},
	{
		name: 'a branch office that stands with another content is created over',
		file: `${BRANCH}/create.ts`,
		find: 'if (standing) return standsAlready(standing, creation);',
		replace: '',
		tests: writing('once more is unchanged'),
	},
	{
		name: 'a branch office that stands and holds more counts as created',
		file: `${BRANCH}/create.ts`,
		find: 'const changes = differencesIn(standing, creation);',
		replace: 'const changes = missingIn(standing, creation);',
		tests: writing('holds more'),
	},
	{
		name: 'a creation whose answer was lost is sent again although nothing tells that it is not there',
		file: `${BRANCH}/create.ts`,
		find: "? 'stands not' : 'cannot tell'",
		replace: "? 'stands not' : 'stands not'",
		tests: losing('not created again'),
	},
	{
		name: 'a deletion whose answer was lost counts as made although nothing tells that it is',
		file: `${BRANCH}/delete.ts`,
		find: "? 'stands' : 'cannot tell'",
		replace: "? 'stands' : 'stands'",
		tests: losing('not deleted again'),
	},
	{
		name: 'a branch office that can not be read counts as deleted before',
		file: `${BRANCH}/read.ts`,
		find: 'return isMissingFrom(relation, key) === true;',
		replace: 'return isMissingFrom(relation, key) !== false;',
		tests: writing('of one that is gone'),
	},
	{
		name: 'a branch office is closed although nobody says that its members were moved',
		file: 'nodes/StarAkasse/actions/branchOffice/delete.operation.ts',
		find: "if (context.getNodeParameter('membersMoved', index) !== true) {",
		replace: "if (context.getNodeParameter('membersMoved', index) === undefined) {",
		tests: writing('without the members moved'),
	},
	{
		name: "another a-kasse's branch office is written",
		file: `${BRANCH}/writing.ts`,
		find: 'await checkOwnAkasse(context, akasseCode);',
		replace: '',
		tests: writing('refused before anything is sent'),
	},
	{
		name: 'what stood in a branch office that was deleted is not told',
		file: `${BRANCH}/delete.ts`,
		find: 'deleted: true, deletedAt, branchOffice }',
		replace: 'deleted: true, deletedAt }',
		tests: writing('gives out what stood'),
	},
];
