import { GENERAL_TEXTS, Refusal } from '../star/refusal.ts';

/**
 * The codes of the Jobagent tables with the vendor's own texts, word for word (star.md 5.1): of CreateJobagent and of
 * UpdateJobagent.
 */
export const JOBAGENT_TEXTS: Readonly<Record<number, string>> = {
	1001: 'Invalid cpr',
	1010: 'Unknown cpr',
	1014: 'Failed to validate message',
	4313: 'Invalid client category type',
	4314: 'Invalid current unemployment status type identifier',
	4316: 'Enrollment overlap',
	4318: 'One or more profession is invalid',
	4338: 'The enrollment date must be of todays date or a maximum of 10 days prior to todays date',
	4405: 'The person with specified cpr is dead',
	4575: 'You are not authorized',
	4589: 'Unknown identifier',
	4641: 'This category is not allowed to be enrolled',
	4645: 'This person has a absenceregistration that conflicts with this Contactgroup',
	4698: 'Parameter is negative',
	4710: 'The submitted value of YearLastUsed is not a valid year',
	4720: 'Person is not allowed to be enrolled because person is abroad',
	4725: 'This person cannot be enrolled because the person has a temporary foreign address registered',
	4750: 'The client has an absence registration that does not allow enrollment',
	4763: "A person who is 65 or older can only enroll as 'uden ydelse' from jobnet",
	4769: 'The connection to an external bookingsystem could not be established',
	4783: 'The BookingTime cannot be before todays date',
	4786: 'The person does not have a Jobnet Cv account',
	4819: 'The BookingStartTime is no longer available',
	4822: 'Could not find the caseworker with the specified CVR-RID',
	6014: 'Illegal combination of the client category and unemployment status',
	6033: 'ContactGroup is not coherent with age',
	7062: 'A ProfessionType must be set for this ClientCategory.',
	8108: 'The specified InterviewOptionID is not active or is unknown to the system',
	8109: 'The booking time is NOT within the allowed range of dates for this interview option',
	8111: 'An error occured when trying to look up the supplied PersonCivilRegistrationIdentifier',
	8273: 'Citizen already has a booking of type Jobsamtale.',
	8281: 'Occupation key does not exist',
	8288: 'Booking is later than deadline of existing InterviewDeadline with same InterviewType.',
	9003: 'The interview supervisor specified is not allowed for this interview option',
	9018: 'Selfbooking failed because an External bookingsystem configuration is missing',
	9344: 'Missing or incorrect data, profile cannot be retrieved',
	9345: 'Missing or incorrect data gives warning',
};

/** The code that only warns: what was asked is done all the same (star.md 6). */
export const WARNING = 9345;

/** General codes that say what is wrong with a value of a code list without a code of its own (star.md 5.3). */
export const UNKNOWN_VALUE = 2002;
export const EXPIRED_VALUE = 2003;

/** A refusal with these codes, in the words of the page; general codes in those of STAR's list. */
export function refusedWith(...codes: readonly number[]): Refusal {
	return new Refusal(codes.map((code) => ({ code, text: JOBAGENT_TEXTS[code] ?? GENERAL_TEXTS[code] })));
}
