import type { Mutant } from '../mutant.ts';
import { chain } from '../mutant.ts';

const TEMPLATE = 'workflows/capitech-absence-to-opus.json';

const edited = chain('absenceChanges');
const stopped = chain('absenceStops');
const whole = chain('absenceTemplate');

/** A node of the template up to its type. */
const node = (id: string, name: string, type: string): string => `"id": "${id}",\n\t\t\t"name": "${name}",\n\t\t\t"type": "n8n-nodes-base.${type}"`;

/** The workflow that transfers absences. */
export const absenceTemplate: Mutant[] = [
	{
		name: 'a write is begun before it is noted',
		file: TEMPLATE,
		find: node('pending', 'Note It as Pending', 'dataTable'),
		replace: node('pending', 'Note It as Pending', 'noOp'),
		tests: stopped,
	},
	{
		name: 'nobody notes how a write ended',
		file: TEMPLATE,
		find: node('settled', 'Note How It Stands', 'dataTable'),
		replace: node('settled', 'Note How It Stands', 'noOp'),
		tests: whole,
	},
	{
		name: 'two runs write absences at a time',
		file: TEMPLATE,
		find: '"leftValue": "={{ $json.holder !== $execution.id }}"',
		replace: '"leftValue": "={{ false }}"',
		tests: edited,
	},
	{
		name: 'a run goes on writing absences when its lease is over',
		file: TEMPLATE,
		find: '"leftValue": "={{ $json.holder === $execution.id }}"',
		replace: '"leftValue": "={{ true }}"',
		tests: edited,
	},
	{
		name: 'absences that are gone are remembered for ever',
		file: TEMPLATE,
		find: '"keyValue": "gone"',
		replace: '"keyValue": "never"',
		tests: edited,
	},
	{
		name: 'absences are forgotten while they are still compared',
		file: TEMPLATE,
		find: '"condition": "lt"',
		replace: '"condition": "gte"',
		tests: edited,
	},
];
