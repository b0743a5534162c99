export * as control from './control.operation';
export * as decodeReference from './decodeReference.operation';
export * as listEmployeeNumbers from './listEmployeeNumbers.operation';
export * as planRun from './planRun.operation';
export * as prepare from './prepare.operation';
export * as reconcile from './reconcile.operation';
export * as settle from './settle.operation';
export * as summarize from './summarize.operation';
