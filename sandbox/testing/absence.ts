import assert from 'node:assert/strict';

import { TestClient, type Json, type Reply } from './client.ts';
import { addressOf, bodyOf, envelope, sendSoap, toXml, type Fields } from './soap.ts';

const NAMESPACE = 'urn:kmd.dk:LPT:VACAB:external';

/** An employee of whom the tests put in all that they need. */
export const EMPLOYEE = '2001';

/** What an operation answered: its letter, its texts in one line, and the whole content. */
export interface AbsenceAnswer {
	readonly type: string;
	readonly text: string;
	readonly body: Json;
}

/** The fields of a record in the order of the contract, from those that a test cares about. */
const SET_ORDER = [
	'StartDate',
	'OriginalStartDate',
	'StartTime',
	'OriginalStartTime',
	'EndDate',
	'OriginalEndDate',
	'EndTime',
	'OriginalEndTime',
	'AdditionalData',
	'Operation',
	'PersonnelNumber',
	'AbsenceAttendanceType',
	'OriginalAbsenceAttendanceType',
];

/** A sandbox with a client of the absence family, whose employee 2001 begins every test without absences. */
export class AbsenceOffice {
	readonly client: TestClient;

	private constructor(client: TestClient) {
		this.client = client;
	}

	/** Starts a sandbox. */
	static async start(): Promise<AbsenceOffice> {
		return new AbsenceOffice(await TestClient.start());
	}

	/** Begins a test: a fresh world in which the employee has nothing but ordinary quotas. */
	async reset(): Promise<void> {
		await this.client.reset();
		const { absences, workSchedules, quotas, children } = await this.state();
		const own = (rows: Json[]): Json[] => rows.filter((row) => row.PersonnelNumber === EMPLOYEE);
		await this.remove({ absences: own(absences), workSchedules: own(workSchedules), quotas: own(quotas), children: own(children) });
		const quota = { PersonnelNumber: EMPLOYEE, QuotaKey: 'FE-1', QuotaType: 'FE', Entitlement: 185, Unit: 'hours' };
		const dates = { ValidStartDate: '2026-09-01', ValidEndDate: '2027-08-31', DeductionStartDate: '2026-09-01', DeductionEndDate: '2027-12-31' };
		const child = { PersonnelNumber: EMPLOYEE, ChildNumber: '01', ChildCPRNumber: '0101405001', BirthDate: '2021-03-04' };
		await this.put({ quotas: [{ ...quota, ...dates }], children: [child] });
	}

	/** What Opus holds. */
	state(): Promise<Json> {
		return this.client.control('GET', '/control/state/kmdOpus');
	}

	/** Puts records in, as HR does. */
	put(records: object): Promise<Json> {
		return this.client.control('POST', '/control/world/kmdOpus', records);
	}

	/** Takes records out. */
	remove(records: object): Promise<Json> {
		return this.client.control('DELETE', '/control/world/kmdOpus', records);
	}

	/** An operation with its raw answer. */
	send(operation: string, fields: Fields): Promise<Reply> {
		const payload = `<r:${operation}Request_MT xmlns:r="${NAMESPACE}">${toXml(fields)}</r:${operation}Request_MT>`;
		return sendSoap(this.client, addressOf('KMD_LPT_VACAB_Service_751', `${operation}_OS_SI`, NAMESPACE), envelope(payload));
	}

	/** An operation; anything but an answer of its own fails the test. */
	async ask(operation: string, fields: Fields): Promise<AbsenceAnswer> {
		const reply = await this.send(operation, fields);
		assert.equal(reply.status, 200, reply.text);
		const body = bodyOf(reply)[`${operation}Response_MT`];
		const status = [body.ReturnStatus.item ?? body.ReturnStatus].flat();
		return {
			type: status.map((of: Json) => of.StatusType).join(''),
			text: status.map((of: Json) => of.MessageText).join(' | '),
			body,
		};
	}

	/** SetAbsenceAttendance for the employee; `StartDate` alone is a day of holiday to be created. */
	set(fields: Fields): Promise<AbsenceAnswer> {
		const whole: Fields = { Operation: 'INS', PersonnelNumber: EMPLOYEE, AbsenceAttendanceType: 'FE', EndDate: fields.StartDate, ...fields };
		const known = SET_ORDER.filter((name) => whole[name] !== undefined);
		return this.ask('SetAbsenceAttendance', Object.fromEntries(known.map((name) => [name, whole[name]])));
	}

	/** The records of an employee as `type start end startTime-endTime hours/days/calendarDays`. */
	async standing(employee = EMPLOYEE): Promise<string[]> {
		const { body } = await this.ask('GetAbsenceAttendanceByPeriod', { StartDate: '2026-01-01', EndDate: '2027-12-31', PersonnelNumber: employee });
		return (body.AbsenceAttendance.item ?? []).map(({ Item: [of] }: Json) => {
			const extent = [of.AbsenceAttendanceHours, of.AbsenceAttendanceDays, of.AbsenceAttendanceCalendarDays].join('/');
			return `${of.AbsenceAttendanceType} ${of.StartDate} ${of.EndDate} ${of.StartTime}-${of.EndTime} ${extent}`;
		});
	}
}
