import { addDays } from './dates.ts';
import { makeRandom, type Random } from './random.ts';
import { HOURS } from './starAkasseHours.ts';
import type { Akasse, AkasseAddress, AkasseBranch, CodeListLine, StarAkasseWorld } from './starAkasseTypes.ts';
import type { World } from './types.ts';

/** Keeps the a-kasser's stream of chance apart from that of the rest of the world. */
const STREAM = 0x61_6b_61_73;

const TRADES = ['Handel', 'Havne', 'Bygge', 'Teknik', 'Kontor', 'Skole', 'Sundhed', 'Transport', 'Fødevarer', 'Kunst', 'Energi', 'Landbrug'];
const PLACES = ['Nord', 'Syd', 'Øst', 'Vest', 'Midt', 'Havn'];
const STREETS = ['Sandvej', 'Klitgade', 'Strandalle', 'Ærøvej', 'Grusgraven'];

/** A picture of one point (PNG). */
const LOGO = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

/** Addresses of 50 characters are the longest of which no warning is due (star.md 6). */
const LONGEST_WEB_ADDRESS = 50;

const akasseKode = (index: number): string => String(901 + index);
const branchCode = (index: number): string => String(index + 1).padStart(4, '0');
const website = (code: string): string => `https://www.a-kasse-${code}.example`;

/** An address with a postal code and a municipality that do not exist. */
function addressOf(random: Random, index: number): AkasseAddress {
	return {
		vejnavn: random.pick(STREETS),
		husnummer: String(random.whole(1, 99)),
		...(index % 3 === 0 ? { etage: String(random.whole(1, 4)), doer: 'tv' } : {}),
		postnummer: `00${String(10 + index)}`,
		bynavn: `Sandby ${PLACES[index % PLACES.length]}`,
		kommunenummer: '999',
		landekode: 'DK',
	};
}

/** What is special about an a-kasse; fields that are undefined are taken away. */
const SPECIAL: readonly (Partial<Akasse> | undefined)[] = [
	{
		logo: LOGO,
		dybeLinks: [
			{ label: 'Bliv medlem', adresse: `${website('901')}/bliv-medlem` },
			{ label: 'Dagpenge på én side', adresse: `${website('901')}/dagpenge` },
		],
		akasseAabningstider: [...HOURS.split],
		kanalInformation: { chat: true, sprog: ['da', 'en'], bemærkning: 'Kun efter aftale' },
	},
	{ telefonnummer: undefined },
	{ adresse: undefined },
	{ akasseAabningstider: [...HOURS.weekend] },
	{ webadresse: `${website('905')}/`.padEnd(LONGEST_WEB_ADDRESS, 'x') },
	{ webadresse: 'post@a-kasse-906.example', akasseAabningstider: [...HOURS.split], logo: LOGO },
	{ akasseAabningstider: undefined, akasseTelefontider: undefined },
	{ virksomhedsafdeling: true },
	{ akasseAabningstider: [...HOURS.closedPair], driftsstatus: 'normal', kontaktpersoner: [] },
	{ akasseAabningstider: [...HOURS.longest], virksomhedsafdeling: false },
];

const present = <T extends object>(record: T): T =>
	Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as T;

function makeAkasse(random: Random, index: number): Akasse {
	const code = akasseKode(index);
	return structuredClone(
		present<Akasse>({
			akasseKode: code,
			navn: `Sandkassens A-kasse ${TRADES[index]}`,
			adresse: addressOf(random, index),
			cvrNummer: `00000${code}`,
			pNummer: `0000000${code}`,
			telefonnummer: `00${code}100`,
			webadresse: website(code),
			akasseAabningstider: [...HOURS.plain],
			akasseTelefontider: [...HOURS.phone],
			...SPECIAL[index],
		}),
	);
}

/** One to six branch offices; the second one of each has no members, the last one of the first a-kasse no address. */
function makeBranches(random: Random, { akasseKode: code }: Akasse, index: number): AkasseBranch[] {
	const count = 1 + ((index * 5 + 3) % 6);
	return Array.from({ length: count }, (_, place) => {
		const hasAddress = index !== 0 || place < count - 1;
		return structuredClone({
			akasseKode: code,
			afdelingskontorKode: branchCode(place),
			navn: `Sandkassens A-kasse ${TRADES[index]}, ${PLACES[place]}`,
			...(hasAddress ? { adresse: addressOf(random, place) } : {}),
			telefonnummer: `00${code}1${String(place + 1).padStart(2, '0')}`,
			akasseAabningstider: place % 2 === 0 ? [...HOURS.plain] : [...HOURS.split],
			...(place === 0 ? { akasseTelefontider: [...HOURS.phone], bygning: 'Hus B' } : {}),
			members: place === 1 ? 0 : random.whole(1, 900),
		});
	});
}

/** The two code lists of STAR's a-kasser, with a line that has ended and one that is yet to begin (star.md 7). */
function makeCodeLists(akasser: readonly Akasse[], branches: readonly AkasseBranch[], until: string): CodeListLine[] {
	const line = (name: string, kode: number, navn: string, more: Partial<CodeListLine> = {}): CodeListLine => {
		return { name, kode, navn, beskrivelse: null, startdato: '2000-01-01', slutdato: null, ...more };
	};
	const ofAkasser = (kode: number, navn: string, more?: Partial<CodeListLine>): CodeListLine => line('AkasseTypeCodeList', kode, navn, more);
	return [
		...akasser.map(({ akasseKode: code, navn = '' }) => ofAkasser(Number(code), navn)),
		ofAkasser(899, 'Sandkassens A-kasse Sejlmager', { beskrivelse: 'Lagt sammen med 901', slutdato: addDays(until, -300) }),
		ofAkasser(913, 'Sandkassens A-kasse Rumfart', { startdato: addDays(until, 62) }),
		...branches.map(({ akasseKode: code, afdelingskontorKode, navn = '' }) =>
			line('AkasseAfdelingskontorTypeCodeList', Number(`${code}${afdelingskontorKode}`), navn, { beskrivelse: `Afdelingskontor af ${code}` }),
		),
	];
}

/** Twelve a-kasser with their branch offices, none of which exists. */
export function makeStarAkasseWorld(seed: number, { until }: World['period']): StarAkasseWorld {
	const random = makeRandom(seed ^ STREAM);
	const akasser = TRADES.map((_, index) => makeAkasse(random, index));
	const branches = akasser.flatMap((akasse, index) => makeBranches(random, akasse, index));
	return { akasser, branches, codeLists: makeCodeLists(akasser, branches, until) };
}
