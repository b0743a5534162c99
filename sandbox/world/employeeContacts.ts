import type { EmployeeRecord } from './employeeTypes.ts';
import type { Employment } from './types.ts';

const EMAIL = '0010';

/** What Opus knows of how to address an employee. */
export interface EmployeeContact {
	readonly Medarbejdernummer: string;
	readonly firstName: string;
	readonly lastName: string;
	/** The e-mail addresses that hold, as they are written. */
	readonly emails: readonly string[];
	readonly hasEnded: boolean;
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/**
 * Names and e-mail addresses of the employments that hold on a date, and of those that have ended as they were on
 * their last day. Employments yet to begin are left out, as are records that were taken away or await approval.
 */
export function contactsOn(date: string, employments: readonly Employment[], records: readonly EmployeeRecord[]): EmployeeContact[] {
	const begun = new Map(employments.filter(({ Fra }) => Fra <= date).map((of) => [of.Medarbejdernummer, of]));
	const valid = new Map<string, EmployeeRecord[]>();
	for (const record of records) {
		const { Medarbejdernummer: number, Gyldighedsstart: start, Gyldighedsstop: stop } = record;
		const employment = begun.get(number);
		if (employment === undefined || record.Slettet === true || record.IkkeGodkendt === true) continue;
		const day = employment.Til < date ? employment.Til : date;
		if (start <= day && day <= stop) valid.set(number, [...(valid.get(number) ?? []), record]);
	}
	return [...begun.values()].map(({ Medarbejdernummer, Til }) => {
		const own = valid.get(Medarbejdernummer) ?? [];
		const person = own.find(({ Datakategori }) => Datakategori === '0002');
		const emails = own.filter(({ Datakategori, Kommunikationsart }) => Datakategori === '0105' && Kommunikationsart === EMAIL);
		return {
			Medarbejdernummer,
			firstName: textOf(person?.Fornavn),
			lastName: textOf(person?.Efternavn),
			emails: emails.map(({ KommunikationsID }) => textOf(KommunikationsID)).filter((email) => email !== ''),
			hasEnded: Til < date,
		};
	});
}
