import { DEPARTMENT, FIRM } from './catalogue.ts';
import type { StaffMember } from './staff.ts';

/** A unit of the municipality's organisation (LOS): key of 8 digits, texts, address, and the unit above it. */
export interface OrgUnit {
	readonly key: string;
	readonly text: string;
	readonly shortText: string;
	readonly address: string;
	readonly city: string;
	readonly zipCode: string;
	readonly phone: string;
	/** Empty at the top. */
	readonly above: string;
}

const unit = (number: number, text: string, shortText: string, above: string): OrgUnit => ({
	key: String(number).padStart(8, '0'),
	text,
	shortText,
	address: `Rådhuspladsen ${number % 100}`,
	city: 'Aarhus C',
	zipCode: '8000',
	phone: `8940${String(number % 10_000).padStart(4, '0')}`,
	above,
});

/** The unit above all others. */
export const TOP_UNIT = unit(100_000, 'Drift og Service', 'D&S', '');

/** What the departments are called in Opus. */
const NAMES: Readonly<Record<number, readonly [text: string, shortText: string]>> = {
	[DEPARTMENT.shop]: ['Butik', 'BUT'],
	[DEPARTMENT.service]: ['Kundeservice', 'KUN'],
	[DEPARTMENT.workshop]: ['Værksted', 'VÆR'],
	[DEPARTMENT.cleaning]: ['Rengøring', 'REN'],
	[DEPARTMENT.logistics]: ['Logistik', 'LOG'],
	[DEPARTMENT.warehouse]: ['Lager', 'LAG'],
	[DEPARTMENT.closedDown]: ['Transport', 'TRA'],
	[DEPARTMENT.canteen]: ['Kantine & Køkken', 'KAN'],
};

/** The unit of a department; the sister firm's have a range of their own. */
export function unitOf(clientId: number, departmentId: number): OrgUnit {
	const [text, shortText] = NAMES[departmentId] ?? ['Øvrige', 'ØVR'];
	return unit((clientId === FIRM ? 100_000 : 200_000) + departmentId, text, shortText, TOP_UNIT.key);
}

/**
 * The units that each manager leads, by employee number in Opus: the first of a department leads it, and the very
 * first of all leads the top unit besides. Whoever has troubles or two employments leads nothing.
 */
export function unitsLedBy(staff: readonly StaffMember[]): ReadonlyMap<string, readonly string[]> {
	const led = new Map<string, string[]>();
	const taken = new Set<string>();
	for (const member of staff) {
		const { key } = unitOf(member.clientId, member.departmentId);
		const isSteady = member.trouble === 'none' && member.formerOpusNumber === null && member.secondOpusNumber === null;
		if (!isSteady || taken.has(key)) continue;
		led.set(member.opusNumber, taken.size === 0 ? [TOP_UNIT.key, key] : [key]);
		taken.add(key);
	}
	return led;
}
