export * as decodeReference from './decodeReference.operation';
export * as prepare from './prepare.operation';
export * as settle from './settle.operation';
export * as summarize from './summarize.operation';
