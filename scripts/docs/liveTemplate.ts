import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

type Node = { id: string; name: string; type: string; typeVersion: number; position: number[]; parameters: Record<string, unknown>; credentials?: object; disabled?: boolean };
type Connections = Record<string, { main: Array<Array<{ node: string; type: string; index: number }>> }>;
type Template = { id: string; name: string; nodes: Node[]; connections: Connections };

const source = join(import.meta.dirname, '../../workflows/capitech-to-opus.json');

/** The start that is replaced, the trigger in its place, and what makes one start of all that one poll tells. */
const HOURLY = 'Every Hour';
const TRIGGER = 'Hours Approved';
const ONCE = 'Ring Once';

/** What the trigger tells that only a run in full finds in Capitech: it looks for what is no longer there. */
const FOUND_IN_FULL = ['deleted', 'unapproved'];

/** What differs in the texts and expressions of the two workflows. */
const TEXTS: Array<[from: string, to: string]> = [
	['## Capitech → KMD Opus\\n', '## Capitech → KMD Opus, live\\n'],
	['or let the night do it.', 'or switch the workflow on.'],
	[`*${HOURLY}* only looks at what is new or changed.`, `A start by *${TRIGGER}* only looks at what is new or changed, unless something was deleted or an approval withdrawn.`],
	[
		`!$('${HOURLY}').isExecuted`,
		`!$('${TRIGGER}').isExecuted || $('${TRIGGER}').all().some(({ json }) => json.events.some((event) => [${FOUND_IN_FULL.map((event) => `'${event}'`).join(', ')}].includes(event)))`,
	],
];

const NOTE = [
	'### A bell, no more',
	`*${TRIGGER}* looks into Capitech every ten minutes and starts a run when hours were approved, changed or deleted, or an approval was withdrawn. The run itself asks for all that is not exported yet: what a bell told is not used, so a bell that was lost, or refused while another run was at work, loses nothing. The next one, at the latest *Every Night*, finds it.`,
	'Give the trigger the firms (klientnr) of *Settings* and the lowest level of approval that counts there.',
	'**Only one workflow may export a firm**: switch off *Capitech to KMD Opus* before you switch this one on. In one project they share the lease, so that they never post at the same time.',
].join('\n\n');

/** The text with a part of it replaced, which has to be there. */
function replaced(text: string, [from, to]: [string, string]): string {
	if (!text.includes(from)) throw new Error(`workflows/capitech-to-opus.json does not hold "${from}"`);
	return text.replaceAll(from, to);
}

/** The firms (klientnr) of the *Settings* node. */
function clientIds({ nodes }: Template): number[] {
	const settings = nodes.find(({ name }) => name === 'Settings')?.parameters as { assignments: { assignments: Array<{ name: string; value: string }> } };
	const firms = settings.assignments.assignments.find(({ name }) => name === 'firms')?.value ?? '[]';
	return (JSON.parse(firms) as Array<{ clientId: number }>).map(({ clientId }) => clientId);
}

/** The nodes that stand where the schedule stood. */
function start(template: Template, hourly: Node): Node[] {
	const { credentials } = template.nodes.find(({ type, credentials: own }) => type.endsWith('.capitech') && own) as Node;
	const [x, y] = hourly.position;
	return [
		{
			id: 'live',
			name: TRIGGER,
			type: 'n8n-nodes-nordic-workforce.capitechTrigger',
			typeVersion: 1,
			position: [x, y],
			parameters: {
				pollTimes: { item: [{ mode: 'everyX', value: 10, unit: 'minutes' }] },
				clientIds: clientIds(template).join(', '),
				events: ['approved', 'changed', 'deleted', 'unapproved'],
				approvalLevel: 1,
			},
			credentials,
		},
		{ id: 'once', name: ONCE, type: 'n8n-nodes-base.limit', typeVersion: 1, position: [x + 220, y], parameters: {} },
	];
}

const note = (id: string, position: number[]): Node => ({
	id,
	name: `Note ${id.replace('note-', '')}`,
	type: 'n8n-nodes-base.stickyNote',
	typeVersion: 1,
	position,
	parameters: { content: NOTE, height: 310, width: 620, color: 4 },
});

/**
 * The text of workflows/capitech-approved-hours-live.json: the workflow of capitech-to-opus.json, started by the Capitech Trigger in place of the hourly schedule. It is made
 * from that file, so that the two are the same in all else.
 */
export async function liveTemplate(): Promise<string> {
	const original = JSON.parse(await readFile(source, 'utf8')) as Template;
	const hourly = original.nodes.find(({ name }) => name === HOURLY) as Node;
	const { [HOURLY]: from, ...connections } = original.connections;
	const notes = original.nodes.filter(({ type }) => type === 'n8n-nodes-base.stickyNote');
	const others = original.nodes.filter((node) => node !== hourly && !notes.includes(node));
	const template = {
		...original,
		id: 'capitechApprovedLive',
		name: 'Capitech to KMD Opus, Live',
		nodes: [...notes, note(`note-${notes.length + 1}`, [-420, 560]), ...start(original, hourly), ...others],
		connections: { [TRIGGER]: { main: [[{ node: ONCE, type: 'main', index: 0 }]] }, [ONCE]: from, ...connections },
	};
	return `${TEXTS.reduce(replaced, JSON.stringify(template, null, '\t'))}\n`;
}
