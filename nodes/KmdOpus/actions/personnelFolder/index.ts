export * as uploadDocument from './uploadDocument.operation';
