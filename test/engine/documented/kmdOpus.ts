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

/** The areas of employee data that the page lists, and the group of the answer that each stands in. */
export const OPUS_AREAS: Array<{ line: number; area: string; group: string }> = [
	{ line: 84, area: 'Aktiviteter', group: 'Aktiviteter' },
	{ line: 86, area: 'Organisation', group: 'Organisation' },
	{ line: 88, area: 'Persondata', group: 'Persondata' },
	{ line: 90, area: 'Adresse', group: 'Adresse' },
	{ line: 92, area: 'Arbejdstid', group: 'Arbejdstid' },
	{ line: 94, area: 'Kontraktindhold', group: 'Kontraktindhold' },
	{ line: 96, area: 'Kommunikation', group: 'Kommunikation' },
	{ line: 98, area: 'Skattedata', group: 'Skattedata' },
	{ line: 100, area: 'Lønindplacering', group: 'Loenindplacering' },
	{ line: 102, area: 'Tilslutninger', group: 'Tilslutninger' },
	{ line: 104, area: 'Pensionsordninger', group: 'Pensionsordninger' },
	{ line: 106, area: 'Arbejdsfunktion', group: 'Arbejdsfunktion' },
	{ line: 108, area: 'Tjenesteplansindplacering', group: 'TjenesteplansIndplacering' },
	{ line: 110, area: 'Mødetidsplaner', group: 'Moedetidsplan' },
	{ line: 112, area: 'Fravær/Nærvær', group: 'Fravaer-Naervaer' },
];
