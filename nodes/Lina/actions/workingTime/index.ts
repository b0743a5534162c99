export * as getAccepted from './getAccepted.operation';
export * as getChanges from './getChanges.operation';
export * as getFullDay from './getFullDay.operation';
export * as report from './report.operation';
