export * as create from './create.operation';
export * as createFromRequest from './createFromRequest.operation';
export * as delete from './delete.operation';
export * as get from './get.operation';
export * as judgeRepeat from './judgeRepeat.operation';
export * as update from './update.operation';
