import { DateTime } from 'luxon';

import type { EmployeeRecord } from '../../../world/employeeTypes.ts';
import type { SoapRequest } from '../soap/request.ts';
import { AREA_OF, COMMUNICATION, UNAPPROVED } from './areas.ts';
import { EmployeeRefusal } from './wire.ts';

const ZONE = 'Europe/Copenhagen';
const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})?$/;

/** The ends of a wide open filter (kmd-opus.md 1.5), as Danish wall clock. */
const BEGINNING = '1800-01-01T23:59:59';
const END = '9999-12-31T00:00:00';

/** What Laes and List ask of each employee. */
export interface Question {
	/** Whether a record is asked for. */
	readonly wants: (record: EmployeeRecord) => boolean;
	readonly categories: ReadonlySet<string>;
	/** Category 9001 with all four filters wide open: which numbers were annulled and made anew? */
	readonly isAboutReplacements: boolean;
}

/** Open questions of the contract that decide what filters mean (see `switches.ts`). */
export interface QuestionSettings {
	readonly missingValidityFilter: 'everything' | 'today';
	readonly changeFilterPrecision: 'second' | 'day';
	/** Today, `yyyy-MM-dd`. */
	readonly today: string;
}

/** A filter's moment as Danish wall clock, `yyyy-MM-ddTHH:mm:ss`; null when the filter is not there. */
function readFilter(request: SoapRequest, name: string): string | null {
	const filter = request.child(name);
	if (filter === undefined) return null;
	const text = filter.text('TidsstempelDatoTid');
	const moment = DateTime.fromISO(text, { zone: ZONE });
	if (!MOMENT.test(text) || !moment.isValid) throw new EmployeeRefusal(`${name} har ikke et gyldigt tidspunkt.`);
	if (!['false', '0'].includes(filter.text('GraenseIndikator'))) {
		throw new EmployeeRefusal(`${name} skal have GraenseIndikator false.`);
	}
	return moment.year > 9999 ? END : moment.toFormat("yyyy-MM-dd'T'HH:mm:ss");
}

function readCategories(request: SoapRequest): Set<string> {
	const categories = request.texts('Datakategori');
	const unknown = categories.find((code) => code !== UNAPPROVED && !AREA_OF.has(code));
	if (unknown !== undefined) throw new EmployeeRefusal(`Datakategori ${unknown} findes ikke.`);
	if (categories.length === 0) throw new EmployeeRefusal('Der skal angives mindst én Datakategori.');
	return new Set(categories);
}

/**
 * Reads categories and filters. A record is asked for when it holds at some time of the validity filter and was
 * changed within the change filter, both ends included. Taken away communication records are told to change queries
 * only, and what is not yet approved to category WF only.
 */
export function readQuestion(request: SoapRequest, settings: QuestionSettings): Question {
	const categories = readCategories(request);
	const validity = [readFilter(request, 'VirkningFraFilter'), readFilter(request, 'VirkningTilFilter')];
	const change = [readFilter(request, 'RegistreringFraFilter'), readFilter(request, 'RegistreringTilFilter')];
	const isOpen = (from: string | null, to: string | null): boolean => (from ?? '') <= BEGINNING && (to ?? END) >= END;
	const isChangeQuery = !isOpen(change[0], change[1]);
	const everywhere = [...validity, ...change];
	const asIs = settings.missingValidityFilter === 'everything' ? [BEGINNING, END] : [settings.today, settings.today];
	const [validFrom, validTo] = validity.map((end, place) => (end ?? asIs[place]).slice(0, 10));
	const length = settings.changeFilterPrecision === 'day' ? 'yyyy-MM-dd'.length : END.length;
	const [changedFrom, changedTo] = [change[0] ?? '', change[1] ?? END].map((end) => end.slice(0, length));

	const isInCategory = ({ Datakategori: code, Slettet, IkkeGodkendt }: EmployeeRecord): boolean => {
		if (IkkeGodkendt === true) return Slettet !== true && categories.has(UNAPPROVED);
		return categories.has(code) && (Slettet !== true || (isChangeQuery && code === COMMUNICATION));
	};
	const wasChanged = (registered: string): boolean => changedFrom <= registered && registered <= changedTo;
	return {
		categories,
		wants: (record) =>
			isInCategory(record) &&
			record.Gyldighedsstart <= validTo &&
			record.Gyldighedsstop >= validFrom &&
			(!isChangeQuery || wasChanged(record.Registreret.slice(0, length))),
		isAboutReplacements:
			categories.has('9001') &&
			everywhere.every((end) => end !== null) &&
			isOpen(validity[0], validity[1]) &&
			!isChangeQuery,
	};
}
