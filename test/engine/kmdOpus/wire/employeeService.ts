import type { MessageSchemas } from './absenceFamily';
import type { ElementSchema } from './schema';
import { element, texts } from './schema';

const M = 'urn:oio:medarbejder:1.0.0';
const S = 'urn:oio:sagdok:3.0.0';

/** A reference to a party or an employee: in the sagdok namespace, as what it holds. */
const reference = (written: string): ElementSchema => element(written, S, texts('UUIDIdentifikator URNIdentifikator', S));
const filter = (name: string): ElementSchema => element(`${name}?`, S, texts('TidsstempelDatoTid GraenseIndikator', S));

const head = [reference('AfsenderRef?'), reference('ModtagerRef?')];
const filters = ['VirkningFraFilter', 'VirkningTilFilter', 'RegistreringFraFilter', 'RegistreringTilFilter'].map(filter);
const categories = element('Datakategori*', M);

/** A group's fields after the two dates of its validity, all of them optional (packages are bought field by field). */
const group = (name: string, fields: string): ElementSchema => element(`${name}*`, M, texts(`Gyldighedsstart Gyldighedsstop ${fields}`, M));

const GROUPS = [
	group('Aktiviteter', 'Aktivitetsart? AktivitetsAarsag? StatusBeskaeftigelse? Ansaettelsesdato? Fratraedelsesdato?'),
	group(
		'Organisation',
		'Medarbejderkreds? Ansaettelsesforhold? Organisationsenhed? OrganisationsenhedTekst? Stilling? StillingTekst? OrganisationAdresse? OrganisationBy? OrganisationPostnr? OrganisationTelefonnr? Ledermarkering? LederOrgEnhed* OvenliggendeOrgEnhed? OrganisationsenhedTekstKort? StillingTekstKort?',
	),
	group('Persondata', 'CPR-nummer? Efternavn? Fornavn? PersonaleIdentifikator?'),
	group('Adresse', 'Adresseart? GadeVejNr? Postnummer? By? Land?'),
	group('Arbejdstid', 'ArbejdstimerAar? TimetalTaeller? TimetalNaevner? TimetalTaellerTid? TimetalNaevnerTid? Reduktionskode?'),
	group('Kontraktindhold', 'FoersteTiltraedelse? TiltraedelsesdatoKoncern?'),
	group('Kommunikation', 'Sekvensnummer? Kommunikationsart? KommunikationsID?'),
	group('Skattedata', 'Traekprocent? FradragMaaned?'),
	group('Loenindplacering', 'DecentralAnsaettelse? Loenklassenummer?'),
	group('Tilslutninger', 'Brugernummer? Tidsadministration? Vagtplan? Ekstraciffer?'),
	group('Pensionsordninger', 'Pensionsart? Pensionskassenummer? Pensionsmedlemsnummer? ArbejdsgiverBidragPct? EgetBidragPct?'),
	group('Moedetidsplan', 'Arbejdstidstype? Arbejdstidstypetekst? Arbejdstid? Starttid? Sluttid?'),
	group('Fravaer-Naervaer', 'FravaersNaervaersart? FravaersNaervaerstekst? FravaersNaervaerstimer? FravaersNaervaersdage? Starttid? Sluttid?'),
	group('Arbejdsfunktion', 'Arbejdsfunktion? ArbejdsfunktionTekstKort? ArbejdsfunktionTekst?'),
	group('TjenesteplansIndplacering', 'Organisationsenhed? OrganisationsenhedTekst? OrganisationsenhedTekstKort?'),
];

const statusOf = element('StandardRetur', S, texts('StatusKode FejlbeskedTekst?', S));
const manager = element('Personaleleder*', M, [
	reference('MedarbejderRef?'),
	...texts('Gyldighedsstart? Gyldighedsstop? FornavnOverordnet? EfternavnOverordnet? SammensatNavnOverordnet?', M),
]);
const result = (written: string): ElementSchema =>
	element(written, M, [
		reference('MedarbejderRef'),
		element('Registrering', M, [element('AttributListe', M, [element('Egenskaber*', M, GROUPS)]), element('RelationListe', M, [manager])]),
	]);

const communication = element('Kommunikation', M, texts('Gyldighedsstart Gyldighedsstop Sekvensnummer? Kommunikationsart? KommunikationsID?', M));

/** The messages of Medarbejderoplysninger by wire operation (contract, section 1.5). */
export const EMPLOYEE_SERVICE: Record<string, MessageSchemas> = {
	Laes: {
		request: element('LaesInput', M, [...head, reference('MedarbejderRef?'), ...filters, categories]),
		answer: element('LaesOutput', M, [statusOf, result('LaesResultat?')]),
	},
	List: {
		request: element('ListInput', M, [...head, reference('MedarbejderRef*'), ...filters, categories]),
		answer: element('ListOutput', M, [statusOf, result('LaesResultat*')]),
	},
	Ret: {
		request: element('RetInput', M, [...head, reference('MedarbejderRef?'), element('AttributListe', M, [element('Egenskaber', M, [communication])])]),
		answer: element('RetOutput', M, [statusOf]),
	},
};
