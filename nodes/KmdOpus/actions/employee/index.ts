export * as get from './get.operation';
export * as getMany from './getMany.operation';
export * as getNumbersFromCpr from './getNumbersFromCpr.operation';
export * as updateCommunication from './updateCommunication.operation';
