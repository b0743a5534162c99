import { addDays, isIsoDate } from '../../../world/dates.ts';
import type { EmployeeRecord } from '../../../world/employeeTypes.ts';
import type { OpusLedger } from '../ledger.ts';
import type { SoapCaller, SoapReply } from '../soap/operation.ts';
import type { SoapRequest } from '../soap/request.ts';
import { COMMUNICATION } from './areas.ts';
import type { EmployeeRecords } from './recordStore.ts';
import { checkReceiver, readNumber } from './references.ts';
import { EmployeeRefusal, orRefusal, STATUS } from './wire.ts';

/** System user, e-mail, work phone, mobile, IT user, ESDH user (kmd-opus.md 1.5). */
const KINDS: ReadonlySet<string> = new Set(['0001', '0010', '0020', '9021', '9905', '9906']);
const EMAIL = '0010';
/** The length of the field in SAP's infotype 0105. */
const LONGEST_VALUE = 241;

/** What Ret works with. */
export interface CommunicationContext {
	readonly records: EmployeeRecords;
	readonly ledger: OpusLedger;
}

/** A communication record as it was sent; `value` null: not sent, so left as it is; empty: take the record away. */
interface SentRecord {
	readonly from: string;
	readonly to: string;
	readonly sequence: string;
	readonly kind: string;
	readonly value: string | null;
}

const fail = (text: string): never => {
	throw new EmployeeRefusal(text, STATUS.communicationFailed);
};

function readSent(request: SoapRequest): SentRecord {
	const sent = request.child('AttributListe')?.child('Egenskaber')?.children('Kommunikation') ?? [];
	if (sent.length !== 1) throw new EmployeeRefusal('Der skal sendes netop én Kommunikation.');
	const of = sent[0];
	const [from, to] = [of.text('Gyldighedsstart'), of.text('Gyldighedsstop')];
	if (!isIsoDate(from) || !isIsoDate(to)) throw new EmployeeRefusal('Gyldighedsstart og Gyldighedsstop skal være datoer.');
	if (from > to) throw new EmployeeRefusal('Gyldighedsstop ligger før Gyldighedsstart.');
	return {
		from,
		to,
		sequence: of.text('Sekvensnummer'),
		kind: of.text('Kommunikationsart'),
		value: of.has('KommunikationsID') ? of.text('KommunikationsID') : null,
	};
}

function checkEmployee(number: string, { records, ledger }: CommunicationContext): void {
	const employment = ledger.employment(number);
	if (employment === undefined && records.of(number).length === 0) {
		throw new EmployeeRefusal(`Medarbejder ${number} findes ikke.`);
	}
	if (employment?.Laast === true) fail('Medarbejderen er låst.');
}

function checkSent({ from, sequence, kind, value }: SentRecord, number: string, { ledger }: CommunicationContext): void {
	if (!KINDS.has(kind)) fail(`Kommunikationsart ${kind} findes ikke.`);
	if (!/^\d{3}$/.test(sequence)) fail('Sekvensnummer skal være tre cifre.');
	const employment = ledger.employment(number);
	if (employment !== undefined && (from < employment.Fra || from > employment.Til)) {
		fail('Gyldighedsstart ligger uden for ansættelsen.');
	}
	if (value !== null && value.length > LONGEST_VALUE) fail(`KommunikationsID er længere end ${LONGEST_VALUE} tegn.`);
	if (kind === EMAIL && value !== null && value !== '' && !value.includes('@')) fail('E-mailadressen er ugyldig.');
}

/** Records of the same kind and sequence number, those taken away left out. */
function standing(number: string, { sequence, kind }: SentRecord, { records }: CommunicationContext): EmployeeRecord[] {
	return records
		.of(number)
		.filter(
			(record) =>
				record.Datakategori === COMMUNICATION &&
				record.Slettet !== true &&
				record.Sekvensnummer === sequence &&
				record.Kommunikationsart === kind,
		);
}

function erase(sent: SentRecord, among: readonly EmployeeRecord[], { records }: CommunicationContext): boolean {
	const found = among.find((record) => record.Gyldighedsstart === sent.from && record.Gyldighedsstop === sent.to);
	if (found === undefined) return fail('Posten, der skal slettes, findes ikke.');
	records.erase(found);
	return true;
}

/** Writes the record; whatever it overlaps with ends the day before, or gives way when it begins within it. */
function write(number: string, sent: SentRecord, among: readonly EmployeeRecord[], { records }: CommunicationContext): boolean {
	const overlapping = among.filter((record) => record.Gyldighedsstart <= sent.to && record.Gyldighedsstop >= sent.from);
	const value = sent.value ?? overlapping[0]?.KommunikationsID ?? fail('KommunikationsID mangler.');
	const isAsSent = (record: EmployeeRecord): boolean =>
		record.Gyldighedsstart === sent.from && record.Gyldighedsstop === sent.to && record.KommunikationsID === value;
	if (overlapping.length === 1 && isAsSent(overlapping[0])) return false;
	for (const record of overlapping) {
		if (record.Gyldighedsstart < sent.from) records.write({ ...record, Gyldighedsstop: addDays(sent.from, -1) });
		else if (record.Gyldighedsstart > sent.from) records.erase(record);
	}
	records.write({
		Medarbejdernummer: number,
		Datakategori: COMMUNICATION,
		Gyldighedsstart: sent.from,
		Gyldighedsstop: sent.to,
		Registreret: '',
		Sekvensnummer: sent.sequence,
		Kommunikationsart: sent.kind,
		KommunikationsID: value,
	});
	return true;
}

/**
 * Ret: creates, changes or takes away one communication record of one employee. A record that is already as sent
 * stays as it is, its change date too (kmd-opus.md 1.5, 4.3: status 101).
 */
export function changeCommunication(request: SoapRequest, caller: SoapCaller, context: CommunicationContext): SoapReply {
	return orRefusal(() => {
		checkReceiver(request, caller);
		const number = readNumber(request);
		const sent = readSent(request);
		checkEmployee(number, context);
		checkSent(sent, number, context);
		const among = standing(number, sent, context);
		const tookEffect = sent.value === '' ? erase(sent, among, context) : write(number, sent, among, context);
		return { remarks: [], content: [], tookEffect };
	});
}
