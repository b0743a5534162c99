export * as getPerDay from './getPerDay.operation';
export * as getPerHour from './getPerHour.operation';
