export * as getNumbersFromCpr from './getNumbersFromCpr.operation';
