import type { ElementSchema } from '../soap/schema.ts';
import { CASE_NAMESPACE, EMPLOYEE_NAMESPACE } from './wire.ts';

type Traits = Omit<ElementSchema, 'name' | 'namespace'>;

const ofEmployee = (name: string, traits: Traits = {}): ElementSchema => ({ name, namespace: EMPLOYEE_NAMESPACE, ...traits });
const ofCase = (name: string, traits: Traits = {}): ElementSchema => ({ name, namespace: CASE_NAMESPACE, ...traits });

/** A reference: the UUID, which the schema demands and nobody uses, and the URN. */
const reference = (name: string, traits: Traits = {}): ElementSchema =>
	ofCase(name, { ...traits, children: [ofCase('UUIDIdentifikator', { required: true }), ofCase('URNIdentifikator')] });

/** A filter that is there holds both elements. */
const filter = (name: string): ElementSchema =>
	ofCase(name, {
		children: [ofCase('TidsstempelDatoTid', { required: true }), ofCase('GraenseIndikator', { required: true })],
	});

const question = (root: string, ofEmployees: Traits): ElementSchema =>
	ofEmployee(root, {
		children: [
			reference('AfsenderRef'),
			reference('ModtagerRef'),
			reference('MedarbejderRef', ofEmployees),
			filter('VirkningFraFilter'),
			filter('VirkningTilFilter'),
			filter('RegistreringFraFilter'),
			filter('RegistreringTilFilter'),
			ofEmployee('Datakategori', { repeats: true }),
		],
	});

const communication = ofEmployee('Kommunikation', {
	repeats: true,
	children: ['Gyldighedsstart', 'Gyldighedsstop', 'Sekvensnummer', 'Kommunikationsart', 'KommunikationsID'].map((name) =>
		ofEmployee(name),
	),
});

const change = ofEmployee('RetInput', {
	children: [
		reference('AfsenderRef'),
		reference('ModtagerRef'),
		reference('MedarbejderRef'),
		ofEmployee('AttributListe', {
			required: true,
			children: [ofEmployee('Egenskaber', { required: true, children: [communication] })],
		}),
	],
});

/** The requests of the employee service, in the order of its schema (kmd-opus.md 1.5). */
export const EMPLOYEE_REQUESTS = {
	Laes: question('LaesInput', {}),
	List: question('ListInput', { repeats: true }),
	Ret: change,
} as const;
