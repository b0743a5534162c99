import './environment';
import { getAdditionalKeys } from 'n8n-core';
import type {
	ICredentialDataDecryptedObject,
	ICredentialsExpressionResolveValues,
	ICredentialType,
	IExecuteData,
	IHttpRequestHelper,
	IHttpRequestOptions,
	INode,
	INodeCredentialsDetails,
	INodeProperties,
	IWorkflowExecuteAdditionalData,
	NodeParameterValueType,
	WorkflowExecuteMode,
} from 'n8n-workflow';
import {
	getCredentialOwnRequestAllowedDomains,
	ICredentials,
	ICredentialsHelper,
	isExpression,
	NodeHelpers,
	Workflow,
} from 'n8n-workflow';

import type { KnownTypes } from './types';
import { knownTypes, NO_OP_TYPE } from './types';

/**
 * The stored credentials by name, as n8n's database would hold them. What an execution persists is written into the records,
 * so that executions given the same object share it, one after the other or at the same time.
 */
export type CredentialRecords = Record<string, { type: string; data: ICredentialDataDecryptedObject }>;

const mockNode: INode = { id: 'mock', name: 'Mock', type: NO_OP_TYPE, typeVersion: 1, position: [0, 0], parameters: {} };

class StoredCredential extends ICredentials {
	constructor(
		name: string,
		type: string,
		private readonly record: CredentialRecords[string],
	) {
		super({ id: name, name }, type);
	}

	async getData(): Promise<ICredentialDataDecryptedObject> {
		return structuredClone(this.record.data);
	}

	async setData(data: ICredentialDataDecryptedObject): Promise<void> {
		this.record.data = structuredClone(data);
	}

	async updateData(toUpdate: ICredentialDataDecryptedObject, toDelete: string[] = []): Promise<void> {
		const entries = Object.entries({ ...this.record.data, ...toUpdate });
		await this.setData(Object.fromEntries(entries.filter(([key]) => !toDelete.includes(key))));
	}

	getDataToSave() {
		return { id: this.name, name: this.name, type: this.type, data: JSON.stringify(this.record.data) };
	}
}

/**
 * n8n's handling of credentials, on records in memory. Follows `CredentialsHelper` of n8n 2.41.1 step by step for all that a community
 * node can meet: read on every call, defaults and expressions, authentication by function or by description, and tokens that expire.
 */
export class CredentialStore extends ICredentialsHelper {
	constructor(
		private readonly types: KnownTypes,
		readonly records: CredentialRecords,
	) {
		super();
	}

	getParentTypes(typeName: string): string[] {
		const parents = this.typeNamed(typeName).extends ?? [];
		return [...parents, ...parents.flatMap((parent) => this.getParentTypes(parent))];
	}

	isCredentialUsableByNode(credentialType: string, nodeType: string): boolean {
		if (!this.types.credentials.get(credentialType)?.restrictToSupportedNodes) return true;
		return this.types.supportedNodes(credentialType).includes(nodeType);
	}

	async authenticate(
		credentials: ICredentialDataDecryptedObject,
		typeName: string,
		options: IHttpRequestOptions,
		workflow?: Workflow,
		node?: INode,
	): Promise<IHttpRequestOptions> {
		const { authenticate } = this.typeNamed(typeName);
		if (typeof authenticate === 'function') return await authenticate(credentials, options);
		if (!authenticate) return options;
		if (!workflow || !node) throw new Error('Workflow and node are required for declarative credential authentication');

		const resolve = (text: string): string => {
			if (!isExpression(text)) return text;
			const value = workflow.expression.getSimpleParameterValue(node, text, 'internal', { $credentials: credentials }, undefined, '');
			return value ? value.toString() : '';
		};
		options.headers ??= {};
		const request = options as unknown as Record<string, Record<string, string>>;
		for (const [part, entries] of Object.entries(authenticate.properties as Record<string, Record<string, string>>)) {
			for (const [key, value] of Object.entries(entries)) {
				request[part] ??= {};
				request[part][resolve(key)] = resolve(value);
			}
		}
		return options;
	}

	async preAuthentication(
		helpers: IHttpRequestHelper,
		credentials: ICredentialDataDecryptedObject,
		typeName: string,
		node: INode,
		credentialsExpired: boolean,
	): Promise<ICredentialDataDecryptedObject | undefined> {
		const type = this.typeNamed(typeName);
		const expirable = type.properties.find((property) => property.type === 'hidden' && property.typeOptions?.expirable === true);
		if (!expirable || typeof type.preAuthentication !== 'function') return undefined;

		const isTest = node.parameters?.temp === '' && node.type === NO_OP_TYPE;
		if (credentials[expirable.name] !== '' && !credentialsExpired && !isTest) return undefined;

		const output = await this.runPreAuthentication(helpers, credentials, typeName);
		if (output?.[expirable.name] === undefined || !node.credentials) return undefined;

		const details = node.credentials[typeName];
		const stored = await (await this.getCredentials(details, typeName)).getData();
		const kept = Object.entries(output).filter(([key]) => key === expirable.name || !isExpression(stored[key]));
		await this.updateCredentials(details, typeName, { ...stored, ...Object.fromEntries(kept) });
		return Object.assign(credentials, output);
	}

	async runPreAuthentication(
		{ helpers }: IHttpRequestHelper,
		credentials: ICredentialDataDecryptedObject,
		typeName: string,
	): Promise<ICredentialDataDecryptedObject | undefined> {
		const httpRequest = async (options: IHttpRequestOptions) => {
			const allowedDomains = getCredentialOwnRequestAllowedDomains(credentials);
			return await helpers.httpRequest(allowedDomains === undefined ? options : { ...options, allowedDomains });
		};
		const output = await this.typeNamed(typeName).preAuthentication?.call({ helpers: { httpRequest } }, credentials);
		return output as ICredentialDataDecryptedObject | undefined;
	}

	async getCredentials({ id, name }: INodeCredentialsDetails, type: string): Promise<ICredentials> {
		const record = this.records[id ?? ''];
		if (record?.type !== type) throw new Error(`Credential '${name}' of type '${type}' does not exist`);
		return new StoredCredential(name, type, record);
	}

	async getDecrypted(
		additionalData: IWorkflowExecuteAdditionalData,
		details: INodeCredentialsDetails,
		type: string,
		mode: WorkflowExecuteMode,
		executeData?: IExecuteData,
		raw?: boolean,
		resolveValues?: ICredentialsExpressionResolveValues,
	): Promise<ICredentialDataDecryptedObject> {
		const data = await (await this.getCredentials(details, type)).getData();
		return raw ? data : this.withDefaults(additionalData, data, type, mode, executeData, resolveValues);
	}

	/** Fills in the defaults of the credential's fields and resolves its expressions. */
	withDefaults(
		additionalData: IWorkflowExecuteAdditionalData,
		stored: ICredentialDataDecryptedObject,
		type: string,
		mode: WorkflowExecuteMode,
		executeData?: IExecuteData,
		resolveValues?: ICredentialsExpressionResolveValues,
	): ICredentialDataDecryptedObject {
		const data = NodeHelpers.getNodeParameters(this.getCredentialsProperties(type), stored as never, true, false, null, null) as ICredentialDataDecryptedObject;
		const keys = getAdditionalKeys(additionalData, mode, null, { isCredential: true });
		if (!resolveValues) {
			const workflow = new Workflow({ nodes: [mockNode], connections: {}, active: false, nodeTypes: knownTypes({}).nodeTypes });
			return workflow.expression.getComplexParameterValue(mockNode, data as NodeParameterValueType as never, mode, keys, undefined, undefined, data) as ICredentialDataDecryptedObject;
		}
		const { workflow, runExecutionData, runIndex, itemIndex, node, connectionInputData } = resolveValues;
		return workflow.expression.getParameterValue(data as never, runExecutionData, runIndex, itemIndex, node.name, connectionInputData, mode, keys, executeData, false, data) as ICredentialDataDecryptedObject;
	}

	async updateCredentials(details: INodeCredentialsDetails, type: string, data: ICredentialDataDecryptedObject): Promise<void> {
		await (await this.getCredentials(details, type)).setData(data);
	}

	async updateCredentialsOauthTokenData(details: INodeCredentialsDetails, type: string, data: ICredentialDataDecryptedObject): Promise<void> {
		await (await this.getCredentials(details, type)).updateData({ oauthTokenData: data.oauthTokenData });
	}

	getCredentialsProperties(typeName: string): INodeProperties[] {
		const { extends: parents, properties } = this.typeNamed(typeName);
		const combined: INodeProperties[] = [];
		for (const parent of parents ?? []) NodeHelpers.mergeNodeProperties(combined, this.getCredentialsProperties(parent));
		NodeHelpers.mergeNodeProperties(combined, properties);
		return combined;
	}

	private typeNamed(name: string): ICredentialType {
		const type = this.types.credentials.get(name);
		if (!type) throw new Error(`No credential type '${name}' is loaded. Known: ${[...this.types.credentials.keys()].join(', ')}`);
		return type;
	}
}
