import type { IDataObject } from 'n8n-workflow';

/** An employment of which nothing is known but what a test puts in. */
export const NUMBER = '9101';
export const OPEN_END = '9999-12-31';

/** A record of an employee, as the sandbox holds it. */
export const record = (Datakategori: string, fields: IDataObject = {}): IDataObject => ({
	Medarbejdernummer: NUMBER,
	Datakategori,
	Gyldighedsstart: '2020-01-01',
	Gyldighedsstop: OPEN_END,
	Registreret: '2026-09-01T08:00:00',
	...fields,
});

export const communication = (Kommunikationsart: string, KommunikationsID: string, fields: IDataObject = {}): IDataObject =>
	record('0105', { Sekvensnummer: '000', Kommunikationsart, KommunikationsID, ...fields });

export const unit = (OrganisationsenhedTekst: string, fields: IDataObject = {}): IDataObject =>
	record('0001', { Medarbejderkreds: '00', Ansaettelsesforhold: '01', Organisationsenhed: '10000001', OrganisationsenhedTekst, Stilling: '50000001', StillingTekst: 'Pædagog', ...fields });
