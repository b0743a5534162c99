import { itemsOf, runWorkflow } from '../n8n/execution.ts';
import type { Workflow } from '../n8n/home.ts';
import type { Sandbox, WorldSize } from '../sandbox.ts';
import type { Environment } from './environment.ts';

/** A chain of services that a template connects, and how its result is told right from wrong. */
export type Chain = {
	/** The template's file name without `.json`; also the sandbox's name for its reference. */
	name: string;
	/** The node whose single item carries the counts. */
	summary: string;
	/** The counts that a first run in a fresh world has in common with the reference. */
	counts: string[];
	/** The counts that a second run must leave at zero. */
	additions: string[];
	/** The figures of the summary's item as the report and the reference count them. */
	figures: (summary: Counts) => Counts;
	/** Changes to the template's `Settings` node: a start by hand that posts, and what a world of this size needs. */
	settings: (world: WorldSize) => Record<string, unknown>;
	/** Of a chain that a service's pushes start: what happens while its template is active. */
	live?: LiveCourse;
};

/** What happens in a service whose pushes start a chain. */
export type LiveCourse = {
	/** The sandbox's name of the service that pushes. */
	service: string;
	/** What happens while the template is active, one after the other; a push tells of each. */
	events: Array<{ what: string; happens: (sandbox: Sandbox) => Promise<void> }>;
	/** What happens unheard: its push is lost, and the run by hand that follows finds it. */
	unheard: (sandbox: Sandbox) => Promise<void>;
	/** The figures of all that was done so far, by several runs: those of the last one's summary, and what stands in the ledgers. */
	found: (sandbox: Sandbox, summary: Counts) => Promise<Counts>;
	/** The node that ends a run by hand while another run is at work. */
	refusal: string;
};

type Assignments = { assignments: Array<{ name: string; value: unknown }> };

export type Counts = Record<string, number>;

/** `GET /control/compare/<chain>`: the live ledgers against the reference. */
export type Comparison = {
	equal: boolean;
	missing: unknown[];
	extra: unknown[];
	different?: unknown[];
	/** What others had there, and is there no more. */
	lost?: unknown[];
	duplicateLines: number;
	marks?: { expected: number; actual: number; wrong: unknown[] };
};

export type ChainResult = {
	name: string;
	expected: Counts;
	first: Counts;
	second: Counts;
	/** How long the first run took. */
	seconds: number;
	/** What is not as it should be, one sentence each; empty when all is well. */
	problems: string[];
};

/** Runs a chain's template twice and holds both runs and the ledgers against the reference. */
export async function runChain(environment: Environment, chain: Chain): Promise<ChainResult> {
	const { counts: expected } = await environment.sandbox.control<{ counts: Counts }>(
		'GET',
		`/expected/${chain.name}`,
	);
	const begun = performance.now();
	const first = await runTemplate(environment, chain);
	const seconds = (performance.now() - begun) / 1000;
	const afterFirst = await ledgerProblems(environment, chain, 'After the first run');
	const second = await runTemplate(environment, chain);
	const afterSecond = await ledgerProblems(environment, chain, 'After the second run');

	const problems = problemsOf(chain, { expected, first, second }, afterFirst, afterSecond);
	return { name: chain.name, expected, first, second, seconds, problems };
}

/** What two runs' figures and the ledgers after each say against a chain. */
export function problemsOf(
	chain: Chain,
	{ expected, first, second }: Pick<ChainResult, 'expected' | 'first' | 'second'>,
	afterFirst: string[],
	afterSecond: string[],
): string[] {
	return [
		...chain.counts
			.filter((count) => first[count] !== expected[count])
			.map((count) => `${count}: ${first[count]} instead of ${expected[count]}.`),
		...afterFirst,
		...chain.additions
			.filter((count) => second[count] !== 0)
			.map((count) => `The second run changed ${count}: ${second[count]}.`),
		...(afterFirst.length === 0 ? afterSecond : []),
	];
}

/** One run of a chain's template, from its manual trigger to the figures of its summary. */
export async function runTemplate(environment: Environment, chain: Chain): Promise<Counts> {
	const template = templateOf(environment, chain);
	const trigger = template.nodes.find(({ type }) => type === 'n8n-nodes-base.manualTrigger');
	if (!trigger) throw new Error(`'${template.name}' has no manual trigger`);
	const execution = await runWorkflow(environment.session, template.name, trigger.name);
	if (execution.status !== 'success') {
		const said = execution.failures.map(({ node, message }) => `${node}: ${message}`).join('; ');
		throw new Error(`'${template.name}' ended as ${execution.status}. ${said}`);
	}
	const [summary] = itemsOf(execution, chain.summary);
	if (!summary) throw new Error(`'${chain.summary}' of '${template.name}' gave no item`);
	return chain.figures(summary as Counts);
}

/** Writes a chain's settings for this world into the assignments of its template's `Settings` node. */
export function applySettings(chain: Chain, template: Workflow, world: WorldSize): void {
	const node = template.nodes.find(({ name }) => name === 'Settings');
	const { assignments } = (node?.parameters.assignments ?? { assignments: [] }) as Assignments;
	for (const [name, value] of Object.entries(chain.settings(world))) {
		const assignment = assignments.find((candidate) => candidate.name === name);
		if (!assignment) throw new Error(`The settings of '${template.name}' have no '${name}'`);
		assignment.value = value;
	}
}

/** The template that connects a chain's services. */
export function templateOf({ templates }: Environment, chain: Chain): Workflow {
	const template = templates[chain.name];
	if (!template) throw new Error(`There is no template workflows/${chain.name}.json`);
	return template;
}

/** What differs between the live ledgers and the reference, in sentences that begin with `when`. */
export async function ledgerProblems(
	{ sandbox }: Environment,
	chain: Chain,
	when: string,
): Promise<string[]> {
	const found = await sandbox.control<Comparison>('GET', `/compare/${chain.name}`);
	const { missing, extra, different = [], lost = [], duplicateLines, marks } = found;
	const problems = [
		describe(missing, 'line', 'missing from the ledger'),
		describe(extra, 'line', 'in the ledger that should not be there'),
		describe(different, 'line', 'different from the reference'),
		describe(lost, 'line', 'of others gone'),
		duplicateLines > 0 ? `${duplicateLines} lines are there twice.` : '',
		marks ? describe(marks.wrong, 'mark', `wrong (${marks.actual} set, ${marks.expected} expected)`) : '',
	].filter(Boolean);
	if (problems.length === 0 && !found.equal) problems.push('the ledgers are not equal.');
	return problems.map((problem) => `${when}: ${problem}`);
}

function describe(entries: unknown[], noun: string, complaint: string): string {
	if (entries.length === 0) return '';
	const example = JSON.stringify(entries[0]).slice(0, 300);
	return `${entries.length} ${noun}${entries.length === 1 ? '' : 's'} ${complaint}, e.g. ${example}`;
}
