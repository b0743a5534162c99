import type { IDataObject } from 'n8n-workflow';

import { jobagentCaller } from '../../../scripts/demo/credentials.ts';
import { WebhookWorkflow } from '../support';
import type { JobagentBench } from './bench';
import { CATEGORY, DEGREE, OCCUPATION, TODAY } from './bench';

/** What a caller sends. */
export const requestOf = (cpr: string, more: IDataObject = {}): IDataObject => ({
	requestKey: 'case-1',
	cpr,
	title: 'Lager',
	clientCategory: CATEGORY,
	enrolmentDate: TODAY,
	unemploymentDegree: DEGREE,
	email: 'borger@post.example',
	jobWishes: [{ conceptUri: OCCUPATION, hasEducation: true, yearLastUsed: 2020 }],
	user: { type: 4, identifier: 'medarbejder-1', name: 'Åse Prøve', email: 'aase@kommune.example' },
	...more,
});

export const SIGNED_IN: Record<string, string> = { [jobagentCaller.header]: jobagentCaller.secret };

/** How a caller was answered. */
export interface Told {
	status: number;
	body: IDataObject;
}

/** An active workflow that begins with STAR Jobagent Trigger, for each test of a file. */
export class Calls {
	private opened?: WebhookWorkflow;

	constructor(private readonly jobagent: JobagentBench) {
		beforeEach(async () => {
			this.opened = await this.open();
			await this.opened.activate();
		});
		afterEach(async () => await this.opened?.close());
	}

	/** A workflow that is not active yet. */
	async open(credential: IDataObject = {}): Promise<WebhookWorkflow> {
		return await WebhookWorkflow.open({ type: 'starJobagentTrigger', credentials: await this.jobagent.credentials(credential) });
	}

	get workflow(): WebhookWorkflow {
		if (!this.opened) throw new Error('No workflow is active');
		return this.opened;
	}

	/** Sends a request to the active workflow, or to another. */
	async send(body: unknown, { headers = SIGNED_IN, query = '', workflow = this.workflow } = {}): Promise<Told> {
		const response = await fetch(`${workflow.url}${query}`, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: typeof body === 'string' ? body : JSON.stringify(body) });
		const text = await response.text();
		return { status: response.status, body: text ? (JSON.parse(text) as IDataObject) : {} };
	}

	/** What a request started the workflow with. */
	async taken(request: IDataObject): Promise<IDataObject> {
		const before = this.workflow.started.length;
		await this.send(request);
		const [started, ...others] = this.workflow.started.slice(before);
		expect([started?.items.length, others]).toEqual([1, []]);
		return started.items[0].json;
	}
}
