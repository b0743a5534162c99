/** The forms in which an employee number is named in a request; all three are met in the field (contract, section 1.5). */
const NUMBER_FORMS = {
	employeeNumber: 'urn:oio:kmd:lpe:medarbejdernummer:',
	employee: 'urn:oio:kmd:lpe:medarbejder:',
	bare: 'urn:',
} as const;

export type NumberForm = keyof typeof NUMBER_FORMS;

export const isNumberForm = (form: string): form is NumberForm => Object.keys(NUMBER_FORMS).includes(form);

/** A number, an interval (`10-20`) or an exclusion (`!12-14`) as the service wants it named. */
export const employeeUrn = (form: NumberForm, number: string): string => `${NUMBER_FORMS[form]}${number}`;

/** The municipality that is asked. */
export const receiverUrn = (municipalityCode: string): string => `urn:oio:kmd:lpe:modtager:${municipalityCode}`;

/** The sender's URN in the default form, which is our reading: `{code}` stands for the municipality code. */
export const SENDER_URN = 'urn:oio:kmd:lpe:afsender:{code}';

/** The employee number in a URN of an answer, without leading zeros; undefined when there is none. */
export function readUrn(urn: string): string | undefined {
	const number = /(?:^|:)0*(\d{1,8})$/.exec(urn.trim())?.[1];
	return number && Number(number) > 0 ? number : undefined;
}
