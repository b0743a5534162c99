import type { EmployeeRecord } from '../../../world/employeeTypes.ts';
import { eightDigits } from '../employeeNumber.ts';
import type { Remark, SoapCaller, SoapReply } from '../soap/operation.ts';
import type { SoapRequest } from '../soap/request.ts';
import type { XmlNode } from '../soap/xml.ts';
import { AREAS, type Area } from './areas.ts';
import { Managers } from './managers.ts';
import { readQuestion, type Question, type QuestionSettings } from './question.ts';
import type { EmployeeRecords } from './recordStore.ts';
import { checkReceiver, readNumber, readRanges, takesIn } from './references.ts';
import { replacementText } from './replacements.ts';
import type { TimeRecords } from './timeRecords.ts';
import { employeeReference, EmployeeRefusal, ofEmployee, orRefusal, STATUS, STATUS_TEXTS } from './wire.ts';

/** Categories whose records come from the module Fravær. */
const TIME_CATEGORIES = ['MTP', 'FVNV'];

/** What Laes and List work with. */
export interface ReadingContext extends QuestionSettings {
	readonly records: EmployeeRecords;
	readonly time: TimeRecords;
	/** Whether the customer bought all fields or has the base package only. */
	readonly boughtFields: 'all' | 'base';
	/** Employees that an answer of List gets through before the time is used up; 0 is no limit. */
	readonly employeesPerAnswer: number;
}

function fieldsOf(area: Area, record: EmployeeRecord, boughtFields: ReadingContext['boughtFields']): XmlNode[] {
	const told = area.fields.filter(
		({ name, isBought }) =>
			(boughtFields === 'all' || !isBought) && (record.IkkeGodkendt !== true || area.unapproved.includes(name)),
	);
	return told.flatMap(({ name }) => {
		const value = record[name];
		if (value === undefined || typeof value === 'boolean') return [];
		return [value].flat().map((text) => ofEmployee(name, text));
	});
}

/** A record as its group; none when the customer bought nothing of it. */
function groupOf(area: Area, record: EmployeeRecord, context: ReadingContext): XmlNode[] {
	if (context.boughtFields === 'base' && area.fields.every(({ isBought }) => isBought)) return [];
	return [
		ofEmployee(area.group, [
			ofEmployee('Gyldighedsstart', record.Gyldighedsstart),
			ofEmployee('Gyldighedsstop', record.Gyldighedsstop),
			...fieldsOf(area, record, context.boughtFields),
		]),
	];
}

const byDate = (one: EmployeeRecord, other: EmployeeRecord): number =>
	one.Gyldighedsstart.localeCompare(other.Gyldighedsstart);

/** The LaesResultat of an employee; none when nothing of what was asked for is there. */
function resultOf(number: string, records: readonly EmployeeRecord[], managers: Managers, context: ReadingContext): XmlNode[] {
	const wanted = [...records].sort(byDate);
	const groups = AREAS.flatMap((area) =>
		wanted.filter((record) => record.Datakategori === area.code).flatMap((record) => groupOf(area, record, context)),
	);
	if (groups.length === 0) return [];
	const registration = [
		ofEmployee('AttributListe', [ofEmployee('Egenskaber', groups)]),
		ofEmployee('RelationListe', managers.of(number)),
	];
	return [ofEmployee('LaesResultat', [employeeReference(number), ofEmployee('Registrering', registration)])];
}

function answer(numbers: readonly string[], question: Question, context: ReadingContext, more: readonly Remark[]): SoapReply {
	const managers = new Managers(context.records, context.today);
	const ofTime = TIME_CATEGORIES.some((code) => question.categories.has(code)) ? context.time.byEmployee() : new Map<string, EmployeeRecord[]>();
	const wanted = (number: string): EmployeeRecord[] =>
		[...context.records.of(number), ...(ofTime.get(number) ?? [])].filter(question.wants);
	const content = numbers.flatMap((number) => resultOf(number, wanted(number), managers, context));
	const replaced = question.isAboutReplacements ? replacementText(numbers, context.records) : '';
	const remarks = replaced === '' ? more : [...more, { type: 'E', code: STATUS.numberReplaced, text: replaced }];
	const nothing = { type: 'I', code: STATUS.nothingFound, text: STATUS_TEXTS[STATUS.nothingFound] };
	return { remarks: content.length === 0 && remarks.length === 0 ? [nothing] : remarks, content, tookEffect: false };
}

/** Laes: the records of one employee (kmd-opus.md 1.5). */
export function readOne(request: SoapRequest, caller: SoapCaller, context: ReadingContext): SoapReply {
	return orRefusal(() => {
		checkReceiver(request, caller);
		return answer([readNumber(request)], readQuestion(request, context), context, []);
	});
}

/**
 * List: the records of the employees in the intervals, by ascending number. When the time is used up, the text of
 * status 103 gives the last employee handled (kmd-opus.md 1.5, 4.3).
 */
export function readMany(request: SoapRequest, caller: SoapCaller, context: ReadingContext): SoapReply {
	return orRefusal(() => {
		checkReceiver(request, caller);
		const ranges = readRanges(request);
		if (!ranges.some(({ isExclusion }) => !isExclusion)) throw new EmployeeRefusal('MedarbejderRef mangler.');
		const question = readQuestion(request, context);
		const numbers = context.records.numbers().filter((number) => takesIn(ranges, number));
		const most = context.employeesPerAnswer;
		if (most === 0 || numbers.length <= most) return answer(numbers, question, context, []);
		const handled = numbers.slice(0, most);
		const text = `Tidsgrænsen er nået. Sidst behandlede medarbejder: ${eightDigits(handled[most - 1])}.`;
		return answer(handled, question, context, [{ type: 'E', code: STATUS.timeUsedUp, text }]);
	});
}
