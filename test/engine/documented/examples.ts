import type { IDataObject } from 'n8n-workflow';

/** A plain use of an operation in the sandbox's world, and the wire operation that must reach the service. */
export interface Example {
	wire: string;
	parameters: IDataObject;
	/** A file that comes with the item, as `data`. */
	file?: Buffer;
}

const EMPLOYEE = '2001';
const OCTOBER = { fromDate: '2026-10-01', toDate: '2026-10-31' };
const NOVEMBER = { fromDate: '2026-11-02', toDate: '2026-11-05' };
const located = (value: unknown) => ({ __rl: true, mode: 'id', value });

/** Records that the examples of KMD Opus find beside those of the world. */
export const OPUS_RECORDS = {
	maternityCases: [
		{
			PersonnelNumber: EMPLOYEE,
			MaternityCaseKey: 'BS00000099',
			ValidStartDate: '2029-01-01',
			ValidEndDate: '2029-12-31',
			NotificationDate: '',
			ExpectedDeliveryDate: '2029-02-01',
			ActualDeliveryDate: '',
			AuthorityReportDate: '',
			MaternityType: 'BM',
		},
	],
};

/** Of the node KMD Opus, by `resource.operation`. */
export const OPUS_EXAMPLES: Record<string, Example> = {
	'absence.create': { wire: 'SetAbsenceAttendance', parameters: { ...NOVEMBER, employeeNumber: EMPLOYEE, type: 'KU', startTime: '12:00', endTime: '11:00' } },
	'absence.delete': { wire: 'SetAbsenceAttendance', parameters: { employeeNumber: '155', type: 'FE', fromDate: '2026-10-05', toDate: '2026-10-05' } },
	'absence.getMany': { wire: 'GetAbsenceAttendanceByPeriod', parameters: { ...OCTOBER, employeeNumber: '155', returnAll: true } },
	'absence.update': {
		wire: 'SetAbsenceAttendance',
		parameters: { employeeNumber: '155', type: 'FE', fromDate: '2026-11-09', toDate: '2026-11-10', originalFromDate: '2026-10-05', originalToDate: '2026-10-05' },
	},
	'absenceQuota.getDetails': { wire: 'GetAbsenceQuotaDetails', parameters: { employeeNumber: EMPLOYEE, quotaKey: 'FE-2001-2026' } },
	'absenceQuota.getMany': { wire: 'GetAbsenceQuotas', parameters: { employeeNumbers: EMPLOYEE, keyDate: '2026-10-20', returnAll: true } },
	'account.getCostCenterOrPsp': { wire: 'get-cost-center-psp', parameters: { accountNumber: '0310001001' } },
	'child.getMany': { wire: 'GetChildren', parameters: { employeeNumber: '155', returnAll: true } },
	'employee.get': { wire: 'Laes', parameters: { employeeNumber: EMPLOYEE } },
	'employee.getMany': { wire: 'List', parameters: { employeeNumbers: '2001-2010', returnAll: true } },
	'employee.getNumbersFromCpr': { wire: 'get-employee-number-from-cpr', parameters: { cprNumber: '0102455155' } },
	'employee.updateCommunication': {
		wire: 'Ret',
		parameters: { employeeNumber: EMPLOYEE, mode: 'set', communicationType: 'email', value: 'ny@kommune.example', validFrom: '2026-10-20' },
	},
	'employment.getManyByCpr': { wire: 'GetEmployeeInfo', parameters: { cprNumber: '0102455155' } },
	'fixedSupplement.send': {
		wire: 'update-fixed-supplements',
		parameters: { mode: 'register', employeeNumber: EMPLOYEE, startDate: '2026-11-01', payElement: '0310', serialNumber: '1', amount: '500.00' },
	},
	'maternityCase.create': {
		wire: 'SetMaternityCase',
		parameters: { employeeNumber: EMPLOYEE, maternityType: 'BM', validStartDate: '2028-01-01', validEndDate: '2028-12-31', additionalFields: { expectedDeliveryDate: '2028-02-01' } },
	},
	'maternityCase.delete': { wire: 'SetMaternityCase', parameters: { employeeNumber: EMPLOYEE, maternityCase: located('BS00000099') } },
	'maternityCase.getMany': { wire: 'GetMaternityCases', parameters: { employeeNumber: EMPLOYEE, returnAll: true } },
	'maternityCase.update': {
		wire: 'SetMaternityCase',
		parameters: { employeeNumber: EMPLOYEE, maternityCase: located('BS00000099'), updateFields: { notificationDate: '2026-08-02' } },
	},
	'oneTimePayment.getMany': { wire: 'read-onetime-payments', parameters: { employeeNumber: '155', returnAll: true } },
	'oneTimePayment.register': {
		wire: 'update-onetime-payments',
		parameters: { mode: 'register', employeeNumber: EMPLOYEE, date: '2026-10-20', payElement: '0310', serialNumber: '1', quantity: '7.50', sender: 'Test', remark: 'a:1' },
	},
	'personData.send': {
		wire: 'update-person-data',
		parameters: { mode: 'register', cprNumber: '0102455155', firstName: 'Ola', lastName: 'Danielsen', address: 'Rådhuspladsen 1' },
	},
	'personnelFolder.uploadDocument': {
		wire: 'UploadDocument',
		parameters: { binaryPropertyName: 'data', employeeNumber: EMPLOYEE, sourceSystem: 'CAPITECH', documentTypeKey: 'CAP-TIMESEDDEL', title: 'Timeseddel', externalReference: 'a:1' },
		file: Buffer.from('%PDF-1.7\n%%EOF\n'),
	},
	'reasonCode.getMany': { wire: 'GetReasons', parameters: { employeeNumber: EMPLOYEE, returnAll: true } },
	'workInjury.getMany': { wire: 'GetWorkAccidentCases', parameters: { employeeNumber: '32002', returnAll: true } },
	'workSchedule.create': {
		wire: 'SetWorkSchedule',
		parameters: { employeeNumber: EMPLOYEE, startDate: '2026-11-09', endDate: '2026-11-09', workTimeType: 'AA', startTime: '08:00', endTime: '13:00', hours: '4.50' },
	},
	'workSchedule.delete': {
		wire: 'SetWorkSchedule',
		parameters: { employeeNumber: '2004', startDate: '2026-10-22', endDate: '2026-10-22', workTimeType: 'AA', startTime: '08:00', endTime: '13:00' },
	},
	'workSchedule.getMany': { wire: 'GetWorkScheduleByPeriod', parameters: { ...OCTOBER, employeeNumber: '2004', returnAll: true } },
	'workSchedule.update': {
		wire: 'SetWorkSchedule',
		parameters: {
			employeeNumber: '2004',
			startDate: '2026-10-22',
			endDate: '2026-10-22',
			workTimeType: 'AA',
			startTime: '08:00',
			endTime: '12:00',
			hours: '4.00',
			original: { endTime: '13:00' },
		},
	},
};

const FIRM = { clientId: 100 };
/** Of the node Capitech, those that ask the service. */
export const CAPITECH_EXAMPLES: Record<string, Example> = {
	'absence.getMany': { wire: 'Absence/getAbsence', parameters: { ...FIRM, ...OCTOBER, returnAll: true } },
	'absence.getManyDays': { wire: 'Absence/getAbsenceTransactions', parameters: { ...FIRM, ...OCTOBER, returnAll: true } },
	'competence.getMany': { wire: 'Catalogue/getCompetences', parameters: FIRM },
	'department.getMany': { wire: 'Catalogue/getDepartments', parameters: FIRM },
	'dutyDefinition.getMany': { wire: 'Catalogue/getDutyDefinitions', parameters: FIRM },
	'dutyType.getMany': { wire: 'Catalogue/getDutyTypes', parameters: FIRM },
	'employee.getMany': { wire: 'Employee/getPersonalInformation', parameters: FIRM },
	'employee.upsert': {
		wire: 'Employee/upsertEmployee',
		parameters: { ...FIRM, externalSystemId: 'HRM', employeeId: 4711, fullname: 'Nora Berg', countryCode: 'NO' },
	},
	'freeDimension1.getMany': { wire: 'Catalogue/getFreeDimension1s', parameters: FIRM },
	'freeDimension2.getMany': { wire: 'Catalogue/getFreeDimension2s', parameters: FIRM },
	'operationalPlan.getMany': { wire: 'OperationalPlan', parameters: { ...FIRM, ...OCTOBER, returnAll: true } },
	'order.getMany': { wire: 'Catalogue/getOrders', parameters: FIRM },
	'phase.getMany': { wire: 'Catalogue/getPhases', parameters: { ...FIRM, project: located(1001), subproject: located(8446) } },
	'project.getMany': { wire: 'Catalogue/getProjects', parameters: FIRM },
	'project.upsert': {
		wire: 'Catalogue/upsertProject',
		parameters: { ...FIRM, identifyBy: 'number', projectNumber: 4711, description: 'Ny bro', status: 'AK' },
	},
	'subproject.getMany': { wire: 'Catalogue/getSubProjects', parameters: { ...FIRM, project: located(1001) } },
	'task.getMany': { wire: 'Catalogue/getTasks', parameters: { ...FIRM, department: located(10) } },
	'timeTransaction.getMany': { wire: 'Time/getTimeTransactions', parameters: { ...FIRM, ...OCTOBER, returnAll: true, simplify: false } },
	'timeTransaction.setExternalStatus': {
		wire: 'Time/setExternalStatusCode',
		parameters: { registrations: 'uid', clientId: 100, uid: 107004, status: 'set', externalStatusCode: 20, onlyIfUnchanged: false },
	},
};

/** A person of the sandbox's LINA who has given consent. */
const USER_UUID = '2a463037-1578-4357-88fe-9fc04d452e00';

/** A registration of the sandbox's LINA that its tests put there. */
export const WEBHOOK = { uuid: '0f4b3c2a-6d1e-4a57-9c3b-2f1d7e8a9b10', url: 'http://127.0.0.1:9/before' };

/** Of the node LINA, those that ask the service. */
export const LINA_EXAMPLES: Record<string, Example> = {
	'employee.getManyWithConsent': { wire: 'getPersonalData', parameters: {} },
	'personnelFile.upload': { wire: 'addUserCert', parameters: { userUuid: USER_UUID, binaryPropertyName: 'data' }, file: Buffer.from('%PDF-1.7\n%%EOF\n') },
	'rateLimit.get': { wire: 'getlimit', parameters: {} },
	'shift.create': { wire: 'saveShift', parameters: { userUuid: USER_UUID, date: '2026-10-31', from: '14:00', to: '01:00', additionalFields: { breakMinutes: 30 } } },
	'staffCost.getPerDay': { wire: 'personalkostenprotag', parameters: { businessDate: '2026-10-30' } },
	'staffCost.getPerHour': { wire: 'personalkostenprostunde', parameters: { businessDate: '2026-10-30' } },
	'webhook.delete': { wire: 'deleteWebhook', parameters: { webhookUuid: WEBHOOK.uuid } },
	'webhook.register': { wire: 'registerWebhook', parameters: { url: 'http://127.0.0.1:9/lina' } },
	'webhook.update': { wire: 'registerWebhook', parameters: { webhookUuid: WEBHOOK.uuid, url: 'http://127.0.0.1:9/lina' } },
	'workingTime.getAccepted': { wire: 'acceptedworkingtimes', parameters: { businessDate: '2026-10-30' } },
	'workingTime.getChanges': { wire: 'userdataperdaydelta', parameters: { updatedSince: '2026-10-20' } },
	'workingTime.getFullDay': { wire: 'userdataperday', parameters: { businessDate: '2026-10-30', simplify: false } },
};
