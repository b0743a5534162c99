import type { SwitchTable } from '../../switches.ts';

/** The open questions of capitech.md 3 and 4. */
export const CAPITECH_SWITCHES = {
	editClearsStatus: {
		meaning: 'Does an edit in Capitech clear externalStatusCode?',
		choices: [false, true],
		default: false,
	},
	statusBumpsLastUpdated: {
		meaning: 'Does setExternalStatusCode set lastUpdatedOn anew (and so match lastApprovedOrUpdatedFilter)?',
		choices: [false, true],
		default: false,
	},
	editClearsApprovals: {
		meaning: 'Does an edit clear all approvals (to null)?',
		choices: [true, false],
		default: true,
	},
	unapprovalMatchesFilter: {
		meaning: 'Does a withdrawn approval match lastApprovedOrUpdatedFilter?',
		choices: [false, true],
		default: false,
	},
	deletedRows: {
		meaning: 'Do deleted rows vanish, or come with isDeleted:true on queries with an updated-since filter?',
		choices: ['vanish', 'flagged'],
		default: 'vanish',
	},
	windowTests: {
		meaning: 'Which rows lie in the period: those whose dateIn does, or those whose in/out touches it?',
		choices: ['dateIn', 'overlap'],
		default: 'dateIn',
	},
	tooManyAnswer: {
		meaning: 'HTTP status of the refusal of too many rows (the body is the same).',
		choices: [200, 400],
		default: 200,
	},
	expiredTokenAnswer: {
		meaning: 'HTTP status of "Session expired" (with success:false).',
		choices: [401, 200],
		default: 401,
	},
	secondLogin: {
		meaning: 'Does a second login of the same user leave the first token alive?',
		choices: ['bothLive', 'firstDies'],
		default: 'bothLive',
	},
	approvalStampStyle: {
		meaning: 'approvedLevelXOn as yyyy-MM-dd HH:mm:ss, or as dd.MM.yyyy HH.mm.ss.',
		choices: ['iso', 'norwegian'],
		default: 'iso',
	},
	keyCasing: {
		meaning: 'Keys of time transactions in camelCase, or as the documentation spells them (employeeid, datein, …).',
		choices: ['camel', 'doc'],
		default: 'camel',
	},
	payableType: {
		meaning: 'timeCategoryPayable as 1/0, or as true/false.',
		choices: ['number', 'boolean'],
		default: 'number',
	},
	qtyType: {
		meaning: 'qty as a number, or as a text with two decimals.',
		choices: ['number', 'string'],
		default: 'number',
	},
	absenceDateStyle: {
		meaning: 'Dates and stamps of absences as date-times with a T, or plain.',
		choices: ['dateTime', 'plain'],
		default: 'dateTime',
	},
	absenceDays: {
		meaning: 'Days of an absence: those the employee is due to work, or every day of the calendar?',
		choices: ['due', 'all'],
		default: 'due',
	},
	absenceDaysOutside: {
		meaning: 'Does getAbsenceTransactions leave out days outside the period, or give the whole absence?',
		choices: ['leftOut', 'given'],
		default: 'leftOut',
	},
	absenceMaxDays: {
		meaning: 'Most dates, both ends included, that a period of absences may hold.',
		choices: 'number',
		default: 366,
	},
	planMaxDays: {
		meaning: 'Most dates that a period of the operational plan may hold.',
		choices: 'number',
		default: 366,
	},
	freeDimensionClientId: {
		meaning: 'clientId of free dimensions: not there, 0, or right.',
		choices: ['missing', 'zero', 'right'],
		default: 'missing',
	},
	alphanumericCodes: {
		meaning: 'Are alphanumeric codes switched on, so that upsertProject takes a text for projectId?',
		choices: [false, true],
		default: false,
	},
	upsertLeftOut: {
		meaning: 'What an upsert leaves out of a record that exists: kept, or emptied?',
		choices: ['kept', 'emptied'],
		default: 'kept',
	},
	upsertAnswer: {
		meaning: 'Content of the answer to an upsert: the numbers of the record, or nothing.',
		choices: ['numbers', 'empty'],
		default: 'numbers',
	},
	rowCap: {
		meaning: 'Most rows an answer may hold; more are refused.',
		choices: 'number',
		default: 5000,
	},
	maxDays: {
		meaning: 'Most dates, both ends included, that a period may hold.',
		choices: 'number',
		default: 31,
	},
	statusWriteKey: {
		meaning: 'Does setExternalStatusCode mark all rows of a uid, or only the one of the given timeCategoryId?',
		choices: ['uid', 'uidAndCategory'],
		default: 'uid',
	},
	nullStatusWithFilter: {
		meaning: 'Rows without status when a status filter is given and includeElementsWithExternalStatusCodeNull is not.',
		choices: ['excluded', 'included'],
		default: 'excluded',
	},
} as const satisfies SwitchTable;

/** Names of the switches. */
export type CapitechSwitch = keyof typeof CAPITECH_SWITCHES;
