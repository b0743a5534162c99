import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type {
	IAuthenticateGeneric,
	ICredentialTestRequest,
	ICredentialDataDecryptedObject,
	ICredentialType,
	IExecuteFunctions,
	IHttpRequestHelper,
	IHttpRequestOptions,
	INodeExecutionData,
	INodeProperties,
	INodeType,
} from 'n8n-workflow';

import type { CredentialRecords } from './support';
import { knownTypes, listSearch, loadPack, runNode, runWorkflow, startSandbox, testCredential } from './support';

/** A service whose log-in gives one token after the other; only the latest is good. */
const service = { logins: 0, good: '', calls: [] as Array<{ path: string; authorization?: string }> };
const server = createServer((request, response) => {
	const { authorization } = request.headers;
	service.calls.push({ path: request.url!, authorization });
	response.setHeader('content-type', 'application/json');
	if (request.url === '/login') {
		service.good = `token-${++service.logins}`;
		response.end(JSON.stringify({ token: service.good }));
		return;
	}
	if (authorization !== service.good) response.statusCode = 401;
	response.end(JSON.stringify({ success: request.url !== '/refused', authorization }));
});
let baseUrl: string;

beforeAll(async () => {
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());
beforeEach(() => Object.assign(service, { logins: 0, good: '', calls: [] }));

const text = (name: string): INodeProperties => ({ displayName: name, name, type: 'string', default: '' });

class TokenApi implements ICredentialType {
	name = 'tokenApi';
	displayName = 'Token API';
	properties: INodeProperties[] = [
		{ displayName: 'Token', name: 'token', type: 'hidden', typeOptions: { expirable: true }, default: '' },
		text('baseUrl'),
		text('loggedInAt'),
		text('kept'),
		{ ...text('region'), default: 'north' },
	];
	async preAuthentication(this: IHttpRequestHelper, { baseUrl: url }: ICredentialDataDecryptedObject) {
		const { token } = await this.helpers.httpRequest({ method: 'POST', url: `${url}/login`, json: true });
		return { token, loggedInAt: 'noon', kept: 'overwritten' };
	}
	async authenticate({ token }: ICredentialDataDecryptedObject, options: IHttpRequestOptions) {
		return { ...options, headers: { ...options.headers, authorization: String(token) } };
	}
	test: ICredentialTestRequest = {
		request: { baseURL: '={{$credentials.baseUrl}}', url: '=/{{$credentials.region}}' },
		rules: [{ type: 'responseSuccessBody', properties: { key: 'success', value: false, message: 'The service said no' } }],
	};
}

class GenericApi implements ICredentialType {
	name = 'genericApi';
	displayName = 'Generic API';
	restrictToSupportedNodes = true as const;
	properties: INodeProperties[] = [text('key'), text('baseUrl')];
	authenticate: IAuthenticateGeneric = { type: 'generic', properties: { headers: { authorization: '=Key {{$credentials.key}}' } } };
	test: ICredentialTestRequest = {
		request: { baseURL: '={{$credentials.baseUrl}}', url: '/data' },
		rules: [{ type: 'responseCode', properties: { value: 401, message: 'The key is wrong' } }],
	};
}

const nodeOf = (execute: (this: IExecuteFunctions) => Promise<INodeExecutionData[][]>, credentials: string[] = []): INodeType => ({
	description: {
		displayName: 'Probe',
		name: 'probe',
		group: ['transform'],
		version: [1, 2],
		description: '',
		defaults: { name: 'Probe' },
		inputs: ['main'],
		outputs: ['main'],
		credentials: credentials.map((name) => ({ name })),
		properties: [text('value')],
	},
	methods: {
		listSearch: {
			async search(filter) {
				const { data } = { data: await this.helpers.httpRequestWithAuthentication.call(this, 'tokenApi', { url: `${baseUrl}/data`, json: true }) };
				return { results: [{ name: `${filter} ${data.authorization}`, value: String(this.getCurrentNodeParameter('value')) }] };
			},
		},
	},
	execute() {
		return execute.call(this as unknown as IExecuteFunctions);
	},
});

/** Types with one node that executes the given function. */
const probe = (execute: (this: IExecuteFunctions) => Promise<INodeExecutionData[][]>) =>
	knownTypes({ 'test.probe': nodeOf(execute, ['tokenApi', 'genericApi']) }, [new TokenApi(), new GenericApi()]);

const run = (execute: (this: IExecuteFunctions) => Promise<INodeExecutionData[][]>, options: Partial<Parameters<typeof runNode>[0]> = {}) =>
	runNode({ type: 'test.probe', parameters: {}, types: probe(execute), ...options });

const call = async (context: IExecuteFunctions, path = '/data', override?: Parameters<IExecuteFunctions['helpers']['httpRequestWithAuthentication']>[2]) =>
	await context.helpers.httpRequestWithAuthentication.call(context, 'tokenApi', { url: baseUrl + path, json: true }, override);

const tokenCredential = (data: ICredentialDataDecryptedObject = {}): CredentialRecords => ({ 'My token': { type: 'tokenApi', data: { baseUrl, token: '', ...data } } });

describe('an execution', () => {
	test('hands the items to the node and gives its items back with their pairing', async () => {
		const { status, outputs } = await run(
			async function () {
				const items = this.getInputData();
				return [items.flatMap((item, i) => this.helpers.constructExecutionMetaData([{ json: { twice: 1 } }, { json: item.json }], { itemData: { item: i } }))];
			},
			{ items: [{ n: 1 }, { json: { n: 2 } }] },
		);
		expect(status).toBe('success');
		expect(outputs).toEqual([[
			{ json: { twice: 1 }, pairedItem: { item: 0 } },
			{ json: { n: 1 }, pairedItem: { item: 0 } },
			{ json: { twice: 1 }, pairedItem: { item: 1 } },
			{ json: { n: 2 }, pairedItem: { item: 1 } },
		]]);
	});

	test('evaluates expressions item by item, and takes the latest version of the node', async () => {
		const { outputs } = await run(
			async function () {
				return [this.getInputData().map((_, i) => ({ json: { value: this.getNodeParameter('value', i), version: this.getNode().typeVersion } }))];
			},
			{ items: [{ n: 1 }, { n: 2 }], parameters: { value: '={{ $json.n * 10 }} of {{ $("Start").all().length }}' } },
		);
		expect(outputs[0].map(({ json }) => json)).toEqual([{ value: '10 of 2', version: 2 }, { value: '20 of 2', version: 2 }]);
	});

	test('sends failed items to the error output, together with what came in', async () => {
		const { outputs, status } = await run(
			async function () {
				expect(this.continueOnFail()).toBe(true);
				return [this.getInputData().map((item, i) => (i === 1 ? { json: { error: 'no' }, pairedItem: { item: i } } : { json: item.json, pairedItem: { item: i } }))];
			},
			{ items: [{ n: 1 }, { n: 2 }], onError: 'continueErrorOutput' },
		);
		expect(status).toBe('success');
		expect(outputs.map((items) => items.map(({ json }) => json))).toEqual([[{ n: 1 }], [{ n: 2, error: 'no' }]]);
	});

	test('stops at an error and says which', async () => {
		const { status, error, outputs } = await run(async () => {
			throw new Error('broken');
		});
		expect({ status, message: error?.message, outputs }).toEqual({ status: 'error', message: 'broken', outputs: [] });
	});

	test('runs a failed node again when it is told to', async () => {
		let tries = 0;
		const { status } = await run(
			async () => {
				if (++tries < 3) throw new Error('broken');
				return [[]];
			},
			{ settings: { retryOnFail: true, maxTries: 3, waitBetweenTries: 1 } },
		);
		expect({ status, tries }).toEqual({ status: 'success', tries: 3 });
	});

	test('is cancelled by the clock or by an event, and the node is told', async () => {
		const waits = async function (this: IExecuteFunctions) {
			const signal = this.getExecutionCancelSignal()!;
			await new Promise((resolve) => signal.addEventListener('abort', resolve));
			return [[{ json: { toldSo: signal.aborted } }]];
		};
		const started = Date.now();
		expect((await run(waits, { abortAfter: 20 })).status).toBe('canceled');
		const event = Promise.withResolvers<void>();
		setTimeout(event.resolve, 20);
		expect((await run(waits, { abortAfter: event.promise })).status).toBe('canceled');
		expect(Date.now() - started).toBeLessThan(5000);
	});

	test('keeps hints and binary data', async () => {
		const { hints, outputs } = await run(async function () {
			this.addExecutionHints({ message: 'Look here', location: 'outputPane' });
			const stored = await this.helpers.prepareBinaryData(Buffer.from('hello'), 'hello.txt');
			const bytes = await this.helpers.binaryToBuffer(await this.helpers.getBinaryStream(stored.id!));
			return [[{ json: { read: bytes.toString() }, binary: { file: stored } }]];
		});
		expect(hints).toMatchObject([{ message: 'Look here' }]);
		expect(outputs[0][0]).toMatchObject({ json: { read: 'hello' }, binary: { file: { fileName: 'hello.txt', data: 'filesystem-v2' } } });
	});

	test('goes through several nodes, pinned ones unexecuted', async () => {
		const step = probe(async function () {
			return [this.getInputData().map(({ json }, i) => ({ json: { n: Number(json.n) + 1 }, pairedItem: i }))];
		});
		const next = (node: string) => ({ main: [[{ node, type: 'main' as const, index: 0 }]] });
		const { outputs } = await runWorkflow({
			types: step,
			nodes: [{ name: 'Start', type: 'n8n-nodes-base.manualTrigger' }, ...['A', 'B', 'C'].map((name) => ({ name, type: 'test.probe' }))],
			connections: { Start: next('A'), A: next('B'), B: next('C') },
			items: [{ n: 1 }],
			pinData: { B: [{ json: { n: 40 } }] },
		});
		expect(Object.entries(outputs).map(([name, [items]]) => [name, items[0].json.n])).toEqual([['Start', 1], ['A', 2], ['B', 40], ['C', 41]]);
	});
});

describe('a stored credential', () => {
	test('logs in when its token is blank; all that the log-in gave is stored, but expressions stay', async () => {
		const credentials = tokenCredential({ kept: '={{ "mine" }}', token: '={{ "" }}' });
		const { outputs } = await run(async function () {
			return [[{ json: await call(this) }]];
		}, { credentials });
		expect(outputs[0][0].json).toEqual({ success: true, authorization: 'token-1' });
		expect(credentials['My token'].data).toEqual({ baseUrl, token: 'token-1', loggedInAt: 'noon', kept: '={{ "mine" }}' });
	});

	test('is read for each call, with defaults and expressions', async () => {
		const credentials = tokenCredential({ kept: '={{ 1 + 1 }}' });
		const { outputs } = await run(async function () {
			const first = await this.getCredentials('tokenApi');
			credentials['My token'].data.region = 'south';
			return [[{ json: { first, second: await this.getCredentials('tokenApi') } }]];
		}, { credentials });
		expect(outputs[0][0].json).toMatchObject({ first: { kept: 2, region: 'north' }, second: { region: 'south' } });
	});

	test('logs in once more on 401 and repeats the call', async () => {
		const credentials = tokenCredential({ token: 'stale' });
		const { status, credentials: after } = await run(async function () {
			return [[{ json: await call(this) }]];
		}, { credentials });
		expect(status).toBe('success');
		expect(service.calls).toEqual([
			{ path: '/data', authorization: 'stale' },
			{ path: '/login', authorization: undefined },
			{ path: '/data', authorization: 'token-1' },
		]);
		expect(after['My token'].data.token).toBe('token-1');
	});

	test('logs in when a call comes with a blank token of its own, and the new one is stored', async () => {
		service.good = 'fine';
		const credentials = tokenCredential({ token: 'fine' });
		await run(async function () {
			const data = await this.getCredentials('tokenApi');
			await call(this);
			const override = { id: 'My token', name: 'My token', type: 'tokenApi', data: { ...data, token: '' } };
			return [[{ json: await call(this, '/data', { credentialsDecrypted: override }) }]];
		}, { credentials });
		expect(service.calls.map(({ path }) => path)).toEqual(['/data', '/login', '/data']);
		expect(credentials['My token'].data.token).toBe('token-1');
	});

	test('signs by description too, for the nodes that it supports only', async () => {
		const credentials: CredentialRecords = { Key: { type: 'genericApi', data: { key: 'k' } } };
		const execute = async function (this: IExecuteFunctions) {
			service.good = 'Key k';
			return [[{ json: await this.helpers.httpRequestWithAuthentication.call(this, 'genericApi', { url: `${baseUrl}/data`, json: true }) }]];
		};
		expect((await run(execute, { credentials })).outputs[0][0].json.authorization).toBe('Key k');

		const types = knownTypes({ 'test.probe': nodeOf(execute, []) }, [new GenericApi()]);
		expect((await run(execute, { credentials, types })).error?.message).toMatch(/restricted to specific nodes/);
	});

	test('is tested as n8n does: log-in always, texts from the rules', async () => {
		const types = probe(async () => [[]]);
		service.good = 'fine';
		expect(await testCredential('tokenApi', { baseUrl, token: 'fine' }, types)).toMatchObject({ status: 'OK', data: { token: 'token-1' } });
		expect(service.logins).toBe(1);
		expect(await testCredential('tokenApi', { baseUrl, region: 'refused' }, types)).toMatchObject({ status: 'Error', message: 'The service said no' });
		expect(await testCredential('genericApi', { baseUrl, key: 'wrong' }, types)).toMatchObject({ status: 'Error', message: 'The key is wrong' });
		service.good = 'Key right';
		expect(await testCredential('genericApi', { baseUrl, key: 'right' }, types)).toMatchObject({ status: 'OK' });
		expect(await testCredential('genericApi', { baseUrl: 'http://127.0.0.1:1', key: 'right' }, types)).toMatchObject({ status: 'Error', message: 'ECONNREFUSED' });
	});

	test('is tested by a method of a node where that says so', async () => {
		const node = nodeOf(async () => [[]]);
		node.description.credentials = [{ name: 'plainApi', testedBy: 'look' }];
		node.methods!.credentialTest = {
			async look({ data }) {
				return { status: data?.key === 'right' ? 'OK' : 'Error', message: `Looked at ${data?.key}` };
			},
		};
		const types = knownTypes({ 'test.probe': node }, [{ name: 'plainApi', displayName: 'Plain API', properties: [text('key')] }]);
		expect(await testCredential('plainApi', { key: '={{ "right" }}' }, types)).toMatchObject({ status: 'OK', message: 'Looked at right' });
	});

	test('serves the lists of resource locators', async () => {
		const { results } = await listSearch({ type: 'test.probe', method: 'search', parameters: { value: 'v' }, filter: 'some', credentials: tokenCredential(), types: probe(async () => [[]]) });
		expect(results).toEqual([{ name: 'some token-1', value: 'v' }]);
	});
});

test('the built pack is loaded, its credentials and nodes under their names', async () => {
	const { nodes, credentials } = await loadPack();
	expect([...nodes.keys()]).toEqual(expect.arrayContaining(['n8n-nodes-nordic-workforce.capitech', 'n8n-nodes-nordic-workforce.kmdOpus']));
	expect([...credentials.keys()].sort()).toEqual(['capitechApi', 'kmdOpusApi', 'linaApi', 'linaTokenApi', 'starAkasseApi', 'starJobagentApi']);
});

test('a sandbox is started for one test file, filled, watched, troubled and stopped', async () => {
	const { control, credentials, certificate, stop } = await startSandbox({ seed: 1, people: 40, days: 10 });
	try {
		const payment = { Objekt_id: '900001', Medarbejdernummer: '2001', Startdato: '2026-10-01', Loenart: '0310', Loebenummer: 1, Antal: 1 };
		await control.put('kmdOpus', { payments: [payment] });
		expect((await control.state('kmdOpus')).payments).toContainEqual(expect.objectContaining({ Objekt_id: '900001' }));
		await control.remove('kmdOpus', { payments: [{ Objekt_id: '900001' }] });
		expect((await control.state('kmdOpus')).payments).not.toContainEqual(expect.objectContaining({ Objekt_id: '900001' }));
		expect((await control.expected('capitech-to-opus')).counts.eligible).toBeGreaterThan(0);
		expect((await control.compare('capitech-to-opus')).equal).toBe(false);

		await control.clock({ advance: 'PT1H' });
		await control.switches({ 'kmdOpus.atomicity': 'perLine' });
		await control.faults({ service: 'capitech', kind: 'status', status: 503, every: 1 });
		const { 'Capitech (sandbox)': capitech } = await credentials();
		expect(await testCredential(capitech.type, capitech.data)).toMatchObject({ status: 'Error' });
		expect((await control.journal({ service: 'capitech', since: 0 }))[0]).toMatchObject({ operation: 'Access/login', answer: { status: 503 }, tookEffect: false });
		await control.faults();
		expect(await testCredential(capitech.type, capitech.data)).toMatchObject({ status: 'OK' });
		expect(await certificate('foreign.pem')).toMatch(/^-----BEGIN CERTIFICATE-----/);
	} finally {
		await stop();
	}
	await expect(control.state('capitech')).rejects.toThrow();
}, 30_000);
