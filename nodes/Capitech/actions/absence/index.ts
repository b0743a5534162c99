export * as getMany from './getMany.operation';
export * as getManyDays from './getManyDays.operation';
