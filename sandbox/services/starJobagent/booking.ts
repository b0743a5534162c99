import { JOBAGENT_CODE_LIST } from '../../world/starJobagentCatalogue.ts';
import { EXPIRED_VALUE, UNKNOWN_VALUE } from './codes.ts';
import { codeStanding } from './codeLists.ts';
import type { UpdateRequest } from './dto.ts';
import { danishDate } from './enrolment.ts';
import type { Registers } from './registers.ts';

const utc = (moment: string): string => new Date(moment).toISOString();

function* codesOfTime({ moedetilbudId, moedeStarttidspunkt }: UpdateRequest, { interviewOptions }: Registers, today: string): Generator<number> {
	const date = danishDate(moedeStarttidspunkt);
	if (date < today) yield 4783;
	const option = interviewOptions.get(moedetilbudId.toLowerCase());
	if (option?.active !== true) yield 8108;
	else if (date < option.from || date > option.to) yield 8109;
	else if (option.takenTimes.some((time) => Date.parse(time) === Date.parse(moedeStarttidspunkt))) yield 4819;
}

/**
 * What is against a booking, by code: the citizen has one of today or later (8273), the day (4783), the interview option
 * (8108, 8109), the time (4819), the caseworker (4822), the form of the interview (2002, 2003: its list has no code of
 * its own). `today` is the Danish date.
 */
export function codesOfBooking(asked: UpdateRequest, cpr: string, registers: Registers, today: string): number[] {
	const { bookings, caseworkers } = registers;
	const { sagsbehandlerEksterntId: caseworker } = asked;
	const contact = codeStanding(registers, JOBAGENT_CODE_LIST.contact, asked.samtaleformType, today);
	const codes = [...codesOfTime(asked, registers, today)];
	if (bookings.list().some((of) => of.cpr === cpr && danishDate(of.moedeStarttidspunkt) >= today)) codes.push(8273);
	if (caseworker !== undefined && caseworkers.get(caseworker) === undefined) codes.push(4822);
	if (contact !== 'valid') codes.push(contact === 'unknown' ? UNKNOWN_VALUE : EXPIRED_VALUE);
	return codes;
}

/** Books: the time is taken from then on. */
export function book(asked: UpdateRequest, indkaldelseId: string, of: { readonly cpr: string; readonly jobagentidentifier: string }, registers: Registers): void {
	const { samtaleformType, sagsbehandlerEksterntId } = asked;
	const moedetilbudId = asked.moedetilbudId.toLowerCase();
	const moedeStarttidspunkt = utc(asked.moedeStarttidspunkt);
	const option = registers.interviewOptions.get(moedetilbudId);
	if (option === undefined) throw new Error('An interview option is looked up before it is booked.');
	registers.interviewOptions.write({ ...option, takenTimes: [...option.takenTimes, moedeStarttidspunkt] });
	const caseworker = sagsbehandlerEksterntId === undefined ? {} : { sagsbehandlerEksterntId };
	registers.bookings.write({ indkaldelseId, ...of, moedetilbudId, moedeStarttidspunkt, ...caseworker, samtaleformType });
}
