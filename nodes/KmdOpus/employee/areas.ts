import type { ReadValue } from './values';
import { asBoolean, asDate, asDecimal, asHours, asText, asTime } from './values';

/** A field of a record: its name in the pack, its element, how it is read, and whether the element repeats. */
export interface Field {
	name: string;
	element: string;
	read: ReadValue;
	repeats?: boolean;
}

/** How the records of an area that are valid on one date become fields of a flat item. */
export type Flat =
	/** Only one is valid at a time: its fields. */
	| { kind: 'one' }
	/** Several may be: a list under the area's name. */
	| { kind: 'list' }
	/** One for each type: its fields under names of the type's own; types without a name are named by their code. */
	| { kind: 'byType'; type: string; names: ReadonlyArray<readonly [code: string, name: string]>; unnamed: string };

/** An area of an employee's data: one Datakategori on the wire, one repeating group in the answer (contract, section 1.5). */
export interface Area {
	name: string;
	/** The Datakategori; none where it is not public. */
	code?: string;
	/** The group within Egenskaber. */
	element: string;
	fields: readonly Field[];
	flat: Flat;
}

const field = (name: string, element: string, read: ReadValue = asText): Field => ({ name, element, read });

const ONE: Flat = { kind: 'one' };
const LIST: Flat = { kind: 'list' };

/** Arts of communication that have a name. Municipalities use others, too. */
export const COMMUNICATION_TYPES = {
	systemUser: '0001',
	email: '0010',
	workPhone: '0020',
	mobile: '9021',
	itUser: '9905',
	esdhUser: '9906',
} as const;

const communicationNames = Object.entries(COMMUNICATION_TYPES).map(([name, code]) => [code, name] as const);

/** All areas that the vendor lists, in the order of their groups in an answer. No field has the name of another area's. */
export const AREAS: readonly Area[] = [
	{
		name: 'activities',
		code: '0000',
		element: 'Aktiviteter',
		flat: ONE,
		fields: [
			field('activityType', 'Aktivitetsart'),
			field('activityReason', 'AktivitetsAarsag'),
			field('employmentStatus', 'StatusBeskaeftigelse'),
			field('hireDate', 'Ansaettelsesdato', asDate),
			field('leaveDate', 'Fratraedelsesdato', asDate),
		],
	},
	{
		name: 'organisation',
		code: '0001',
		element: 'Organisation',
		flat: ONE,
		fields: [
			field('employeeGroup', 'Medarbejderkreds'),
			field('employmentTerms', 'Ansaettelsesforhold'),
			field('organisationUnit', 'Organisationsenhed'),
			field('organisationUnitText', 'OrganisationsenhedTekst'),
			field('position', 'Stilling'),
			field('positionText', 'StillingTekst'),
			field('organisationAddress', 'OrganisationAdresse'),
			field('organisationCity', 'OrganisationBy'),
			field('organisationPostalCode', 'OrganisationPostnr'),
			field('organisationPhone', 'OrganisationTelefonnr'),
			field('unitsLed', 'Ledermarkering', asDecimal),
			{ ...field('ledUnits', 'LederOrgEnhed'), repeats: true },
			field('parentUnit', 'OvenliggendeOrgEnhed'),
			field('organisationUnitShortText', 'OrganisationsenhedTekstKort'),
			field('positionShortText', 'StillingTekstKort'),
		],
	},
	{
		name: 'personalData',
		code: '0002',
		element: 'Persondata',
		flat: ONE,
		fields: [
			field('cprNumber', 'CPR-nummer'),
			field('lastName', 'Efternavn'),
			field('firstName', 'Fornavn'),
			field('personId', 'PersonaleIdentifikator'),
		],
	},
	{
		name: 'addresses',
		code: '0006',
		element: 'Adresse',
		flat: { kind: 'byType', type: 'addressType', names: [['1', 'home'], ['98', 'payroll']], unnamed: 'address' },
		fields: [
			field('addressType', 'Adresseart'),
			field('street', 'GadeVejNr'),
			field('postalCode', 'Postnummer'),
			field('city', 'By'),
			field('country', 'Land'),
		],
	},
	{
		name: 'workingTime',
		code: '0007',
		element: 'Arbejdstid',
		flat: ONE,
		fields: [
			field('annualHours', 'ArbejdstimerAar', asDecimal),
			field('hoursNumerator', 'TimetalTaeller', asHours),
			field('hoursDenominator', 'TimetalNaevner', asHours),
			field('hoursNumeratorTime', 'TimetalTaellerTid'),
			field('hoursDenominatorTime', 'TimetalNaevnerTid'),
			field('reductionCode', 'Reduktionskode'),
		],
	},
	{
		name: 'contract',
		code: '0016',
		element: 'Kontraktindhold',
		flat: ONE,
		fields: [field('firstEmployedOn', 'FoersteTiltraedelse', asDate), field('employedInGroupFrom', 'TiltraedelsesdatoKoncern', asDate)],
	},
	{
		name: 'communication',
		code: '0105',
		element: 'Kommunikation',
		flat: { kind: 'byType', type: 'communicationType', names: communicationNames, unnamed: 'communication' },
		fields: [
			field('sequenceNumber', 'Sekvensnummer'),
			field('communicationType', 'Kommunikationsart'),
			field('value', 'KommunikationsID'),
		],
	},
	{
		name: 'tax',
		code: '0765',
		element: 'Skattedata',
		flat: ONE,
		fields: [field('taxPercent', 'Traekprocent', asDecimal), field('monthlyDeduction', 'FradragMaaned', asDecimal)],
	},
	{
		name: 'payGrade',
		code: '9001',
		element: 'Loenindplacering',
		flat: ONE,
		fields: [field('decentralEmployment', 'DecentralAnsaettelse', asBoolean), field('payClass', 'Loenklassenummer')],
	},
	{
		name: 'connections',
		code: '9013',
		element: 'Tilslutninger',
		flat: ONE,
		fields: [
			field('userNumber', 'Brugernummer'),
			field('timeAdministration', 'Tidsadministration', asBoolean),
			field('dutyRota', 'Vagtplan', asBoolean),
			field('supplementaryDigit', 'Ekstraciffer'),
		],
	},
	{
		name: 'pensions',
		code: '9015',
		element: 'Pensionsordninger',
		flat: LIST,
		fields: [
			field('pensionType', 'Pensionsart'),
			field('pensionFund', 'Pensionskassenummer'),
			field('pensionMemberNumber', 'Pensionsmedlemsnummer'),
			field('employerContributionPercent', 'ArbejdsgiverBidragPct', asDecimal),
			field('ownContributionPercent', 'EgetBidragPct', asDecimal),
		],
	},
	{
		name: 'workSchedules',
		code: 'MTP',
		element: 'Moedetidsplan',
		flat: LIST,
		fields: [
			field('workTimeType', 'Arbejdstidstype'),
			field('workTimeTypeText', 'Arbejdstidstypetekst'),
			field('hours', 'Arbejdstid', asDecimal),
			field('startTime', 'Starttid', asTime),
			field('endTime', 'Sluttid', asTime),
		],
	},
	{
		name: 'absences',
		code: 'FVNV',
		element: 'Fravaer-Naervaer',
		flat: LIST,
		fields: [
			field('absenceType', 'FravaersNaervaersart'),
			field('absenceText', 'FravaersNaervaerstekst'),
			field('absenceHours', 'FravaersNaervaerstimer', asDecimal),
			field('absenceDays', 'FravaersNaervaersdage', asDecimal),
			field('absenceStartTime', 'Starttid', asTime),
			field('absenceEndTime', 'Sluttid', asTime),
		],
	},
	{
		name: 'jobFunction',
		code: '9039',
		element: 'Arbejdsfunktion',
		flat: ONE,
		fields: [
			field('jobFunction', 'Arbejdsfunktion'),
			field('jobFunctionShortText', 'ArbejdsfunktionTekstKort'),
			field('jobFunctionText', 'ArbejdsfunktionTekst'),
		],
	},
	{
		name: 'rotaPlacement',
		element: 'TjenesteplansIndplacering',
		flat: ONE,
		fields: [
			field('rotaUnit', 'Organisationsenhed'),
			field('rotaUnitText', 'OrganisationsenhedTekst'),
			field('rotaUnitShortText', 'OrganisationsenhedTekstKort'),
		],
	},
];

/** Asks for values that are not approved yet, of position, unit, pay class and connections; it has no group of its own. */
export const NOT_YET_APPROVED = { name: 'notYetApproved', code: 'WF' } as const;

/** The category that, asked for with all four filters wide open, finds employments annulled and made again under another number. */
export const PAY_GRADE = '9001';
export const COMMUNICATION = '0105';

export const areaNamed = (name: string): Area | undefined => AREAS.find((area) => area.name === name);
