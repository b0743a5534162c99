export * as get from './get.operation';
export * as getMany from './getMany.operation';
export * as planClosings from './planClosings.operation';
export * as update from './update.operation';
