import type { SwitchTable } from '../../../switches.ts';

/** The open questions of kmd-opus.md 1.1 to 1.3, 4.2 and 7, as far as they concern the absence module. */
export const ABSENCE_SWITCHES = {
	soapSuccess: {
		meaning: 'A success is said with StatusType "S", with an empty one, or with "S" and a text.',
		choices: ['S', 'empty', 'withText'],
		default: 'S',
	},
	soapMessageText: {
		meaning: 'MessageText as it is, behind its class and number, or with its special characters escaped as in HTML.',
		choices: ['plain', 'numbered', 'escaped'],
		default: 'plain',
	},
	soapDecimalStyle: {
		meaning: 'Hours, days and quotas with a decimal point or a comma.',
		choices: ['point', 'comma'],
		default: 'point',
	},
	soapEmptyTime: {
		meaning: 'A whole day has empty times in answers, or 00:00:00.',
		choices: ['empty', 'zeros'],
		default: 'empty',
	},
	personnelNumberStyle: {
		meaning: 'PersonnelNumber in answers of the absence family with eight digits, or without leading zeros.',
		choices: ['eightDigits', 'plain'],
		default: 'eightDigits',
	},
	warningActs: {
		meaning: 'Is what is answered with StatusType W registered?',
		choices: [true, false],
		default: true,
	},
	absenceTimes: {
		meaning: 'May a record of one day have a start or an end time alone, or only both or neither?',
		choices: ['either', 'bothOrNeither'],
		default: 'either',
	},
	absenceClosedPeriod: {
		meaning: 'Is an absence, a presence or a work schedule of a closed pay period refused?',
		choices: ['refuses', 'accepts'],
		default: 'refuses',
	},
	presenceCollision: {
		meaning: 'Does presence collide with nothing, or with presence of its own type?',
		choices: ['never', 'sameType'],
		default: 'never',
	},
	scheduleAtomicity: {
		meaning: 'A faulty occurrence refuses the whole SetWorkSchedule, or good ones are registered.',
		choices: ['allOrNothing', 'perItem'],
		default: 'allOrNothing',
	},
	vendorUuid: {
		meaning: 'Is GetAbsenceAttendanceByPeriod without VendorUUID refused?',
		choices: ['ignored', 'required'],
		default: 'ignored',
	},
} as const satisfies SwitchTable;

/** Names of the switches. */
export type AbsenceSwitch = keyof typeof ABSENCE_SWITCHES;
