import { OPEN_END, stretches, type AreaRow, type Subject } from './employeeSubject.ts';

/** Name and CPR number. One in forty has no given name, one in forty has neither name nor identifier. */
function person({ employment, member, index }: Subject): AreaRow[] {
	const names = { Efternavn: member.familyName, Fornavn: member.givenName, PersonaleIdentifikator: `P${employment.Medarbejdernummer}` };
	const given = index % 40 === 13 ? { ...names, Fornavn: '' } : names;
	return stretches(employment, []).map((stretch) => ({
		Datakategori: '0002',
		...stretch,
		'CPR-nummer': employment.CPR_nummer,
		...(index % 40 === 33 ? {} : given),
	}));
}

/** The permanent home (1), for some another address for payroll (98). Protected addresses show asterisks only. */
function addresses({ employment, member, index, random }: Subject): AreaRow[] {
	const number = random.whole(1, 120);
	const home =
		index % 25 === 9
			? { GadeVejNr: '**********', Postnummer: '****', By: '**********', Land: '**' }
			: { GadeVejNr: `${member.familyName}s Allé ${number}`, Postnummer: '8000', By: 'Aarhus C', Land: 'DK' };
	const rows: AreaRow[] = stretches(employment, index % 8 === 6 ? ['2024-03-01'] : []).map((stretch, place) => ({
		Datakategori: '0006',
		...stretch,
		Adresseart: '1',
		...home,
		...(place === 1 ? { GadeVejNr: `Åboulevarden ${number}, 2. t.h.` } : {}),
	}));
	if (index % 12 !== 7) return rows;
	const payroll = { Adresseart: '98', GadeVejNr: 'Postboks 17', Postnummer: '8100', By: 'Aarhus C', Land: 'DK' };
	return [...rows, ...stretches(employment, []).map((stretch) => ({ Datakategori: '0006', ...stretch, ...payroll }))];
}

/**
 * System user (0001), e-mail (0010), work phone (0020), mobile (9021), IT user (9905), ESDH user (9906). One in six
 * had another e-mail address, one in twenty has two; of one in fifteen the mobile number was taken away.
 */
function communication({ employment, member, index, comesNext }: Subject): AreaRow[] {
	const number = employment.Medarbejdernummer;
	const mail = `ansat${number}@kommune751.example`;
	const row = (art: string, value: string, sequence = '000', cuts: readonly string[] = []): AreaRow[] =>
		stretches(employment, cuts).map((stretch, place) => ({
			Datakategori: '0105',
			...stretch,
			Sekvensnummer: sequence,
			Kommunikationsart: art,
			KommunikationsID: cuts.length > 0 && place === 0 ? `vikar${number}@kommune751.example` : value,
		}));
	const rows = [
		...row('0001', `A${number.padStart(7, '0')}`),
		...row('0010', mail, '000', index % 6 === 2 ? ['2024-06-01'] : []),
		...(index % 20 === 3 ? row('0010', `${member.givenName.toLowerCase()}${number}@kommune751.example`, '001') : []),
		...row('0020', `8713${number.padStart(4, '0').slice(-4)}`),
		...(index % 2 === 0 ? row('9021', `2099${number.padStart(4, '0').slice(-4)}`) : []),
		...(member.isMonthlyPaid ? [...row('9905', `it${number}`), ...row('9906', `esdh${number}`)] : []),
	];
	if (index % 15 !== 7) return rows;
	const gone = { Gyldighedsstart: comesNext, Gyldighedsstop: OPEN_END, Sekvensnummer: '000', Kommunikationsart: '9021', KommunikationsID: '' };
	return [...rows, { Datakategori: '0105', ...gone, Slettet: true }];
}

function tax({ employment, random, comesNext }: Subject): AreaRow[] {
	const year = `${Number(comesNext.slice(0, 4)) - 1}-01-01`;
	const deduction = (random.whole(300_000, 600_000) / 100).toFixed(2);
	return stretches(employment, [year]).map((stretch, place) => ({
		Datakategori: '0765',
		...stretch,
		Traekprocent: String(37 + place),
		FradragMaaned: deduction,
	}));
}

/** Ordinary pension (1) of the monthly paid and group life insurance (2) of one in three; percentages with a comma. */
function pensions({ employment, member, index }: Subject): AreaRow[] {
	const row = (art: string, fund: string, employer: string, own: string): AreaRow[] =>
		stretches(employment, []).map((stretch) => ({
			Datakategori: '9015',
			...stretch,
			Pensionsart: art,
			Pensionskassenummer: fund,
			Pensionsmedlemsnummer: `${fund}${employment.Medarbejdernummer.padStart(8, '0')}`,
			ArbejdsgiverBidragPct: employer,
			EgetBidragPct: own,
		}));
	return [
		...(member.isMonthlyPaid ? row('1', '046', '12,50', '6,25') : []),
		...(index % 3 === 1 ? row('2', '099', '0,75', '0,00') : []),
	];
}

/** What Opus holds about the person behind an employment. */
export function makePersonalRows(subject: Subject): AreaRow[] {
	return [person, addresses, communication, tax, pensions].flatMap((area) => area(subject));
}
