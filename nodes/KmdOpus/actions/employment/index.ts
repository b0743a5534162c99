export * as getManyByCpr from './getManyByCpr.operation';
