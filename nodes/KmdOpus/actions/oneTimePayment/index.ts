export * as getMany from './getMany.operation';
export * as register from './register.operation';
