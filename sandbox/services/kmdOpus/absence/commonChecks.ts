import { daysBetween, isIsoDate } from '../../../world/dates.ts';
import type { SoapRequest } from '../soap/request.ts';
import type { HrOffice } from './hrOffice.ts';
import { error, NUMBER, type Complaint } from './messages.ts';

const OPEN_START = '1800-01-01';
const OPEN_END = '9999-12-31';
const LONGEST_PERIOD_DAYS = 3_660;

/** What a write does to a record. */
export type Action = 'INS' | 'MOD' | 'DEL';

/** A period as it was sent. */
export interface Period {
	readonly StartDate: string;
	readonly EndDate: string;
}

/** Complains of an operation that is none of the three. */
export function checkAction(action: string): Complaint[] {
	if (['INS', 'MOD', 'DEL'].includes(action)) return [];
	return [error(NUMBER.operationUnknown, 'Operation skal være INS, MOD eller DEL.')];
}

/** Complains of a number that is no employee's. */
export function checkNumber(number: string, office: HrOffice): Complaint[] {
	if (number === '') return [error(NUMBER.fieldMissing, 'PersonnelNumber skal udfyldes.')];
	if (!/^\d{1,8}$/.test(number)) return [error(NUMBER.fieldInvalid, 'PersonnelNumber skal være højst 8 cifre.')];
	if (office.employment(number) !== undefined) return [];
	return [error(NUMBER.employeeUnknown, `Medarbejder ${number} findes ikke.`)];
}

/** Complains of fields that hold no date; empty ones do only when they are demanded. */
export function checkDates(fields: Readonly<Record<string, string>>, demanded: readonly string[] = []): Complaint[] {
	return Object.entries(fields).flatMap(([name, date]) => {
		if (date === '') return demanded.includes(name) ? [error(NUMBER.fieldMissing, `${name} skal udfyldes.`)] : [];
		return isIsoDate(date) ? [] : [error(NUMBER.fieldInvalid, `${name} er ikke en dato i formen ÅÅÅÅ-MM-DD.`)];
	});
}

/** Complains of fields that hold neither a time nor nothing. */
export function checkTimes(fields: Readonly<Record<string, string>>): Complaint[] {
	return Object.entries(fields)
		.filter(([, time]) => time !== '' && !/^([01]\d|2[0-3]):[0-5]\d:[0-5]\d$/.test(time))
		.map(([name]) => error(NUMBER.fieldInvalid, `${name} er ikke et klokkeslæt i formen TT:MM:SS.`));
}

/** Complains of a period that runs backwards or for more than ten years. */
export function checkPeriod({ StartDate, EndDate }: Period): Complaint[] {
	if (StartDate > EndDate) return [error(NUMBER.startAfterEnd, 'StartDate ligger efter EndDate.')];
	if (daysBetween(StartDate, EndDate) <= LONGEST_PERIOD_DAYS) return [];
	return [error(NUMBER.periodTooLong, 'Perioden er længere end 10 år.')];
}

/** Complains of an employee who is locked; nothing else is said then. */
export function checkLock(number: string, office: HrOffice): Complaint[] {
	if (office.employment(number)?.Laast !== true) return [];
	return [error(NUMBER.employeeLocked, 'Medarbejderen er låst.')];
}

/** Complains of a period outside the employment (naming the number that holds afterwards) or in a closed pay period. */
export function checkEmployment(number: string, { StartDate, EndDate }: Period, office: HrOffice): Complaint[] {
	const employment = office.employment(number);
	const complaints: Complaint[] = [];
	if (employment !== undefined && EndDate > employment.Til) {
		const successor = office.successorOf(employment);
		const hint = successor === undefined ? '' : ` Nyt medarbejdernummer er muligvis ${successor.Medarbejdernummer}.`;
		complaints.push(error(NUMBER.employmentEnded, `Ansættelsen ${number} er ophørt ${employment.Til}.${hint}`));
	}
	if (employment !== undefined && StartDate < employment.Fra) {
		complaints.push(error(NUMBER.outsideEmployment, `Ansættelsen ${number} begynder først ${employment.Fra}.`));
	}
	if (office.isClosed(StartDate, EndDate)) {
		complaints.push(error(NUMBER.payPeriodClosed, 'Perioden ligger i en lukket lønperiode.'));
	}
	return complaints;
}

/** The texts of some children of a request, by name. */
export function textsOf<Name extends string>(request: SoapRequest, names: readonly Name[]): Record<Name, string> {
	return Object.fromEntries(names.map((name) => [name, request.text(name)])) as Record<Name, string>;
}

/** The period that a read asks for, open at an end that is left empty; complaints when it is not sound. */
export function readPeriod(request: SoapRequest, office: HrOffice): Period | Complaint[] {
	const dates = textsOf(request, ['StartDate', 'EndDate']);
	const complaints = [...checkNumber(request.text('PersonnelNumber'), office), ...checkDates(dates)];
	if (complaints.length > 0) return complaints;
	const period = { StartDate: dates.StartDate || OPEN_START, EndDate: dates.EndDate || OPEN_END };
	const isBackwards = period.StartDate > period.EndDate;
	return isBackwards ? checkPeriod(period) : period;
}
