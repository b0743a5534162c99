import type { SoapElement, SoapOperation } from '../soap/operation';

/** The two namespaces of the employee service; its elements are qualified (contract, section 1.5). */
const SAGDOK = 'urn:oio:sagdok:3.0.0';
const MEDARBEJDER = 'urn:oio:medarbejder:1.0.0';

const sagdok = (name: string, children?: readonly SoapElement[]): SoapElement => ({ name, namespace: SAGDOK, children });
const medarbejder = (name: string, children?: readonly SoapElement[]): SoapElement => ({ name, namespace: MEDARBEJDER, children });
const repeated = (element: SoapElement): SoapElement => ({ ...element, repeats: true });

/** Written even without a value: the identifier is mandatory and unused, and a record without a value is one that is to go. */
const required = (element: SoapElement): SoapElement => ({ ...element, required: true });

const reference = (name: string): SoapElement => sagdok(name, [required(sagdok('UUIDIdentifikator')), sagdok('URNIdentifikator')]);
const filter = (name: string): SoapElement => sagdok(name, [sagdok('TidsstempelDatoTid'), sagdok('GraenseIndikator')]);

const ADDRESSEES = [reference('AfsenderRef'), reference('ModtagerRef')];
const WHAT = [
	filter('VirkningFraFilter'),
	filter('VirkningTilFilter'),
	filter('RegistreringFraFilter'),
	filter('RegistreringTilFilter'),
	repeated(medarbejder('Datakategori')),
];

const SERVICE = {
	service: 'employee',
	interface: 'Employee_Provide_Out',
	interfaceNamespace: 'urn:kmd.dk:LPE:EMPLOYEE:external',
	provenance: 'observed',
} as const;

/** Reads one employee. */
export const LAES: SoapOperation = {
	...SERVICE,
	name: 'Laes',
	request: medarbejder('LaesInput', [...ADDRESSEES, reference('MedarbejderRef'), ...WHAT]),
	response: 'LaesOutput',
};

/** Reads several employees. */
export const LIST: SoapOperation = {
	...SERVICE,
	name: 'List',
	request: medarbejder('ListInput', [...ADDRESSEES, repeated(reference('MedarbejderRef')), ...WHAT]),
	response: 'ListOutput',
};

/** Writes one record of communication of one employee. */
export const RET: SoapOperation = {
	...SERVICE,
	name: 'Ret',
	request: medarbejder('RetInput', [
		...ADDRESSEES,
		reference('MedarbejderRef'),
		medarbejder('AttributListe', [
			medarbejder('Egenskaber', [
				medarbejder('Kommunikation', [
					medarbejder('Gyldighedsstart'),
					medarbejder('Gyldighedsstop'),
					medarbejder('Sekvensnummer'),
					medarbejder('Kommunikationsart'),
					required(medarbejder('KommunikationsID')),
				]),
			]),
		]),
	]),
	response: 'RetOutput',
};
