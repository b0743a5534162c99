import { isIsoDate } from '../../../world/dates.ts';
import type { EmployeeRecord } from '../../../world/employeeTypes.ts';
import type { Employment } from '../../../world/types.ts';
import { eightDigits } from '../employeeNumber.ts';
import type { OpusLedger } from '../ledger.ts';
import type { SoapReply } from '../soap/operation.ts';
import type { SoapRequest } from '../soap/request.ts';
import type { XmlNode } from '../soap/xml.ts';
import type { EmployeeRecords } from './recordStore.ts';

/** What GetEmployeeInfo works with. */
export interface EmployeeInfoContext {
	readonly ledger: OpusLedger;
	readonly records: EmployeeRecords;
	/** Today, `yyyy-MM-dd`. */
	readonly today: string;
}

const refuse = (text: string): SoapReply => ({ remarks: [{ type: 'E', text }], content: [], tookEffect: false });

/** The record of a category that holds on a day, else the last one that began before it, else the first of all. */
function asOf(records: readonly EmployeeRecord[], category: string, day: string): EmployeeRecord | undefined {
	const own = records
		.filter((record) => record.Datakategori === category && record.Slettet !== true && record.IkkeGodkendt !== true)
		.sort((one, other) => one.Gyldighedsstart.localeCompare(other.Gyldighedsstart));
	return own.findLast((record) => record.Gyldighedsstart <= day) ?? own[0];
}

/** Hours of the employment in percent of full time, two decimals. */
function percentOf(workingTime: EmployeeRecord | undefined): string {
	const [hours, fullTime] = [Number(workingTime?.TimetalTaeller), Number(workingTime?.TimetalNaevner)];
	return fullTime > 0 ? ((100 * hours) / fullTime).toFixed(2) : '';
}

function rowOf(employment: Employment, day: string, { records }: EmployeeInfoContext): XmlNode {
	const own = records.of(employment.Medarbejdernummer);
	const organisation = asOf(own, '0001', day);
	const leaf = (name: string, value: unknown): XmlNode => ({ name, text: typeof value === 'string' ? value : '' });
	return {
		name: 'item',
		children: [
			leaf('PersonnelNumber', eightDigits(employment.Medarbejdernummer)),
			leaf('WorkContract', employment.Ansaettelsesforhold),
			leaf('SupplementaryDigit', employment.Ekstraciffer),
			leaf('StartDate', employment.Fra),
			leaf('EndDate', employment.Til),
			leaf('PositionText', organisation?.StillingTekst),
			leaf('OrganizationText', organisation?.OrganisationsenhedTekst),
			leaf('EmploymentPercent', percentOf(asOf(own, '0007', day))),
		],
	};
}

/**
 * GetEmployeeInfo: the employments of a CPR number, past and parallel ones too; with a key date only those that hold on
 * it. Texts and percentage are those of the key date, else of today (kmd-opus.md 1.8).
 */
export function employeeInfo(request: SoapRequest, context: EmployeeInfoContext): SoapReply {
	const cpr = request.text('CPRNumber');
	const keyDate = request.text('KeyDate');
	if (!/^\d{10}$/.test(cpr)) return refuse('CPR-nummer er ugyldigt.');
	if (keyDate !== '' && !isIsoDate(keyDate)) return refuse('KeyDate er ikke en dato.');
	const found = context.ledger.employments
		.list()
		.filter(({ CPR_nummer, Fra, Til }) => CPR_nummer === cpr && (keyDate === '' || (Fra <= keyDate && keyDate <= Til)))
		.sort((one, other) => one.Fra.localeCompare(other.Fra));
	const rows = found.map((employment) => rowOf(employment, keyDate === '' ? context.today : keyDate, context));
	return { remarks: [], content: [{ name: 'EmployeeInfo', children: rows }], tookEffect: false };
}
