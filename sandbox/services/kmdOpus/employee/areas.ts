/** A field of a data group: in the base package or bought by itself (T), and whether it repeats. */
export interface AreaField {
	readonly name: string;
	readonly isBought: boolean;
	readonly repeats: boolean;
}

/** An area of employee data: its category code, its group on the wire, and its fields in the order of the schema. */
export interface Area {
	readonly code: string;
	readonly group: string;
	readonly fields: readonly AreaField[];
	/** Fields that, with category, sequence number and first day, tell records of one employee apart. */
	readonly key: readonly string[];
	/** Fields that a record which is not yet approved tells (category WF). */
	readonly unapproved: readonly string[];
}

/** The category that asks for what is not yet approved. */
export const UNAPPROVED = 'WF';

/** The category of communication data, the only one that can be written. */
export const COMMUNICATION = '0105';

/** Reads `Name`, `Name?` (bought by itself) and `Name*` (bought, repeating). */
function field(text: string): AreaField {
	return { name: text.replace(/[?*]$/, ''), isBought: /[?*]$/.test(text), repeats: text.endsWith('*') };
}

function area(code: string, group: string, fields: string, more: Partial<Pick<Area, 'key' | 'unapproved'>> = {}): Area {
	return { code, group, fields: fields.split(' ').map(field), key: [], unapproved: [], ...more };
}

/**
 * All areas in the order of their groups inside Egenskaber (kmd-opus.md 1.5); Gyldighedsstart and Gyldighedsstop come
 * first in each. The code of TjenesteplansIndplacering is the sandbox's own: it is not public.
 */
export const AREAS: readonly Area[] = [
	area('0000', 'Aktiviteter', 'Aktivitetsart AktivitetsAarsag StatusBeskaeftigelse Ansaettelsesdato? Fratraedelsesdato?', {
		key: ['Aktivitetsart'],
	}),
	area(
		'0001',
		'Organisation',
		'Medarbejderkreds Ansaettelsesforhold Organisationsenhed OrganisationsenhedTekst Stilling StillingTekst ' +
			'OrganisationAdresse? OrganisationBy? OrganisationPostnr? OrganisationTelefonnr? Ledermarkering? LederOrgEnhed* ' +
			'OvenliggendeOrgEnhed? OrganisationsenhedTekstKort? StillingTekstKort?',
		{ unapproved: ['Organisationsenhed', 'OrganisationsenhedTekst', 'Stilling', 'StillingTekst'] },
	),
	area('0002', 'Persondata', 'CPR-nummer Efternavn Fornavn PersonaleIdentifikator'),
	area('0006', 'Adresse', 'Adresseart GadeVejNr Postnummer By Land', { key: ['Adresseart'] }),
	area(
		'0007',
		'Arbejdstid',
		'ArbejdstimerAar TimetalTaeller TimetalNaevner TimetalTaellerTid? TimetalNaevnerTid? Reduktionskode?',
	),
	area('0016', 'Kontraktindhold', 'FoersteTiltraedelse TiltraedelsesdatoKoncern'),
	area(COMMUNICATION, 'Kommunikation', 'Sekvensnummer Kommunikationsart KommunikationsID', { key: ['Kommunikationsart'] }),
	area('0765', 'Skattedata', 'Traekprocent FradragMaaned'),
	area('9001', 'Loenindplacering', 'DecentralAnsaettelse Loenklassenummer', { unapproved: ['Loenklassenummer'] }),
	area('9013', 'Tilslutninger', 'Brugernummer Tidsadministration Vagtplan Ekstraciffer', {
		unapproved: ['Tidsadministration', 'Vagtplan'],
	}),
	area(
		'9015',
		'Pensionsordninger',
		'Pensionsart Pensionskassenummer Pensionsmedlemsnummer ArbejdsgiverBidragPct EgetBidragPct',
		{ key: ['Pensionsart'] },
	),
	area('MTP', 'Moedetidsplan', 'Arbejdstidstype? Arbejdstidstypetekst? Arbejdstid? Starttid? Sluttid?', {
		key: ['Arbejdstidstype', 'Starttid'],
	}),
	area(
		'FVNV',
		'Fravaer-Naervaer',
		'FravaersNaervaersart? FravaersNaervaerstekst? FravaersNaervaerstimer? FravaersNaervaersdage? Starttid? Sluttid?',
		{ key: ['FravaersNaervaersart', 'Starttid'] },
	),
	area('9039', 'Arbejdsfunktion', 'Arbejdsfunktion ArbejdsfunktionTekstKort ArbejdsfunktionTekst'),
	area('TPI', 'TjenesteplansIndplacering', 'Organisationsenhed OrganisationsenhedTekst OrganisationsenhedTekstKort'),
];

/** Areas by category code. */
export const AREA_OF: ReadonlyMap<string, Area> = new Map(AREAS.map((of) => [of.code, of]));
