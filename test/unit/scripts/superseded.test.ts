import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SUPERSEDED, supersededPart } from '../../../scripts/docs/superseded.ts';

const ROOT = join(__dirname, '../../..');
const ACTIONS = join(ROOT, 'nodes/StarAkasse/actions');
const { operations } = SUPERSEDED.StarAkasse;

/** What the vendor's page still shows of the JobCenterService (contract, section 2). */
const OF_THE_OLD_SERVICE = [
	'CreateSubjobcenter',
	'DeleteSubjobcenter',
	'GetJobCenterCodeList',
	'GetJobCenterInformation',
	'GetJobCenterList',
	'UpdateJobCenterInformation',
	'UpdateVirksomhedscenter',
];

const successors = [...new Set(operations.flatMap((operation) => operation.successors))];
const names = new Map(successors.map((successor) => [successor, `name of ${successor}`]));

test('each operation of the old service is named once, with a reason and what took its place', () => {
	expect(operations.map(({ wire }) => wire).sort()).toEqual(OF_THE_OLD_SERVICE);
	expect(operations.filter(({ reason, successors: own }) => !reason || !own.length)).toEqual([]);
});

test.each(successors)('%s, which took the place of one, is built', (successor) => {
	const [resource, operation] = successor.split('.');
	expect(existsSync(join(ACTIONS, resource, `${operation}.operation.ts`))).toBe(true);
});

test('the page of operations says of each that it is superseded, not built', () => {
	const part = supersededPart('StarAkasse', names);
	expect(part).toContain('Superseded, not built');
	for (const { wire, reason, successors: own } of operations) {
		expect(part).toContain(`| \`${wire}\` | ${own.map((successor) => names.get(successor)).join('; ')} | ${reason} |`);
	}
	const page = readFileSync(join(ROOT, 'docs/operations.md'), 'utf8');
	expect(operations.filter(({ wire, reason }) => !page.includes(`| \`${wire}\` | `) || !page.includes(reason))).toEqual([]);
});

test('a service without a predecessor says nothing of it', () => {
	expect(supersededPart('Lina', names)).toBe('');
});

test('a successor that the node does not have stops the page', () => {
	expect(() => supersededPart('StarAkasse', new Map())).toThrow('akasse.update is said to take the place of an old operation');
});
