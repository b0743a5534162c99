import { addDays } from './dates.ts';
import { OPEN_END, stretches, type AreaRow, type Subject } from './employeeSubject.ts';
import { unitOf, type OrgUnit } from './orgUnits.ts';
import { makePersonalRows } from './personalAreas.ts';

const POSITIONS = ['Assistent', 'Medhjælper', 'Servicemedarbejder', 'Specialist'] as const;

function positionOf({ index, leads }: Subject): string {
	return leads.length > 0 ? 'Leder' : POSITIONS[index % POSITIONS.length];
}

/** Art 81 hire, 60 leave, 83 left; status 3 active, 1 inactive, 0 left. */
function activities(subject: Subject): AreaRow[] {
	const { employment, index, comesNext } = subject;
	const { Fra, Til } = employment;
	const row = { Datakategori: '0000', AktivitetsAarsag: '01', Ansaettelsesdato: Fra };
	const isOnLeave = index % 33 === 5;
	const employed = stretches(employment, isOnLeave ? [comesNext] : []).map((stretch, place) => ({
		...row,
		...stretch,
		Aktivitetsart: place === 0 ? '81' : '60',
		StatusBeskaeftigelse: place === 0 ? '3' : '1',
	}));
	if (Til === OPEN_END) return employed;
	const left = { Gyldighedsstart: addDays(Til, 1), Gyldighedsstop: OPEN_END, Aktivitetsart: '83', StatusBeskaeftigelse: '0' };
	return [...employed, { ...row, ...left, Fratraedelsesdato: Til }];
}

function unitFields(unit: OrgUnit): Record<string, string> {
	return {
		Organisationsenhed: unit.key,
		OrganisationsenhedTekst: unit.text,
		OrganisationAdresse: unit.address,
		OrganisationBy: unit.city,
		OrganisationPostnr: unit.zipCode,
		OrganisationTelefonnr: unit.phone,
		OvenliggendeOrgEnhed: unit.above,
		OrganisationsenhedTekstKort: unit.shortText,
	};
}

/** One in three was a trainee until 2025; one in seven gets another position; one in thirty awaits its approval. */
function organisation(subject: Subject): AreaRow[] {
	const { employment, member, index, leads, comesNext, departmentId } = subject;
	const position = positionOf(subject);
	const cuts = [...(index % 3 === 0 ? ['2025-01-01'] : []), ...(index % 7 === 3 ? [comesNext] : [])];
	const row = {
		Datakategori: '0001',
		Medarbejderkreds: member.isMonthlyPaid ? '03' : '00',
		Ansaettelsesforhold: employment.Ansaettelsesforhold,
		...unitFields(unitOf(member.clientId, departmentId)),
		Stilling: `2${employment.Medarbejdernummer.padStart(7, '0')}`,
		StillingTekst: position,
		StillingTekstKort: position.slice(0, 4).toUpperCase(),
		...(leads.length > 0 ? { Ledermarkering: String(leads.length), LederOrgEnhed: leads } : {}),
	};
	const rows = stretches(employment, cuts).map((stretch): AreaRow => {
		const trainee = { Stilling: `1${row.Stilling.slice(1)}`, StillingTekst: 'Elev', StillingTekstKort: 'ELEV' };
		const promoted = { Stilling: `3${row.Stilling.slice(1)}`, StillingTekst: `Senior${position.toLowerCase()}`, StillingTekstKort: 'SENI' };
		if (stretch.Gyldighedsstart === comesNext) return { ...row, ...stretch, ...promoted };
		return stretch.Gyldighedsstop === '2024-12-31' ? { ...row, ...stretch, ...trainee } : { ...row, ...stretch };
	});
	if (index % 30 !== 4) return rows;
	const wanted = { Stilling: `4${row.Stilling.slice(1)}`, StillingTekst: 'Koordinator', StillingTekstKort: 'KOOR' };
	return [...rows, { ...row, ...wanted, Gyldighedsstart: comesNext, Gyldighedsstop: OPEN_END, IkkeGodkendt: true }];
}

/** Yearly hours, and hours a week in thousandths out of full time. */
function workingTime({ employment, member, index, isSecond }: Subject): AreaRow[] {
	const partTime = index % 4 === 1 ? 30 : 37;
	const hours = isSecond ? 15 : member.isMonthlyPaid ? 37 : partTime;
	const thousandths = (value: number): string => String(value * 1000).padStart(6, '0');
	return stretches(employment, []).map((stretch) => ({
		Datakategori: '0007',
		...stretch,
		ArbejdstimerAar: ((hours / 37) * 1924).toFixed(2),
		TimetalTaeller: thousandths(hours),
		TimetalNaevner: thousandths(37),
		...(index % 10 === 2 ? { TimetalTaellerTid: `${hours}:00`, TimetalNaevnerTid: '37:00', Reduktionskode: '01' } : {}),
	}));
}

function contract({ employment }: Subject): AreaRow[] {
	const dates = { FoersteTiltraedelse: employment.Fra, TiltraedelsesdatoKoncern: employment.Fra };
	return stretches(employment, []).map((stretch) => ({ Datakategori: '0016', ...stretch, ...dates }));
}

/** Everybody got a raise in April 2025; one in five gets another; one in thirty awaits its approval. */
function payGrade({ employment, index, comesNext }: Subject): AreaRow[] {
	const cuts = ['2025-04-01', ...(index % 5 === 0 ? [comesNext] : [])];
	const row = { Datakategori: '9001', DecentralAnsaettelse: index % 9 === 0 ? 'true' : 'false' };
	const rows: AreaRow[] = stretches(employment, cuts).map((stretch, place) => ({
		...row,
		...stretch,
		Loenklassenummer: `1-3011-${111 + place}`,
	}));
	const wanted = { Gyldighedsstart: comesNext, Gyldighedsstop: OPEN_END, Loenklassenummer: '1-3011-120', IkkeGodkendt: true };
	return index % 30 === 4 ? [...rows, { ...row, ...wanted }] : rows;
}

function connections({ employment, index, comesNext }: Subject): AreaRow[] {
	const row = { Datakategori: '9013', Brugernummer: '0536', Ekstraciffer: employment.Ekstraciffer };
	const tied = { Tidsadministration: 'true', Vagtplan: index % 2 === 0 ? 'true' : 'false' };
	const rows: AreaRow[] = stretches(employment, []).map((stretch) => ({ ...row, ...stretch, ...tied }));
	const wanted = { Tidsadministration: 'false', Vagtplan: 'true', Gyldighedsstart: comesNext, Gyldighedsstop: OPEN_END };
	return index % 30 === 4 ? [...rows, { ...row, ...wanted, IkkeGodkendt: true }] : rows;
}

function workFunction(subject: Subject): AreaRow[] {
	const text = positionOf(subject);
	const fields = { Arbejdsfunktion: `0000${4100 + text.length}`, ArbejdsfunktionTekstKort: text.slice(0, 4).toUpperCase(), ArbejdsfunktionTekst: text };
	return stretches(subject.employment, []).map((stretch) => ({ Datakategori: '9039', ...stretch, ...fields }));
}

/** Where those on a rota are planned, which may be elsewhere than where they belong. */
function rotaPlacement({ employment, member, index, departmentId }: Subject): AreaRow[] {
	if (index % 2 !== 0) return [];
	const { key, text, shortText } = unitOf(member.clientId, departmentId);
	const fields = { Organisationsenhed: key, OrganisationsenhedTekst: text, OrganisationsenhedTekstKort: shortText };
	return stretches(employment, []).map((stretch) => ({ Datakategori: 'TPI', ...stretch, ...fields }));
}

/** What each area holds for an employment. */
export const EMPLOYEE_AREAS: readonly ((subject: Subject) => AreaRow[])[] = [
	activities,
	organisation,
	makePersonalRows,
	workingTime,
	contract,
	payGrade,
	connections,
	workFunction,
	rotaPlacement,
];
