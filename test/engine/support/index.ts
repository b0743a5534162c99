export { makeCertificate, toPkcs12 } from './certificates';
export type { CredentialRecords } from './credentialStore';
export { listSearch, testCredential } from './methods';
export type { FaultRule, JournalEntry, SandboxControl, TestSandbox } from './sandbox';
export { startSandbox } from './sandbox';
export type { KnownTypes } from './types';
export { knownTypes, loadPack } from './types';
export type { NodeResult, WorkflowResult, WorkflowRun } from './workflow';
export { runNode, runWorkflow } from './workflow';
