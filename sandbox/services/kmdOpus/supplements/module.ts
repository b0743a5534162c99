import type { Records } from '../../../service.ts';
import { Collection } from '../../collection.ts';
import { updateLines, type LineKind } from '../lineUpdate.ts';
import type { OpusModule } from '../module.ts';
import { answerUpdate, readHeader, type Update } from '../update.ts';
import { checkSupplement, dateOf, lastDayOf, readSupplement, type SupplementLine } from './fixedSupplement.ts';
import { checkPerson, employmentsFor, readPerson, type PersonFields } from './personData.ts';

/** A fixed supplement as Opus keeps it; amounts are 0 and texts empty when not given, an open end is 9999-12-31. */
export interface FixedSupplement extends Omit<SupplementLine, 'Sekvensnummer' | 'Beloeb' | 'Antal'> {
	readonly Objekt_id: string;
	readonly Medarbejdernummer: string;
	readonly Beloeb: number;
	readonly Antal: number;
	readonly OpdateringsID: string;
}

/** A person's data as it came in; without employment its Medarbejdernummer is empty. */
export interface PersonData extends PersonFields {
	readonly Objekt_id: string;
	readonly Medarbejdernummer: string;
	readonly OpdateringsID: string;
}

const FIRST_OBJECT_ID = 500_001;

/** Faste tillæg: fixed supplements and data of persons, as the JSON family takes them (kmd-opus.md 1.7, assumed). */
export class SupplementsModule implements OpusModule {
	readonly operations = [];
	readonly kinds: OpusModule['kinds'];
	/** Its writes by JSON operation. */
	readonly updates: Readonly<Record<string, Update>>;

	readonly #supplements = new Collection<FixedSupplement>('fixedSupplements', ['Objekt_id']);
	readonly #persons = new Collection<PersonData>('personData', ['Objekt_id']);
	#nextObjectId = FIRST_OBJECT_ID;

	constructor() {
		this.kinds = { fixedSupplements: this.#supplements, personData: this.#persons };
		this.updates = {
			'update-fixed-supplements': (body, context) => updateLines(body, context, this.#lineKind),
			'update-person-data': this.#updatePerson,
		};
	}

	load(): void {
		this.#supplements.load([]);
		this.#persons.load([]);
		this.#nextObjectId = FIRST_OBJECT_ID;
	}

	state(): Records {
		return { fixedSupplements: this.#supplements.list(), personData: this.#persons.list() };
	}

	readonly #lineKind: LineKind<SupplementLine> = {
		list: 'Faste_tillaeg',
		title: 'Fast tillæg',
		plural: 'faste tillæg',
		refusal: 'Det faste tillæg kan ikke registreres.',
		read: readSupplement,
		check: checkSupplement,
		register: (line, Medarbejdernummer, OpdateringsID) =>
			this.#supplements.upsert({
				Objekt_id: this.#newObjectId(),
				Medarbejdernummer,
				Startdato: dateOf(line.Startdato),
				Slutdato: lastDayOf(line),
				Loenart: line.Loenart,
				Loebenummer: line.Loebenummer,
				Beloeb: Number(line.Beloeb),
				Antal: Number(line.Antal),
				Afv_Omkostningssted: line.Afv_Omkostningssted,
				Afv_PSP_Element: line.Afv_PSP_Element,
				Indv_Bemaerkning: line.Indv_Bemaerkning,
				OpdateringsID,
			}),
	};

	/** update-person-data: registers a person's data, with the employment that it is about, if there is one. */
	readonly #updatePerson: Update = (body, context) => {
		const header = readHeader(body);
		const person = readPerson(body.object('Person'));
		const found = employmentsFor(person, context.ledger, context.today);
		const employeeNumber = found.length === 1 ? found[0].Medarbejdernummer : '';
		return answerUpdate(header, context, 'Person', (onlyValidates) => {
			const findings = checkPerson(header, person, found, context);
			const tookEffect = !onlyValidates && !findings.some(({ type }) => type === 'E');
			if (tookEffect) {
				this.#persons.upsert({
					Objekt_id: this.#newObjectId(),
					Medarbejdernummer: employeeNumber,
					...person,
					Startdato: dateOf(person.Startdato) ?? '',
					OpdateringsID: header.updateId,
				});
			}
			return { employeeNumber, findings, tookEffect };
		});
	};

	/** A number that neither a client nor the control API has used. */
	#newObjectId(): string {
		while ([this.#supplements, this.#persons].some((of) => of.get(this.#nextObjectId) !== undefined)) this.#nextObjectId += 1;
		return String(this.#nextObjectId);
	}
}
