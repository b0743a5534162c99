/** The value of a field as it goes over the wire; a list where the field repeats. */
export type FieldValue = string | readonly string[];

/**
 * One record of an employee's master data in Medarbejderoplysninger, its fields named as on the wire (kmd-opus.md 1.5).
 * A field that is not there is not sent.
 */
export interface EmployeeRecord {
	readonly Medarbejdernummer: string;
	/** Code of the data category (infotype), e.g. `0105`. */
	readonly Datakategori: string;
	readonly Gyldighedsstart: string;
	/** 9999-12-31 when it has no end. */
	readonly Gyldighedsstop: string;
	/** When it was last changed: Danish wall clock, `yyyy-MM-ddTHH:mm:ss`. */
	readonly Registreret: string;
	/** Taken away: a communication record is told to change queries as a key without a value, others not at all. */
	readonly Slettet?: boolean;
	/** Not yet approved: told only to those who ask for category WF. */
	readonly IkkeGodkendt?: boolean;
	readonly [field: string]: FieldValue | boolean | undefined;
}

/** A document type agreed at onboarding: one key, good for documents of one sending system (kmd-opus.md 1.4). */
export interface DocumentType {
	readonly DocumentTypeKey: string;
	readonly SourceSystem: string;
	readonly Tekst: string;
	/** The folder it is filed in, by KLE number. */
	readonly Mappe: string;
}
