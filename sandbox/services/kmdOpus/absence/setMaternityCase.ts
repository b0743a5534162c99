import type { MaternityCase } from '../../../world/hrTypes.ts';
import { withoutLeadingZeros } from '../employeeNumber.ts';
import type { SoapReply } from '../soap/operation.ts';
import type { SoapRequest } from '../soap/request.ts';
import { checkAction, checkDates, checkEmployment, checkLock, checkNumber, checkPeriod, textsOf } from './commonChecks.ts';
import type { HrOffice } from './hrOffice.ts';
import { MATERNITY_TYPES } from './maternityWire.ts';
import { error, NUMBER, refused, type Complaint } from './messages.ts';

const DATES = [
	'ValidStartDate',
	'ValidEndDate',
	'NotificationDate',
	'ExpectedDeliveryDate',
	'ActualDeliveryDate',
	'AuthorityReportDate',
] as const;
const FIELDS = [...DATES, 'MaternityType'] as const;
const KEY_START = 'BS';

const periodOf = ({ ValidStartDate, ValidEndDate }: MaternityCase): { StartDate: string; EndDate: string } => ({
	StartDate: ValidStartDate,
	EndDate: ValidEndDate,
});

function nextKey(cases: readonly MaternityCase[]): string {
	const last = Math.max(0, ...cases.map(({ MaternityCaseKey: key }) => (key.startsWith(KEY_START) ? Number(key.slice(KEY_START.length)) || 0 : 0)));
	return `${KEY_START}${String(last + 1).padStart(8, '0')}`;
}

/** The case as it shall be: what is sent over what stands; a field that is not sent stays. */
function wantedCase(request: SoapRequest, standing: MaternityCase | undefined, office: HrOffice): MaternityCase {
	const sent = FIELDS.filter((name) => request.has(name) || standing === undefined);
	return {
		PersonnelNumber: withoutLeadingZeros(request.text('PersonnelNumber')),
		MaternityCaseKey: nextKey(office.records.maternityCases.list()),
		...standing,
		...textsOf(request, sent),
	} as MaternityCase;
}

function checkCase(wanted: MaternityCase, office: HrOffice): Complaint[] {
	const { MaternityCaseKey, PersonnelNumber, MaternityType } = wanted;
	const form = [
		...checkDates(textsOfCase(wanted), ['ValidStartDate', 'ValidEndDate']),
		...(Object.hasOwn(MATERNITY_TYPES, MaternityType) ? [] : [error(NUMBER.fieldInvalid, `MaternityType ${MaternityType} findes ikke.`)]),
		...(wanted.ExpectedDeliveryDate === '' && wanted.ActualDeliveryDate === ''
			? [error(NUMBER.fieldMissing, 'ExpectedDeliveryDate eller ActualDeliveryDate skal udfyldes.')]
			: []),
	];
	if (form.length > 0) return form;
	const period = periodOf(wanted);
	const sound = [...checkPeriod(period), ...checkEmployment(PersonnelNumber, period, office)];
	if (sound.length > 0) return sound;
	const overlapping = office.records.maternityCases
		.of(PersonnelNumber)
		.filter((of) => of.MaternityCaseKey !== MaternityCaseKey)
		.find((of) => of.MaternityType === MaternityType && of.ValidStartDate <= period.EndDate && period.StartDate <= of.ValidEndDate);
	if (overlapping !== undefined) {
		return [error(NUMBER.collision, `Barselssag ${overlapping.MaternityCaseKey} dækker allerede en del af perioden.`)];
	}
	const outside = absencesOfCase(wanted, office).some(({ StartDate, EndDate }) => StartDate < period.StartDate || period.EndDate < EndDate);
	return outside ? [error(NUMBER.inUse, 'Der er registreret fravær uden for barselssagens nye gyldighed.')] : [];
}

const textsOfCase = (of: MaternityCase): Record<string, string> => Object.fromEntries(DATES.map((name) => [name, of[name]]));

function absencesOfCase({ PersonnelNumber, MaternityCaseKey }: MaternityCase, office: HrOffice): { StartDate: string; EndDate: string }[] {
	return office
		.absencesOf(PersonnelNumber)
		.filter(
			({ AbsenceAttendanceType, AdditionalData }) =>
				AdditionalData === MaternityCaseKey && office.typeOf(AbsenceAttendanceType)?.Relation === 'maternityCase',
		);
}

/** SetMaternityCase: creates, changes or deletes a case; a new one's key is given back (kmd-opus.md 1.1, assumed). */
export function setMaternityCase(request: SoapRequest, office: HrOffice): SoapReply {
	const refusal = (remarks: readonly Complaint[]): SoapReply => ({ remarks, content: [], tookEffect: false });
	const [action, number, key] = ['Operation', 'PersonnelNumber', 'MaternityCaseKey'].map((name) => request.text(name));
	const form = [...checkAction(action), ...checkNumber(number, office), ...checkLock(number, office)];
	if (action === 'INS' && key !== '') form.push(error(NUMBER.fieldInvalid, 'MaternityCaseKey må ikke angives ved INS.'));
	if (refused(form)) return refusal(form);
	const { maternityCases } = office.records;
	const found = action === 'INS' ? undefined : maternityCases.get(key);
	if (action !== 'INS' && found?.PersonnelNumber !== withoutLeadingZeros(number)) {
		return refusal([error(NUMBER.noOriginal, `Barselssag ${key} findes ikke for medarbejderen.`)]);
	}
	if (action === 'DEL' && found !== undefined) {
		if (absencesOfCase(found, office).length > 0) return refusal([error(NUMBER.inUse, 'Der er registreret fravær på barselssagen.')]);
		const closed = checkEmployment(number, periodOf(found), office);
		if (refused(closed)) return refusal(closed);
		maternityCases.remove(found);
		return { remarks: [], content: [{ name: 'MaternityCaseKey', text: key }], tookEffect: true };
	}
	const wanted = wantedCase(request, found, office);
	const complaints = checkCase(wanted, office);
	if (refused(complaints)) return refusal(complaints);
	maternityCases.upsert(wanted);
	return { remarks: [], content: [{ name: 'MaternityCaseKey', text: wanted.MaternityCaseKey }], tookEffect: true };
}
