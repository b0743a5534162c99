import type { SwitchTable } from '../../switches.ts';

/** The open questions of lina.md 2, 4, 5 and 8. */
export const LINA_SWITCHES = {
	uploadRepeated: {
		meaning: 'Is a file of the same name for the same user stored once more, or put in place of the first?',
		choices: ['storedTwice', 'overwritten'],
		default: 'storedTwice',
	},
	secondRegistration: {
		meaning:
			'Does a second registration of a hook with the same API key replace the URL of the first (which keeps its uuid), or add one?',
		choices: ['replaces', 'adds'],
		default: 'replaces',
	},
	deltaTooOld: {
		meaning: 'Is an updatedSince of more than 92 days ago moved up to them, or refused?',
		choices: ['clamped', 'refused'],
		default: 'clamped',
	},
	emptyHours: {
		meaning: 'The hour maps of a business day without hours: an empty list, or an empty object.',
		choices: ['list', 'object'],
		default: 'list',
	},
	surchargeNames: {
		meaning: 'How fields of surcharges begin: h_zuschl_ (as the samples have it) or h_zuschlag_ (as the table has it).',
		choices: ['h_zuschl', 'h_zuschlag'],
		default: 'h_zuschl',
	},
	endBucket: {
		meaning: 'Has a shift that ends at a full hour no part in that hour, or a whole one (as in the sample)?',
		choices: ['exclusive', 'inclusive'],
		default: 'exclusive',
	},
	keyHeader: {
		meaning: 'The header of an API key: Authorization, with or without the word Bearer, or X-API-KEY.',
		choices: ['authorization', 'xApiKey'],
		default: 'authorization',
	},
	rateLimit: {
		meaning: 'How many counted calls a store may make in 15 minutes.',
		choices: 'number',
		default: 100,
	},
	tokenSeconds: {
		meaning: 'How many seconds an access token lives.',
		choices: 'number',
		default: 3600,
	},
	closedDay: {
		meaning: 'Is a shift refused or accepted on a business day whose time sheet is closed?',
		choices: ['refused', 'accepted'],
		default: 'refused',
	},
	overlap: {
		meaning: 'Is a shift accepted or refused that overlaps with one of the same user (as the same one sent twice does)?',
		choices: ['accepted', 'refused'],
		default: 'accepted',
	},
	consentForUpload: {
		meaning: "Is the user's consent needed for a file in the staff file, or not?",
		choices: ['needed', 'notNeeded'],
		default: 'needed',
	},
	numbersAsText: {
		meaning: 'Do numbers come as texts, as in a sister group?',
		choices: [false, true],
		default: false,
	},
	plainShiftPair: {
		meaning: 'In which pair of times does a plain shift stand (the other one is 0)?',
		choices: ['second', 'first'],
		default: 'second',
	},
	stundenkostenEmpty: {
		meaning: 'stundenkosten of a row without hours: an empty list, or an empty object.',
		choices: ['list', 'object'],
		default: 'list',
	},
	pushes: {
		meaning: 'Does a push go out once, is it lost on the way, or does it come twice?',
		choices: ['once', 'lost', 'twice'],
		default: 'once',
	},
} as const satisfies SwitchTable;

/** A switch of LINA. */
export type LinaSwitch = keyof typeof LINA_SWITCHES;
