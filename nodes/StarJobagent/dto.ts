import { DateTime } from 'luxon';
import type { IDataObject } from 'n8n-workflow';

import { now } from '../kit/clock';
import { badInput } from '../kit/failure';
import type { OutcomeMessage } from '../kit/outcome';
import { note } from '../kit/outcome';
import { readInteger, readText } from '../kit/parameters';
import { danishDate, readDateTime, readEmail, readGuid, readPlainText, readRequiredGuid, ZONE } from './values';
import { field, part } from './wire';
import { createWishes, updateWishes } from './wishes';

/** The fields of an enrolment as the node has them; all but the first three may be empty. */
export interface EnrolmentFields {
	clientCategory?: unknown;
	enrolmentDate?: unknown;
	unemploymentDegree?: unknown;
	title?: unknown;
	eventDate?: unknown;
	email?: unknown;
}

/** The fields of Update as the node has them. */
export interface UpdateFields {
	meetingStart?: unknown;
	interviewOptionId?: unknown;
	interviewForm?: unknown;
	caseworkerId?: unknown;
	jobWishes?: unknown;
}

/** Where Update's three fields of a wish stand: the rows above them are missing in the vendor's table (contract, section 1.2). */
export type WishesPlace = 'list' | 'flat';

/** So long is the caseworker's ID at most (contract, section 1.2). */
const LONGEST_CASEWORKER_ID = 255;

/** A code is an int of 32 bits. */
const GREATEST_CODE = 2 ** 31 - 1;

/** So many days back the service takes an enrolment (code 4338). */
const DAYS_BACK = 10;

const isEmpty = (value: unknown): boolean => readText(value) === '';

/** A code of STAR's lists: a number, none of which is published. */
function readCode(field: string, value: unknown): number {
	if (isEmpty(value)) throw badInput(field, 'is empty', "Enter the number from STAR's own code list.");
	const code = readInteger(field, value);
	if (code > GREATEST_CODE) throw badInput(field, 'is too great a number', "Enter the number from STAR's own code list.");
	return code;
}

/** A point in time that can not be left out. */
function readRequiredTime(field: string, value: unknown): string {
	if (isEmpty(value)) throw badInput(field, 'is empty', 'Enter a date, or a date and a time.');
	return readDateTime(field, value);
}

/** The fields of an enrolment on the wire, without wishes (contract, section 1.2). */
function enrolment(fields: EnrolmentFields): IDataObject {
	const title = readPlainText('Title', fields.title);
	const email = readEmail('Email', fields.email);
	return {
		...(title && { titel: title }),
		klientKategori: readCode('Client Category', fields.clientCategory),
		tilmeldingsdato: readRequiredTime('Enrolment Date', fields.enrolmentDate),
		ledighedsgrad: readCode('Degree of Unemployment', fields.unemploymentDegree),
		...(!isEmpty(fields.eventDate) && { haendelsesdato: readDateTime('Event Date', fields.eventDate) }),
		...(email && { emailadresse: email }),
	};
}

/**
 * The body of Create.
 * @param wishes             as the form or JSON gives them
 * @param requestId          from which the ids of wishes are made that have none
 * @param jobAgentIdentifier the caller's own; '' to have the service assign one
 * @throws Failure that names the field, and never tells a value
 */
export function createBody(fields: EnrolmentFields, wishes: unknown, requestId: string, jobAgentIdentifier: string): IDataObject {
	const joboensker = createWishes(wishes, requestId);
	return {
		...enrolment(fields),
		...(joboensker.length && { joboensker }),
		...(jobAgentIdentifier && { jobagentidentifier: readGuid('Job Agent Identifier', jobAgentIdentifier) }),
	};
}

function placedWishes(wishes: unknown, place: WishesPlace): IDataObject {
	const joboensker = updateWishes(wishes);
	if (place === 'list') return joboensker.length ? { joboensker } : {};
	if (joboensker.length !== 1) throw badInput('Job Wishes', `holds ${joboensker.length} wishes`, "With 'Place of the Wish Fields' set to the top of the body there must be exactly one.");
	const { harUddannelse, senestAktiv, erfaringsmaaneder, ...occupation } = joboensker[0];
	if (Object.keys(occupation).length) throw badInput('Job Wishes, 1', 'names an occupation', "With 'Place of the Wish Fields' set to the top of the body only education, year and months can be sent.");
	return { harUddannelse, senestAktiv, erfaringsmaaneder };
}

/** Whether any field of the enrolment is given. */
const hasEnrolment = (fields: EnrolmentFields): boolean => Object.values(fields).some((value) => !isEmpty(value));

/**
 * The body of Update.
 * @param enrolmentFields those of Create, by which the composite call enrols the citizen; left out when all are empty
 * @throws Failure that names the field, and never tells a value
 */
export function updateBody(fields: UpdateFields, enrolmentFields: EnrolmentFields, place: WishesPlace): IDataObject {
	const caseworker = readPlainText('Caseworker ID', fields.caseworkerId, LONGEST_CASEWORKER_ID);
	return {
		...(hasEnrolment(enrolmentFields) && enrolment(enrolmentFields)),
		...placedWishes(fields.jobWishes, place),
		moedeStarttidspunkt: readRequiredTime('Meeting Start', fields.meetingStart),
		moedetilbudId: readRequiredGuid('Interview Option ID', fields.interviewOptionId),
		...(caseworker && { sagsbehandlerEksterntId: caseworker }),
		samtaleformType: readCode('Interview Form', fields.interviewForm),
	};
}

/** What the service is known to refuse by today's Danish date; it decides itself, so this is a warning (code 4338). */
export function dateWarnings(enrolmentDate: unknown): OutcomeMessage[] {
	if (isEmpty(enrolmentDate)) return [];
	const today = DateTime.fromJSDate(now(), { zone: ZONE }).startOf('day');
	const date = danishDate('Enrolment Date', enrolmentDate);
	const isInTime = date <= (today.toISODate() ?? '') && date >= (today.minus({ days: DAYS_BACK }).toISODate() ?? '');
	return isInTime ? [] : [note('W', `The enrolment date is neither today nor at most ${DAYS_BACK} days back, by Danish time: STAR's page gives this as a reason to refuse (4338).`)];
}

/** The answer of Update in the words of the pack (contract, section 1.2); what the service left out is left out. */
export function bookingOf(answer: IDataObject): IDataObject {
	const booking = part(answer, 'unemploymentEnrollmentAndBookResponse') ?? answer;
	const receipt = part(booking, 'serviceReceipt') ?? {};
	const values: Array<[string, unknown]> = [
		['bookingId', field(booking, 'indkaldelseId')],
		['messageIdentifier', field(receipt, 'messageIdentifier')],
		['eventDate', field(receipt, 'eventDate')],
		['jobCenterReceipt', field(booking, 'jobCenterReceipt')],
		['phone', field(booking, 'phone')],
		['fax', field(booking, 'fax')],
		['noSelfActivatingCodeNeeded', field(booking, 'noSelfActivatingCodeNeeded')],
	];
	return Object.fromEntries(values.filter(([, value]) => value !== undefined && value !== null)) as IDataObject;
}

const NO_BOOKING = note('W', 'STAR said yes and gave no booking ID, which it does by its page: whether a meeting is booked has to be looked up.');

/** What is to be said of an update that was answered without a booking (contract, section 1.2). */
export const bookingDoubts = (outcome: string, { bookingId }: IDataObject): OutcomeMessage[] => (outcome === 'done' && bookingId === undefined ? [NO_BOOKING] : []);
