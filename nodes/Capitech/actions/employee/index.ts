export * as getMany from './getMany.operation';
export * as upsert from './upsert.operation';
