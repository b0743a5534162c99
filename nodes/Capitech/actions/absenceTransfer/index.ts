export * as plan from './plan.operation';
export * as remember from './remember.operation';
