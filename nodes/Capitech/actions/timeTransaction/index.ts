export * as getMany from './getMany.operation';
export * as setExternalStatus from './setExternalStatus.operation';
