import type { ServiceContext } from '../../../service.ts';
import type { SwitchTable } from '../../../switches.ts';
import type { HrSettings } from './hrOffice.ts';

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

/** How a switch stands. */
export const settingOf = ({ switches }: ServiceContext, name: AbsenceSwitch): unknown => switches.get(`kmdOpus.${name}`);

/** How the module behaves and writes at present. */
export function settingsOf(context: ServiceContext): HrSettings {
	const setting = (name: AbsenceSwitch): unknown => settingOf(context, name);
	return {
		warningActs: setting('warningActs') === true,
		demandsBothTimes: setting('absenceTimes') === 'bothOrNeither',
		refusesClosedPeriods: setting('absenceClosedPeriod') === 'refuses',
		presenceCollides: setting('presenceCollision') === 'sameType',
		schedulesPerItem: setting('scheduleAtomicity') === 'perItem',
		demandsVendorUuid: setting('vendorUuid') === 'required',
		decimalComma: setting('soapDecimalStyle') === 'comma',
		zeroTimes: setting('soapEmptyTime') === 'zeros',
		plainNumbers: setting('personnelNumberStyle') === 'plain',
		today: context.clock.stamp().slice(0, 10),
	};
}
