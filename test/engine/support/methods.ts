import './environment';
import { CredentialTestContext, ExecuteContext, LoadOptionsContext, RoutingNode } from 'n8n-core';
import type {
	ICredentialDataDecryptedObject,
	ICredentialsDecrypted,
	ICredentialTestFunction,
	ICredentialTestRequest,
	IDataObject,
	INode,
	INodeCredentialTestResult,
	INodeListSearchResult,
	INodeParameters,
	INodeType,
} from 'n8n-workflow';
import { createEmptyRunExecutionData, Workflow } from 'n8n-workflow';

import { additionalDataFor } from './additionalData';
import type { CredentialRecords } from './credentialStore';
import { CredentialStore } from './credentialStore';
import type { KnownTypes } from './types';
import { knownTypes, loadPack, NO_OP_TYPE } from './types';
import { fullName } from './workflow';

export interface ListSearch {
	/** The short name of a node of the pack, or a full one. */
	type: string;
	/** The name under `methods.listSearch`. */
	method: string;
	/** The node's parameters as filled in so far. */
	parameters?: INodeParameters;
	filter?: string;
	paginationToken?: string;
	credentials?: CredentialRecords;
	types?: KnownTypes;
}

/** Asks a resource locator for its list, as the editor does: outside any execution. */
export async function listSearch({ type, method, parameters = {}, filter, paginationToken, ...search }: ListSearch): Promise<INodeListSearchResult> {
	const types = search.types ?? (await loadPack());
	const credentials = search.credentials ?? {};
	const nodeType = types.nodeTypes.getByNameAndVersion(fullName(type));
	const node: INode = {
		id: 'uuid-1234',
		name: 'Temp-Node',
		type: fullName(type),
		typeVersion: [nodeType.description.version].flat().at(-1) ?? 1,
		position: [0, 0],
		parameters,
		credentials: Object.fromEntries(Object.entries(credentials).map(([name, record]) => [record.type, { id: name, name }])),
	};
	const workflow = new Workflow({ nodes: [node], connections: {}, active: false, nodeTypes: types.nodeTypes });
	const additionalData = { ...additionalDataFor(new CredentialStore(types, credentials)), currentNodeParameters: parameters };
	const context = new LoadOptionsContext(workflow, workflow.nodes['Temp-Node'], additionalData, 'parameters');
	const find = nodeType.methods?.listSearch?.[method];
	if (!find) throw new Error(`'${type}' has no list search '${method}'`);
	return await find.call(context, filter, paginationToken);
}

export interface CredentialTestResult extends INodeCredentialTestResult {
	/** What the test left in the stored credential. */
	data: ICredentialDataDecryptedObject;
}

/**
 * Tests a credential as n8n's *Test* button does: by its own `test` request, sent by the declarative engine under a node that does nothing, or
 * else by the method of the node that says it tests it. Follows `CredentialsTester` of n8n 2.41.1, the texts of its verdicts included.
 */
export async function testCredential(type: string, data: ICredentialDataDecryptedObject, types?: KnownTypes): Promise<CredentialTestResult> {
	const known = types ?? (await loadPack());
	const records: CredentialRecords = { [type]: { type, data: structuredClone(data) } };
	const store = new CredentialStore(known, records);
	const additionalData = additionalDataFor(store);
	const decrypted = { id: type, name: type, type, data: store.withDefaults(additionalData, data, type, 'internal') };

	const test = known.credentials.get(type)?.test;
	const verdict = test
		? await sendTestRequest(test, decrypted, store, known)
		: await testMethod(type, known).call(new CredentialTestContext(additionalData), decrypted);
	return { ...verdict, data: records[type].data };
}

function testMethod(type: string, { nodes }: KnownTypes): ICredentialTestFunction {
	for (const { description, methods } of nodes.values()) {
		const testedBy = description.credentials?.find(({ name }) => name === type)?.testedBy;
		const method = typeof testedBy === 'string' && methods?.credentialTest?.[testedBy];
		if (method) return method;
	}
	throw new Error(`Credential type '${type}' has no test`);
}

async function sendTestRequest(
	test: ICredentialTestRequest,
	credential: ICredentialsDecrypted,
	store: CredentialStore,
	known: KnownTypes,
): Promise<INodeCredentialTestResult> {
	const { type } = credential;
	const nodeType: INodeType = {
		description: {
			...known.nodeTypes.getByNameAndVersion(NO_OP_TYPE).description,
			credentials: [{ name: type, required: true }],
			properties: [{ displayName: 'Temp', name: 'temp', type: 'string', default: '', routing: { request: test.request } }],
		},
	};
	const node: INode = {
		id: 'temp',
		name: 'Temp-Node',
		type: NO_OP_TYPE,
		typeVersion: 1,
		position: [0, 0],
		parameters: {},
		credentials: { [type]: { id: credential.id, name: credential.name } },
	};
	const workflow = new Workflow({ nodes: [node], connections: {}, active: false, nodeTypes: knownTypes({ [NO_OP_TYPE]: nodeType }).nodeTypes });
	const additionalData = { ...additionalDataFor(store), currentNodeParameters: node.parameters };
	const context = new ExecuteContext(workflow, node, additionalData, 'internal', createEmptyRunExecutionData(), 0, [], { main: [[{ json: {} }]] }, { node, data: {}, source: null }, []);
	return await new RoutingNode(context, nodeType, credential).runNode().then(
		(items) => verdictOnBody(items?.[0]?.[0]?.json ?? {}, test),
		(error: FailedRequest) => verdictOnFailure(error, test),
	);
}

interface FailedRequest extends Error {
	cause?: { code?: string; response?: { status: number; statusText?: string } };
}

const failed = (message: string): INodeCredentialTestResult => ({ status: 'Error', message });

function verdictOnFailure({ cause, message }: FailedRequest, { rules = [] }: ICredentialTestRequest): INodeCredentialTestResult {
	if (!cause?.response) return failed(cause?.code ?? message);
	const { status, statusText } = cause.response;
	const rule = rules.find(({ type, properties }) => type === 'responseCode' && properties.value === status);
	return failed(rule?.properties.message ?? (statusText || `Received HTTP status code: ${status}`));
}

const at = (json: IDataObject, path: string): unknown => path.split('.').reduce<unknown>((value, key) => (value as IDataObject | undefined)?.[key], json);

function verdictOnBody(json: IDataObject, { rules = [] }: ICredentialTestRequest): INodeCredentialTestResult {
	for (const rule of rules) {
		if (rule.type === 'responseSuccessBody' && at(json, rule.properties.key) === rule.properties.value) {
			return failed(rule.properties.message);
		}
	}
	return { status: 'OK', message: 'Connection successful!' };
}
