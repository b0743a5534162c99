import './environment';
import { ExternalSecretsProxy } from 'n8n-core';
import { Container } from '@n8n/di';
import type { IWorkflowExecuteAdditionalData } from 'n8n-workflow';

import type { CredentialStore } from './credentialStore';
import './deduplication';

const BASE_URL = 'http://localhost:5678';

const unavailable = (what: string) => async (): Promise<never> => {
	throw new Error(`${what} is not available in engine tests`);
};

let executions = 0;

/** What an execution needs from its surroundings, as n8n's own `getBase` fills it. Every execution has an id of its own. */
export const additionalDataFor = (credentialsHelper: CredentialStore): IWorkflowExecuteAdditionalData => ({
	credentialsHelper,
	currentNodeExecutionIndex: 0,
	executionId: String(++executions),
	restApiUrl: `${BASE_URL}/rest`,
	instanceBaseUrl: `${BASE_URL}/`,
	formBaseUrl: `${BASE_URL}/form`,
	formTestBaseUrl: `${BASE_URL}/form-test`,
	formWaitingBaseUrl: `${BASE_URL}/form-waiting`,
	webhookBaseUrl: `${BASE_URL}/webhook`,
	webhookTestBaseUrl: `${BASE_URL}/webhook-test`,
	webhookWaitingBaseUrl: `${BASE_URL}/webhook-waiting`,
	mcpBaseUrl: `${BASE_URL}/mcp`,
	mcpTestBaseUrl: `${BASE_URL}/mcp-test`,
	variables: {},
	externalSecretsProxy: Container.get(ExternalSecretsProxy),
	executeWorkflow: unavailable('A sub-workflow'),
	getRunExecutionData: async () => undefined,
	getRuntimeCredential: async () => undefined,
	startRunnerTask: unavailable('A task runner'),
	logAiEvent: () => {},
});
