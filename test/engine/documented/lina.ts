import type { Documented } from './kmdOpus';

/** What the page on the endpoint Personal documents as calls, by section of the contract. */
export const LINA_CALLS: Array<Omit<Documented, 'line'> & { section: string; wire: string }> = [
	{ section: '1.1', says: 'costs per hour of a business day', operations: ['staffCost.getPerHour'], wire: 'personalkostenprostunde' },
	{ section: '1.2', says: 'costs per employee of a business day', operations: ['staffCost.getPerDay'], wire: 'personalkostenprotag' },
	{ section: '1.3', says: 'times of a business day', operations: ['workingTime.getAccepted'], wire: 'acceptedworkingtimes' },
	{ section: '1.4', says: 'times and costs of a business day', operations: ['workingTime.getFullDay'], wire: 'userdataperday' },
	{ section: '1.5', says: 'business days that were changed', operations: ['workingTime.getChanges'], wire: 'userdataperdaydelta' },
	{ section: '1.6', says: 'employees who agree', operations: ['employee.getManyWithConsent'], wire: 'getPersonalData' },
	{ section: '1.7', says: 'a shift is written', operations: ['shift.create'], wire: 'saveShift' },
	{ section: '1.8', says: 'a file goes into the personnel file', operations: ['personnelFile.upload'], wire: 'addUserCert' },
	{ section: '3.1', says: 'a webhook is registered', operations: ['webhook.register'], wire: 'registerWebhook' },
	{ section: '3.1', says: 'its address is changed', operations: ['webhook.update'], wire: 'registerWebhook' },
	{ section: '3.1', says: 'it is deleted', operations: ['webhook.delete'], wire: 'deleteWebhook' },
	{ section: '4', says: 'the limit can be asked for', operations: ['rateLimit.get'], wire: 'getlimit' },
];

/** The fields of rows that the page lists (section 1.10), in their raw spelling, and where the simplified row of *Get Full Day* has them. */
export const LINA_FIELDS: Array<readonly [wire: string, field: string]> = [
	['von', 'shifts'],
	['bis', 'shifts'],
	['von2', 'shifts'],
	['bis2', 'shifts'],
	['pause', 'breakMinutes'],
	['tage', 'absenceDays'],
	['bereich', 'area'],
	['h_brutto', 'workedHours'],
	['h_zuschl_25', 'surchargeHours'],
	['h_zuschl_40', 'surchargeHours'],
	['h_zuschl_50', 'surchargeHours'],
	['brutto', 'grossWage'],
	['lohnkosten', 'employerCost'],
	['stundenkosten', 'hourlyCosts'],
];
