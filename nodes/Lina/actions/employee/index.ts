export * as getManyWithConsent from './getManyWithConsent.operation';
