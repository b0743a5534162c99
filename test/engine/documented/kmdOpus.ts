/** Something the vendor's page documents: where it stands there, in our words, and the operations that do it. */
export interface Documented {
	/** Line of the vendor's text. */
	line: number;
	says: string;
	/** `resource.operation` as the node has them. */
	operations: string[];
}

/** What the page on the web services of KMD Opus Personale lists (its text of 146 lines). */
export const OPUS_SERVICES: Documented[] = [
	{ line: 16, says: 'an employee’s relations to children', operations: ['child.getMany'] },
	{ line: 18, says: 'maternity cases of an employee', operations: ['maternityCase.getMany'] },
	{ line: 20, says: 'reason codes for leave with or without pay', operations: ['reasonCode.getMany'] },
	{ line: 22, says: 'work injury cases of an employee', operations: ['workInjury.getMany'] },
	{ line: 24, says: 'occurrences of absence and presence', operations: ['absence.getMany'] },
	{ line: 26, says: 'create, change, delete absence and presence', operations: ['absence.create', 'absence.update', 'absence.delete'] },
	{ line: 28, says: 'create, change, delete maternity cases', operations: ['maternityCase.create', 'maternityCase.update', 'maternityCase.delete'] },
	{ line: 38, says: 'quotas of one or several employees, for a date', operations: ['absenceQuota.getMany'] },
	{ line: 40, says: 'earning and use of those quotas', operations: ['absenceQuota.getDetails'] },
	{ line: 52, says: 'create one or several occurrences of a work schedule', operations: ['workSchedule.create'] },
	{ line: 54, says: 'read a work schedule’s occurrences in a period', operations: ['workSchedule.getMany'] },
	{ line: 56, says: 'delete one or several occurrences', operations: ['workSchedule.delete'] },
	{ line: 58, says: 'change one or several occurrences', operations: ['workSchedule.update'] },
	{ line: 66, says: 'documents of another system into the personnel folder', operations: ['personnelFolder.uploadDocument'] },
	{ line: 78, says: 'an employee’s data', operations: ['employee.get'] },
	{ line: 80, says: 'several employees’ data', operations: ['employee.getMany'] },
	{ line: 114, says: 'correct communication data of an employee', operations: ['employee.updateCommunication'] },
	{ line: 122, says: 'Update-onetime-payments, also to validate only', operations: ['oneTimePayment.register'] },
	{ line: 124, says: 'Read-onetime-payments', operations: ['oneTimePayment.getMany'] },
	{ line: 126, says: 'Get-employee-number-from-cpr', operations: ['employee.getNumbersFromCpr'] },
	{ line: 128, says: 'Get-cost-center-psp', operations: ['account.getCostCenterOrPsp'] },
	{ line: 134, says: 'send person data and fixed supplements', operations: ['personData.send', 'fixedSupplement.send'] },
	{ line: 142, says: 'GetEmployeeInfo: employments by CPR number', operations: ['employment.getManyByCpr'] },
];

/** The areas of employee data that the page lists, the node's value for each, and the group of the answer that it stands in. */
export const OPUS_AREAS: Array<{ line: number; area: string; group: string; value: string }> = [
	{ line: 84, area: 'Aktiviteter', group: 'Aktiviteter', value: 'activities' },
	{ line: 86, area: 'Organisation', group: 'Organisation', value: 'organisation' },
	{ line: 88, area: 'Persondata', group: 'Persondata', value: 'personalData' },
	{ line: 90, area: 'Adresse', group: 'Adresse', value: 'addresses' },
	{ line: 92, area: 'Arbejdstid', group: 'Arbejdstid', value: 'workingTime' },
	{ line: 94, area: 'Kontraktindhold', group: 'Kontraktindhold', value: 'contract' },
	{ line: 96, area: 'Kommunikation', group: 'Kommunikation', value: 'communication' },
	{ line: 98, area: 'Skattedata', group: 'Skattedata', value: 'tax' },
	{ line: 100, area: 'Lønindplacering', group: 'Loenindplacering', value: 'payGrade' },
	{ line: 102, area: 'Tilslutninger', group: 'Tilslutninger', value: 'connections' },
	{ line: 104, area: 'Pensionsordninger', group: 'Pensionsordninger', value: 'pensions' },
	{ line: 106, area: 'Arbejdsfunktion', group: 'Arbejdsfunktion', value: 'jobFunction' },
	{ line: 108, area: 'Tjenesteplansindplacering', group: 'TjenesteplansIndplacering', value: 'rotaPlacement' },
	{ line: 110, area: 'Mødetidsplaner', group: 'Moedetidsplan', value: 'workSchedules' },
	{ line: 112, area: 'Fravær/Nærvær', group: 'Fravaer-Naervaer', value: 'absences' },
];
