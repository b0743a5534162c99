import type { INodeParameters } from 'n8n-workflow';

import { Absences, expectLawfulMessages, READ } from './absences';
import { useOpus } from './opus';

const opus = useOpus();
const absences = new Absences(opus);

const CASE = {
	PersonnelNumber: '7001',
	MaternityCaseKey: 'BS09999999',
	ValidStartDate: '2026-09-01',
	ValidEndDate: '2027-06-30',
	NotificationDate: '2026-06-01',
	ExpectedDeliveryDate: '2026-10-30',
	ActualDeliveryDate: '',
	AuthorityReportDate: '',
	MaternityType: 'BM',
};

beforeEach(async () => {
	await opus.control.put('kmdOpus', {
		children: [{ PersonnelNumber: '7001', ChildNumber: '01', FirstName: 'Ida', LastName: 'Test', ChildCPRNumber: '0102229999', BirthDate: '2022-02-01' }],
		maternityCases: [CASE],
		workInjuries: [{ PersonnelNumber: '7001', AccidentNumber: '00005999', StartDate: '2026-10-02', AccidentDate: '2026-10-01' }],
	});
	await absences.put(['2 12:30 - 2', '3 - 4']);
	await absences.put(['5 - 5'], { AbsenceAttendanceType: 'OS', AdditionalData: '01', ObjectId: '01' });
	await absences.put(['6 - 6'], { AbsenceAttendanceType: 'TJ', AdditionalData: '020' });
	await absences.put(['9 - 9'], { AbsenceAttendanceType: 'TT', AdditionalData: '00005999' });
	await absences.put(['10 - 20'], { AbsenceAttendanceType: 'BA', AdditionalData: CASE.MaternityCaseKey });
});
afterEach(async () => await expectLawfulMessages(opus));

const read = async (fields: INodeParameters = {}) => {
	const parameters = { resource: 'absence', operation: 'getMany', employeeNumber: '7001', fromDate: '2026-11-01', toDate: '2026-11-30', returnAll: true, ...fields };
	const { outputs, error } = await opus.run(parameters);
	if (error) throw error;
	return outputs[0].map(({ json }) => json);
};

test('the records of a period, their numbers as numbers, with what they belong to', async () => {
	const [first, second, ...others] = await read();
	expect(first).toEqual({
		employeeNumber: '7001',
		type: 'SY',
		typeText: 'Sygdom',
		startDate: '2026-11-02',
		endDate: '2026-11-02',
		startTime: '12:30:00',
		endTime: null,
		days: expect.any(Number),
		hours: expect.any(Number),
		calendarDays: 1,
		relatedKey: null,
		recordNumber: '000',
		objectId: null,
		lockIndicator: null,
		children: [],
		maternityCases: [],
		reasons: [],
		workInjuries: [],
	});
	expect(second).toMatchObject({ startDate: '2026-11-03', endDate: '2026-11-04', startTime: null, days: 2, hours: 14.8, calendarDays: 2 });
	expect(others).toMatchObject([
		{ type: 'OS', relatedKey: '01', objectId: '01', children: [{ childNumber: '01' }] },
		{ type: 'TJ', relatedKey: '020', reasons: [{ reasonCode: '020', reasonText: 'Eksamen' }] },
		{ type: 'TT', relatedKey: '00005999', workInjuries: [{ accidentNumber: '00005999', accidentDate: '2026-10-01' }] },
		{
			type: 'BA',
			relatedKey: 'BS09999999',
			maternityCases: [
				{
					maternityCaseKey: 'BS09999999',
					startDate: '2026-09-01',
					endDate: '2027-06-30',
					notificationDate: '2026-06-01',
					expectedDeliveryDate: '2026-10-30',
					actualDeliveryDate: null,
					authorityReportDate: null,
					maternityType: 'BM',
					maternityTypeText: 'Barsel, mor',
				},
			],
		},
	]);
	expect(JSON.stringify(others)).not.toContain('0102229999');
});

test('the CPR number of a child comes only when it is asked for', async () => {
	const records = await read({ options: { includeCprNumbers: true } });
	expect(records.find(({ type }) => type === 'OS')).toMatchObject({ children: [{ childNumber: '01', childCprNumber: '0102229999' }] });
});

test('a decimal comma, zeros for no time and short numbers are read the same', async () => {
	const usual = await read();
	await opus.control.switches({ 'kmdOpus.soapDecimalStyle': 'comma', 'kmdOpus.soapEmptyTime': 'zeros', 'kmdOpus.personnelNumberStyle': 'plain' });
	expect(await read()).toEqual(usual);
});

test('a period without records gives no item', async () => {
	expect(await read({ fromDate: '2026-12-01', toDate: '2026-12-31' })).toEqual([]);
});

test('the vendor goes along when the credential names one', async () => {
	await opus.control.switches({ 'kmdOpus.vendorUuid': 'required' });
	await expect(read()).rejects.toMatchObject({ message: 'KMD Opus refused the request [item 0]' });
	const credentials = await opus.credential({ vendorUuid: '6f1b' });
	const { outputs } = await opus.run({ resource: 'absence', operation: 'getMany', employeeNumber: '7001', fromDate: '2026-11-01', toDate: '2026-11-30' }, [{}], { credentials });
	expect(outputs[0]).toHaveLength(6);
});

test('an employee that Opus does not know is a failure with its words', async () => {
	const { error } = await opus.run({ resource: 'absence', operation: 'getMany', employeeNumber: '99', fromDate: '2026-11-01', toDate: '2026-11-30' });
	expect([error?.message, error?.description]).toEqual(['KMD Opus refused the request [item 0]', expect.stringContaining('Medarbejder 99 findes ikke.')]);
});

test.each([
	[{ employeeNumber: '={{ "" }}' }, /'Employee Number' is empty/],
	[{ fromDate: '={{ "november" }}' }, /'From Date' is not a date/],
	[{ toDate: '2026-10-31' }, /'To Date' is before 'From Date'/],
	[{ returnAll: false, limit: 0 }, /'Limit'/],
])('%j is refused before anything is sent', async (fields, message) => {
	await expect(read(fields as INodeParameters)).rejects.toMatchObject({ message: expect.stringMatching(message) });
	expect(await opus.operations()).not.toContain(READ);
});
