import { createHash } from 'crypto';
import type { ICredentialDataDecryptedObject, IDataObject, IExecuteFunctions, IHookFunctions, ILoadOptionsFunctions, IPollFunctions } from 'n8n-workflow';

import { Failure } from '../kit/failure';
import type { HttpCall } from '../kit/http';
import { callService, cancelSignal } from '../kit/http';
import type { MultipartBody } from '../kit/multipart';
import { readText } from '../kit/parameters';
import type { Exchange } from '../kit/retry';
import { isAnswer } from '../kit/retry';
import type { LinaResult } from './answer';
import { isWhole, limitIn, resultOf } from './answer';
import type { GivenPath } from './assumed';
import type { Budget } from './budget';
import type { Call } from './ledger';
import type { Run } from './spending';
import { newRun, Spending } from './spending';
import { TokenSession } from './tokenSession';

export type { LinaResult } from './answer';
export type { Budget } from './budget';

/** The contexts in which a node speaks to LINA. */
export type LinaContext = IExecuteFunctions | ILoadOptionsFunctions | IPollFunctions | IHookFunctions;

/** The reads of the group Personal, by the last part of their paths (contract, section 1). */
export type LinaRead =
	| 'acceptedworkingtimes'
	| 'getPersonalData'
	| 'personalkostenprostunde'
	| 'personalkostenprotag'
	| 'userdataperday'
	| 'userdataperdaydelta';

/** The calls that LINA does not count (contract, section 4); the names of some are our reading. */
export type LimitRead = 'getlimit' | GivenPath;
export type WebhookWrite = 'deleteWebhook' | 'registerWebhook' | GivenPath;

type LinaWrite = 'addUserCert' | 'saveShift' | WebhookWrite;

const API_KEY = 'linaApi';
const TOKEN = 'linaTokenApi';

/** What a run of a node knows of itself: its waits, and the reads it has made. */
interface RunMemory {
	run: Run;
	reads: Map<string, Promise<unknown>>;
}

/** Only an execution has a context of its own for each run; that of a trigger lives on from one poll to the next. */
const runs = new WeakMap<object, RunMemory>();

function memoryOf(context: LinaContext): RunMemory {
	const memory = runs.get(context) ?? { run: newRun(), reads: new Map<string, Promise<unknown>>() };
	if ('getInputData' in context) runs.set(context, memory);
	return memory;
}

/** What tells a store's calls from another's, however its address and key were entered; a key belongs to one store (contract, section 2.2). */
const storeOf = ({ baseUrl, apiKey, clientId }: ICredentialDataDecryptedObject): string =>
	createHash('sha256')
		.update(JSON.stringify([readText(baseUrl).toLowerCase().replace(/(\/extern(\/.*)?|\/+)$/, ''), readText(apiKey ?? clientId)]))
		.digest('hex');

const keysOnly = (): Failure =>
	new Failure({
		kind: 'credential',
		message: 'LINA takes webhooks from API keys only, not from OAuth clients: nothing was sent',
		advice: "Set 'Authentication' to API Key, and pick a credential with a key of the store.",
	});

/** A conversation with the LINA of one store. Each call is taken from the store's budget. */
export class LinaClient {
	private constructor(
		private readonly context: LinaContext,
		private readonly credential: string,
		private readonly session: TokenSession,
		private readonly spending: Spending,
		private readonly memory: RunMemory,
	) {}

	/**
	 * Opens a conversation with the credential that the parameter `authentication` names, or `linaApi` where the node has none.
	 * @param budget what the node may spend; what is left out is as the options' defaults say
	 */
	static async open(context: LinaContext, budget: Partial<Budget> = {}): Promise<LinaClient> {
		const credential = context.getNode().parameters.authentication === 'token' ? TOKEN : API_KEY;
		const memory = memoryOf(context);
		const data = await context.getCredentials(credential);
		const spending = new Spending(storeOf(data), budget, memory.run, cancelSignal(context));
		return new LinaClient(context, credential, new TokenSession(context, credential, data), spending, memory);
	}

	/** Calls that this process made for the store in the last 15 minutes. */
	get used(): number {
		return this.spending.used;
	}

	/** Tells how many reads are about to be made, so that a run that ends for want of calls can say how many are left. */
	announce(reads: number): void {
		this.memory.run.left += reads;
	}

	/**
	 * Makes a read; the same one is made once in a run.
	 * @returns the answer's JSON, an object or a list; not to be changed
	 * @throws Failure whatever stands in the way; it is not remembered
	 */
	async read(operation: LinaRead, query: Record<string, string> = {}): Promise<unknown> {
		const { run, reads } = this.memory;
		const parameters = new URLSearchParams(query).toString();
		const path = parameters ? `${operation}?${parameters}` : operation;
		const known = reads.get(path);
		const reading = known ?? this.readAnew(operation, path, true);
		if (!known) {
			reads.set(path, reading);
			reading.catch(() => reads.delete(path));
		}
		const answer = await reading;
		run.left = Math.max(0, run.left - 1);
		return answer;
	}

	/**
	 * Asks what LINA grants; not counted (contract, section 4), and never the same twice.
	 * @throws Failure whatever stands in the way
	 */
	async limit(operation: LimitRead): Promise<object> {
		return await this.readAnew(operation, operation, false);
	}

	/** Writes a record. Never sent again after anything but a refusal for the number of calls; the outcome is a value. */
	async post(operation: 'saveShift', body: IDataObject): Promise<LinaResult> {
		return await this.write(operation, { body }, true);
	}

	/** Uploads a file. Never sent again after anything but a refusal for the number of calls; the outcome is a value. */
	async upload(operation: 'addUserCert', form: MultipartBody): Promise<LinaResult> {
		const headers = { 'Content-Type': form.contentType, 'Content-Length': String(form.length) };
		return await this.write(operation, { headers, body: form.open }, true);
	}

	/**
	 * Registers, changes or deletes a webhook; not counted (contract, section 4).
	 * @throws Failure with a token: LINA takes webhooks from API keys only (contract, section 2.2), and nothing is sent
	 */
	async webhook(operation: WebhookWrite, body: IDataObject): Promise<LinaResult> {
		if (this.credential === TOKEN) throw keysOnly();
		return await this.write(operation, { body }, false);
	}

	private async readAnew(operation: LinaRead | LimitRead, path: string, counted: boolean): Promise<object> {
		const exchange = await this.send({ method: 'GET', url: path, repeatable: 'read' }, counted);
		const result = resultOf(exchange, operation, 'read');
		if (result.outcome !== 'ok') throw result.failure;
		this.hintRights(result.answer);
		return result.answer;
	}

	private async write(operation: LinaWrite, request: Pick<HttpCall, 'body' | 'headers'>, counted: boolean): Promise<LinaResult> {
		const exchange = await this.send({ method: 'POST', url: operation, repeatable: 'never', ...request }, counted);
		/* What was read before says nothing of what was written now. */
		this.memory.reads.clear();
		return resultOf(exchange, operation, 'never') as LinaResult;
	}

	/** A call that LINA refuses for the number of calls was not executed: it is made again as soon as the budget has one for it. */
	private async send(call: Omit<HttpCall, 'isWhole'>, counted: boolean): Promise<Exchange> {
		if (!counted) return await this.sendOnce(call);
		for (;;) {
			let last: Call = {};
			const admit = async () => {
				last = await this.spending.next();
				return () => this.spending.over(last);
			};
			const exchange = await this.sendOnce({ ...call, admit });
			if (!isAnswer(exchange) || exchange.status !== 429) return exchange;
			this.spending.refused(last, limitIn(exchange.text));
		}
	}

	private async sendOnce(call: Omit<HttpCall, 'isWhole'>): Promise<Exchange> {
		return await this.session.send(async (override) => await callService(this.context, this.credential, { ...call, isWhole }, override));
	}

	/** With a token the answer depends on the rights of the user who logged in: no rows may mean no right (contract, section 5, point 18). */
	private hintRights(answer: object): void {
		if (this.credential !== TOKEN || !Array.isArray(answer) || answer.length || !('addExecutionHints' in this.context)) return;
		this.context.addExecutionHints({
			message: 'LINA answered with an empty list. With a token that may also mean that the user who logged in has no right to see the data.',
			location: 'outputPane',
		});
	}
}
