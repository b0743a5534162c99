import type { SoapValues } from '../soap/operation';
import type { NumberForm } from './urns';
import { employeeUrn, receiverUrn, SENDER_URN } from './urns';

/** A period of wall clock in Denmark (`yyyy-MM-ddTHH:mm:ss`); an end that is missing is not asked about. */
export interface Period {
	from?: string;
	to?: string;
}

/** What is asked of the employee service. */
export interface EmployeeQuery {
	/** Datakategorier. */
	categories: readonly string[];
	/** Records valid within it. */
	validity?: Period;
	/** Records changed within it. */
	changed?: Period;
}

/** How the two ends of a conversation, and employees, are named. */
export interface Naming {
	numberForm: NumberForm;
	/** `{code}` stands for the municipality code. */
	senderUrn: string;
}

export const DEFAULT_NAMING: Naming = { numberForm: 'employeeNumber', senderUrn: SENDER_URN };

/** Both ends of what the service takes for "any time" (contract, section 1.5). */
export const WIDE_OPEN: Required<Period> = { from: '1800-01-01T00:00:00', to: '9999-12-31T00:00:00' };

/** The whole of some days (`yyyy-MM-dd`). */
export const wholeDays = (from: string | undefined, to: string | undefined): Period => ({
	from: from && `${from}T00:00:00`,
	to: to && `${to}T23:59:59`,
});

const reference = (urn: string): SoapValues => ({ URNIdentifikator: urn });

const limit = (time: string | undefined): SoapValues | undefined => (time ? { TidsstempelDatoTid: time, GraenseIndikator: 'false' } : undefined);

/** Sender, receiver and the employees meant: what each request of the service begins with. */
export const addressed = (municipalityCode: string, { numberForm, senderUrn }: Naming, numbers: readonly string[]): SoapValues => ({
	AfsenderRef: reference(senderUrn.split('{code}').join(municipalityCode)),
	ModtagerRef: reference(receiverUrn(municipalityCode)),
	MedarbejderRef: numbers.map((number) => reference(employeeUrn(numberForm, number))),
});

/** The rest of a LaesInput or ListInput. */
export const asked = ({ categories, validity, changed }: EmployeeQuery): SoapValues => ({
	VirkningFraFilter: limit(validity?.from),
	VirkningTilFilter: limit(validity?.to),
	RegistreringFraFilter: limit(changed?.from),
	RegistreringTilFilter: limit(changed?.to),
	Datakategori: [...categories],
});
