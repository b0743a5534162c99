import type { SwitchTable } from '../../switches.ts';
import { STAR_SWITCHES } from '../star/switches.ts';

/** The open questions of the A-kasse service (star.md 5, 6), after those of STAR. */
export const STAR_AKASSE_SWITCHES = {
	...STAR_SWITCHES,
	closedAsMidnight: {
		meaning: 'Where is 00:00 to 00:00 taken as a closed day: in opening hours, in phone hours too, or nowhere?',
		choices: ['openingOnly', 'both', 'none'],
		default: 'openingOnly',
	},
	weekdays: {
		meaning: 'The last weekday that hours may have: 7 (Sunday), or 5 (Friday) as in the old text.',
		choices: [7, 5],
		default: 7,
	},
	closingName: {
		meaning: 'What answers call the end of an interval.',
		choices: ['lukketidspunkt', 'aabningstidSluttidspunkt'],
		default: 'lukketidspunkt',
	},
	closingNameStrict: {
		meaning: 'Is the end of an interval read by the name that answers have only, or by either?',
		choices: [false, true],
		default: false,
	},
	phoneHoursShape: {
		meaning: 'Answers give phone hours as a list, or as an object with the list akasseTelefontid; either is read.',
		choices: ['list', 'nested'],
		default: 'list',
	},
	nameStyle: {
		meaning: 'Do field names of answers begin with a small letter or with a capital?',
		choices: ['camel', 'pascal'],
		default: 'camel',
	},
	listNeedsAddress: {
		meaning: 'Does the list leave out a-kasser without an address?',
		choices: [true, false],
		default: true,
	},
	maxOpeningTimes: {
		meaning: 'How many different opening times a record may have; 0 for no limit.',
		choices: [0, 4],
		default: 0,
	},
	virksomhedsafdeling: {
		meaning: 'May virksomhedsafdeling be reported? When not, it is refused, stays as it is, and reads do not show it.',
		choices: ['taken', 'refused'],
		default: 'taken',
	},
	ownOnly: {
		meaning: 'May an a-kasse write its own data and branch offices only?',
		choices: [true, false],
		default: true,
	},
	nameMissing: {
		meaning: 'Does an a-kasse keep its name when an update has none, or lose it like any other field?',
		choices: ['kept', 'deleted'],
		default: 'kept',
	},
} as const satisfies SwitchTable;

/** A switch of the A-kasse service. */
export type StarAkasseSwitch = keyof typeof STAR_AKASSE_SWITCHES;
