export * as getDetails from './getDetails.operation';
export * as getMany from './getMany.operation';
