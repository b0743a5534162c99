export * as compare from './compare.operation';
export * as plan from './plan.operation';
export * as remember from './remember.operation';
export * as summarize from './summarize.operation';
