export * as getCostCenterOrPsp from './getCostCenterOrPsp.operation';
