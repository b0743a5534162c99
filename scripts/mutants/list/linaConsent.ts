import type { Mutant } from '../mutant.ts';
import { chain, engine, unit } from '../mutant.ts';

const TRANSFER = 'nodes/Lina/consentTransfer';
const TEMPLATE = 'workflows/lina-to-personalemappe.json';

const planned = unit('lina/consentTransfer/plan');
const matched = unit('lina/consentTransfer/match');
const remembered = unit('lina/consentTransfer/remember');
const whateverComes = unit('lina/consentTransfer/properties');
const whole = (named: string) => chain('consentTemplate', named);
const stopped = chain('consentStops');

/** A node of the template up to its type. */
const node = (id: string, name: string): string => `"id": "${id}",\n\t\t\t"name": "${name}",\n\t\t\t"type": "n8n-nodes-base.dataTable"`;
const left = (id: string, name: string): string => node(id, name).replace('dataTable', 'noOp');

/** What goes wrong where consents of LINA become documents: traps 14, 15 and 18 of the contract, and the workflow around them. */
export const linaConsent: Mutant[] = [
	{
		name: 'trap 14: consents of another store count as gone',
		file: `${TRANSFER}/material.ts`,
		find: 'readKept(item.json) })).filter(({ value }) => value.store === store)',
		replace: 'readKept(item.json) })).filter(({ value }) => value.store !== "")',
		tests: unit('lina/consentTransfer/plan', 'trap 14:'),
	},
	{
		name: 'trap 15: who withdrew and stands on the list keeps a name there',
		file: `${TRANSFER}/remember.ts`,
		find: "...(item.isListed ? [erase('human', item)] : []),\n\terase('consents', item),",
		replace: "erase('consents', item),",
		tests: whateverComes,
	},
	{
		name: 'trap 15: the mapping of who withdrew is kept',
		file: `${TRANSFER}/remember.ts`,
		find: "\terase('consents', item),\n",
		replace: '',
		tests: whateverComes,
	},
	{
		name: 'trap 15: a withdrawal is filed for whom nothing was filed',
		file: `${TRANSFER}/judge.ts`,
		find: "if (!consent && standing === 'nothing') return { kind: 'erase', hasDocument: false };",
		replace: '',
		tests: unit('lina/consentTransfer/plan', 'trap 15:'),
	},
	{
		name: 'trap 18: everybody gone at once is believed',
		file: `${TRANSFER}/judge.ts`,
		find: "if (!consent && isHeld) return { kind: 'waits' };",
		replace: '',
		tests: unit('lina/consentTransfer/plan', 'trap 18:'),
	},
	{
		name: 'much that is gone at once is believed',
		file: 'nodes/kit/goneAtOnce.ts',
		find: 'return areAllGone || areManyGone;',
		replace: 'return areAllGone;',
		tests: planned,
	},
	{
		name: 'an equal address is enough for a match',
		file: `${TRANSFER}/match.ts`,
		find: 'active.filter((employee) => nameOf(employee) === name)',
		replace: 'active.filter((employee) => nameOf(employee) !== "")',
		tests: matched,
	},
	{
		name: 'an employment that has ended is matched',
		file: `${TRANSFER}/match.ts`,
		find: 'addressed.filter(({ isActive }) => isActive)',
		replace: 'addressed.filter(({ isActive }) => isActive !== undefined)',
		tests: matched,
	},
	{
		name: 'an employment gets the documents of two persons',
		file: `${TRANSFER}/plan.ts`,
		find: "if (owner !== undefined && owner !== person.userUuid) return human(person, 'taken');",
		replace: '',
		tests: planned,
	},
	{
		name: 'a document that is sent again gets another reference',
		file: `${TRANSFER}/plan.ts`,
		find: 'if (isRepeat) return kept as Kept;',
		replace: "if (isRepeat) return { ...(kept as Kept), reference: newReference() };",
		tests: whateverComes,
	},
	{
		name: 'an upload whose answer was lost is sent again where references are not honoured',
		file: `${TRANSFER}/items.ts`,
		find: 'recordedState: filing.recordedState,',
		replace: "recordedState: '',",
		tests: planned,
	},
	{
		name: 'an upload whose answer was lost waits for nobody',
		file: `${TRANSFER}/remember.ts`,
		find: "[list(item, 'uploadUnknown', readText(item.documentReference), at), keep(",
		replace: '[keep(',
		tests: whateverComes,
	},
	{
		name: 'a refusal of a document sent again counts as nothing filed',
		file: `${TRANSFER}/remember.ts`,
		find: "if (answer === 'unknown' || !isFirst) return",
		replace: "if (answer === 'unknown') return",
		tests: remembered,
	},
	{
		name: 'the task tells whose document it is about',
		file: `${TRANSFER}/remember.ts`,
		find: "documentId: readText(filedDocumentId), reference: readText(reference) || readText(withdrawalReference), task, openedAt: at };",
		replace: "documentId: readText(filedDocumentId), reference: readText(reference) || readText(withdrawalReference), task: `${String(task)} uuid-1`, openedAt: at };",
		tests: remembered,
	},
	{
		name: 'names stand on the list for ever',
		file: `${TRANSFER}/items.ts`,
		find: 'isOlderThan(listed.since, humanListDays * 24, now)',
		replace: 'isOlderThan(listed.since, humanListDays * 24_000, now)',
		tests: planned,
	},
	{
		name: 'two references of documents are the same',
		file: 'nodes/Lina/actions/consentTransfer/plan.operation.ts',
		find: "randomBytes(10).toString('hex')",
		replace: "randomBytes(10).toString('hex').replace(/./g, '0')",
		tests: engine('lina/consentTransfer'),
	},
	{
		name: 'a document is sent before it is noted',
		file: TEMPLATE,
		find: node('pending', 'Note It as Pending'),
		replace: left('pending', 'Note It as Pending'),
		tests: stopped,
	},
	{
		name: 'nobody is erased by the workflow',
		file: TEMPLATE,
		find: node('erase', 'Erase the Person'),
		replace: left('erase', 'Erase the Person'),
		tests: whole('without any push'),
	},
	{
		name: 'names that are too old are left in the table',
		file: TEMPLATE,
		find: node('old-names', 'Forget Old Names'),
		replace: left('old-names', 'Forget Old Names'),
		tests: whole('names on the list are erased'),
	},
	{
		name: 'two runs file documents at a time',
		file: TEMPLATE,
		find: '"leftValue": "={{ $json.holder !== $execution.id }}"',
		replace: '"leftValue": "={{ false }}"',
		tests: stopped,
	},
	{
		name: 'a run that a push began does not wait for another',
		file: TEMPLATE,
		find: "={{ !$('Run by Hand').isExecuted && $runIndex < 20 }}",
		replace: '={{ false }}',
		tests: stopped,
	},
	{
		name: 'a run goes on filing when its lease is over',
		file: TEMPLATE,
		find: '"leftValue": "={{ $json.holder === $execution.id }}"',
		replace: '"leftValue": "={{ true }}"',
		tests: stopped,
	},
];
