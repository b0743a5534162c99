import { setTimeout as pause } from 'node:timers/promises';
import { switchOff, switchOn } from '../n8n/activation.ts';
import { ledgerProblems, problemsOf, runTemplate, templateOf } from './chain.ts';
import type { Chain, ChainResult, Counts, LiveCourse } from './chain.ts';
import type { Environment } from './environment.ts';

type Registration = { url: string };
type Push = { seq: number; status: number | null };

/** What the sandbox holds of a service that pushes. */
type Pushing = { webhooks: Registration[]; pushes: Push[] };

/** So long may pass until what happened is in the ledgers: runs that came together wait for each other. */
const PATIENCE_MS = 180_000;
const EVERY_MS = 500;

/** A chain that pushes start, in n8n and the sandbox. */
class LivePlay {
	private readonly environment: Environment;
	private readonly chain: Chain;
	private readonly course: LiveCourse;

	constructor(environment: Environment, chain: Chain, course: LiveCourse) {
		this.environment = environment;
		this.chain = chain;
		this.course = course;
	}

	/** Activates the template; gives what is wrong with its registration. */
	async begin(): Promise<string[]> {
		await switchOn(this.environment.session, this.template);
		return await this.registrationProblems();
	}

	/** Lets each thing happen and follows it into the ledgers; gives what did not come to be in time. */
	async play(): Promise<string[]> {
		const problems: string[] = [];
		for (const { what, happens } of this.course.events) {
			await happens(this.environment.sandbox);
			problems.push(...(await this.problemsInTheEnd(async () => [...(await this.pushProblems()), ...(await this.problemsAfter(`After ${what}`))])));
		}
		return problems;
	}

	/** A run by hand, when no other is at work; once more should the schedule have begun one at the same moment. */
	async runByHand(): Promise<Counts> {
		const run = async () => {
			await this.problemsInTheEnd(async () => await this.runsAtWork());
			return await runTemplate(this.environment, this.chain);
		};
		return await run().catch(async (error: Error) => {
			if (!error.message.includes(this.course.refusal)) throw error;
			return await run();
		});
	}

	/** Deactivates the template; gives the registrations that are left. */
	async end(): Promise<string[]> {
		await switchOff(this.environment.session, this.template);
		const { webhooks } = await this.pushing();
		return webhooks.map(({ url }) => `The template is not active any more, and its registration is left: ${url}`);
	}

	/** One registration, to this n8n. */
	async registrationProblems(): Promise<string[]> {
		const { webhooks } = await this.pushing();
		const ours = webhooks.filter(({ url }) => url.startsWith(`${this.environment.session.url}/webhook/`));
		return ours.length === 1 && webhooks.length === 1 ? [] : [`${ours.length} of ${webhooks.length} registrations are of this n8n; one should be there, and no other.`];
	}

	private get template(): string {
		return templateOf(this.environment, this.chain).name;
	}

	private async pushing(): Promise<Pushing> {
		return await this.environment.sandbox.control<Pushing>('GET', `/state/${this.course.service}`);
	}

	private async problemsAfter(when: string): Promise<string[]> {
		return [...(await this.runsAtWork()), ...(await ledgerProblems(this.environment, this.chain, when))];
	}

	private async pushProblems(): Promise<string[]> {
		const { pushes } = await this.pushing();
		return pushes.filter(({ status }) => status !== 200).map(({ seq, status }) => `Push ${seq} was answered with ${status}.`);
	}

	private async runsAtWork(): Promise<string[]> {
		const ids = await this.environment.session.runningExecutions(this.template);
		return ids.map((id) => `Execution ${id} is still at work.`);
	}

	/** What is left of the problems when there are none any more, or time is up. */
	private async problemsInTheEnd(look: () => Promise<string[]>): Promise<string[]> {
		const deadline = Date.now() + PATIENCE_MS;
		for (;;) {
			const problems = await look();
			if (problems.length === 0 || Date.now() > deadline) return problems;
			await pause(EVERY_MS);
		}
	}
}

/**
 * Runs a live chain: its template is activated, things happen that pushes tell of, one happens unheard, and a run by hand finds it; a second one by hand must find nothing to do.
 * What was done, by whichever run, is held against the reference. The template is deactivated in the end unless it is to stay active.
 */
export async function runLiveChain(environment: Environment, chain: Chain, course: LiveCourse, staysActive: boolean): Promise<ChainResult> {
	const play = new LivePlay(environment, chain, course);
	const begun = performance.now();
	const met = [...(await play.begin()), ...(await play.play())];
	await course.unheard(environment.sandbox);
	const first = await course.found(environment.sandbox, await play.runByHand());
	const seconds = (performance.now() - begun) / 1000;

	const { counts: expected } = await environment.sandbox.control<{ counts: Counts }>('GET', `/expected/${chain.name}`);
	const afterFirst = await ledgerProblems(environment, chain, 'After the first run');
	const second = await play.runByHand();
	const afterSecond = await ledgerProblems(environment, chain, 'After the second run');
	const ending = [...(await play.registrationProblems()), ...(staysActive ? [] : await play.end())];
	const problems = [...met, ...problemsOf(chain, { expected, first, second }, afterFirst, afterSecond), ...ending];
	return { name: chain.name, expected, first, second, seconds, problems };
}
