export * as delete from './delete.operation';
export * as register from './register.operation';
export * as update from './update.operation';
