import { DEPARTMENT, FIRM } from './catalogue.ts';
import { addDays, firstOfMonth, lastOfMonth } from './dates.ts';
import type { Random } from './random.ts';
import { makeCpr, NUMBER_CHANGE, type StaffMember } from './staff.ts';
import { CATEGORY } from './timeCategories.ts';
import type {
	Account,
	CostCenter,
	Employment,
	OneTimePayment,
	OpusWorld,
	PayElement,
	PayPeriod,
	Person,
	PspElement,
	TimeTransaction,
	World,
} from './types.ts';

const OPEN_END = '9999-12-31';

const COST_CENTERS: readonly CostCenter[] = [
	{ Omkostningssted: '1010100001', Tekst: 'Butik', Spaerret: false },
	{ Omkostningssted: '1010200001', Tekst: 'Kundeservice', Spaerret: false },
	{ Omkostningssted: '1010300001', Tekst: 'Værksted', Spaerret: false },
	{ Omkostningssted: '1010500001', Tekst: 'Logistik', Spaerret: false },
	{ Omkostningssted: '1010700001', Tekst: 'Transport (nedlagt)', Spaerret: true },
];

const PSP_ELEMENTS: readonly PspElement[] = [
	{ PSP_Element: 'XG-1001-00001', Tekst: 'Bergtoppen', Spaerret: false },
	{ PSP_Element: 'XG-1002-00001', Tekst: 'Fjordbyen', Spaerret: false },
	{ PSP_Element: 'XG-1009-00001', Tekst: 'Havnelageret (afsluttet)', Spaerret: true },
];

const PAY_ELEMENTS: readonly PayElement[] = [
	{ Loenart: '0310', Loebenummer: 1, Tekst: 'Timeløn' },
	{ Loenart: '0310', Loebenummer: 2, Tekst: 'Timeløn, vikar' },
	{ Loenart: '0320', Loebenummer: 1, Tekst: 'Overarbejde 50 %' },
	{ Loenart: '0321', Loebenummer: 1, Tekst: 'Overarbejde 100 %' },
	{ Loenart: '0325', Loebenummer: 1, Tekst: 'Overarbejdstillæg 50 %' },
	{ Loenart: '0330', Loebenummer: 2, Tekst: 'Aftentillæg' },
	{ Loenart: '0331', Loebenummer: 2, Tekst: 'Nattillæg' },
	{ Loenart: '0332', Loebenummer: 2, Tekst: 'Weekendtillæg' },
	{ Loenart: '0340', Loebenummer: 1, Tekst: 'Smudstillæg, stk.' },
	{ Loenart: '0400', Loebenummer: 1, Tekst: 'Engangsvederlag' },
];

const ACCOUNTS: readonly Account[] = [
	{ Kontonummer: '0310001001', Omkostningssted: '1010100001', PSP_Element: '' },
	{ Kontonummer: '0310002001', Omkostningssted: '1010200001', PSP_Element: '' },
	{ Kontonummer: '0310005001', Omkostningssted: '1010500001', PSP_Element: '' },
	{ Kontonummer: '0390001001', Omkostningssted: '', PSP_Element: 'XG-1001-00001' },
	{ Kontonummer: '0390001002', Omkostningssted: '', PSP_Element: 'XG-1002-00001' },
];

/** A payment with nothing given: amounts 0, texts empty. */
export const BLANK_PAYMENT: OneTimePayment = {
	Medarbejdernummer: '',
	Objekt_id: '',
	Startdato: '',
	Loenart: '',
	Loebenummer: 0,
	Antal: 0,
	Beloeb: 0,
	Afv_Timeloen: 0,
	Afv_Omkostningssted: '',
	Afv_PSP_Element: '',
	Indv_Bemaerkning_1: '',
	Indv_Bemaerkning_2: '',
	OpdateringsID: '',
};

const nameOf = (member: StaffMember): string => `${member.givenName} ${member.familyName}`;

function employmentsOf(member: StaffMember, until: string): Employment[] {
	if (member.trouble === 'unknown') return [];
	const employment: Employment = {
		Medarbejdernummer: member.opusNumber,
		CPR_nummer: member.cpr,
		Navn: nameOf(member),
		Ansaettelsesforhold: member.isMonthlyPaid ? '01' : '03',
		Ekstraciffer: '0',
		Fra: '2019-01-01',
		Til: member.trouble === 'ended' ? addDays(until, -20) : OPEN_END,
		Laast: member.trouble === 'locked',
	};
	const { formerOpusNumber, secondOpusNumber } = member;
	if (formerOpusNumber !== null) {
		return [
			{ ...employment, Medarbejdernummer: formerOpusNumber, Til: addDays(NUMBER_CHANGE, -1) },
			{ ...employment, Fra: NUMBER_CHANGE },
		];
	}
	if (secondOpusNumber === null) return [employment];
	const second = { Medarbejdernummer: secondOpusNumber, Ansaettelsesforhold: '00', Ekstraciffer: '1', Fra: '2023-01-01' };
	return [employment, { ...employment, ...second }];
}

/** The calendar months from the one before the period to the one after it; those that ended before it are closed. */
function payPeriodsAround(from: string, until: string): PayPeriod[] {
	const periods: PayPeriod[] = [];
	for (let Fra = firstOfMonth(from, -1); Fra <= firstOfMonth(until, 1); Fra = firstOfMonth(Fra, 1)) {
		const Til = lastOfMonth(Fra);
		periods.push({ Fra, Til, Lukket: Til < from });
	}
	return periods;
}

/** Payments that were there before any export: other systems' and hand-made ones, never to be touched. */
function foreignPayments(
	random: Random,
	employments: readonly Employment[],
	transactions: readonly TimeTransaction[],
	until: string,
): OneTimePayment[] {
	const payments: OneTimePayment[] = [];
	const add = (of: Partial<OneTimePayment>): void => {
		payments.push({ ...BLANK_PAYMENT, Objekt_id: String(100_001 + payments.length), Loebenummer: 1, ...of });
	};
	employments.forEach(({ Medarbejdernummer }, index) => {
		const Startdato = addDays(until, -random.whole(1, 30));
		if (index % 10 === 0) {
			const reference = String(4000 + index);
			add({
				Medarbejdernummer,
				Startdato,
				Loenart: '0310',
				Antal: random.whole(2, 15) / 2,
				Indv_Bemaerkning_1: 'Vagtplan',
				Indv_Bemaerkning_2: reference,
			});
		}
		if (index % 25 === 5) {
			add({ Medarbejdernummer, Startdato, Loenart: '0400', Beloeb: random.whole(2, 20) * 50, Indv_Bemaerkning_2: 'Fratrædelse' });
		}
	});
	// The reference text that an exported row of ours will carry, but from another sender.
	const employed = new Set(employments.map((employment) => employment.Medarbejdernummer));
	const alike = transactions.find(
		(row) =>
			row.clientId === FIRM &&
			row.timeCategoryId === CATEGORY.hourly.id &&
			row.departmentId === DEPARTMENT.shop &&
			row.projectId === null &&
			row.approvedLevelOne === 1 &&
			row.externalStatusCode === null &&
			employed.has(String(row.employeeId)),
	);
	if (alike !== undefined) {
		const reference = [alike.clientId, alike.uid, alike.timeCategoryId].map((part) => part.toString(36)).join(':');
		add({
			Medarbejdernummer: String(alike.employeeId),
			Startdato: alike.dateIn,
			Loenart: '0310',
			Antal: 3.25,
			Indv_Bemaerkning_1: 'Vagtplan',
			Indv_Bemaerkning_2: `${reference}#0abcd`,
		});
	}
	return payments;
}

/** Payroll's part of the world of Opus. */
export type OpusMasterData = Omit<OpusWorld, 'hr' | 'employeeRecords' | 'documentTypes'>;

/** What Opus holds for the staff of both firms, which one municipality pays (capitech.md 3.5). */
export function makeOpusWorld(
	random: Random,
	staff: readonly StaffMember[],
	transactions: readonly TimeTransaction[],
	{ from, until }: World['period'],
): OpusMasterData {
	const employments = staff.flatMap((member) => employmentsOf(member, until));
	const withoutEmployment: Person = {
		CPR_nummer: makeCpr(random, new Set(staff.map((member) => member.cpr))),
		Navn: 'Nora Uten Stilling',
	};
	return {
		persons: [...staff.map((member) => ({ CPR_nummer: member.cpr, Navn: nameOf(member) })), withoutEmployment],
		employments,
		costCenters: COST_CENTERS.map((row) => ({ ...row })),
		pspElements: PSP_ELEMENTS.map((row) => ({ ...row })),
		payElements: PAY_ELEMENTS.map((row) => ({ ...row })),
		accounts: ACCOUNTS.map((row) => ({ ...row })),
		payPeriods: payPeriodsAround(from, until),
		payments: foreignPayments(random, employments, transactions, until),
	};
}
