import type { SwitchTable } from '../../switches.ts';
import { ABSENCE_SWITCHES } from './absence/switches.ts';
import { EMPLOYEE_SWITCHES } from './employee/switches.ts';
import { FOLDER_SWITCHES } from './folder/switches.ts';

/** The open questions of kmd-opus.md 1.6, 4.4, 4.5 and 7. */
export const KMD_OPUS_SWITCHES = {
	atomicity: {
		meaning: 'A faulty line refuses the whole request, or good lines are registered though Status is "Error".',
		choices: ['allOrNothing', 'perLine'],
		default: 'allOrNothing',
	},
	updateIdRepeat: {
		meaning:
			'The same OpdateringsID again gives the stored answer (a refusal too) and registers nothing, or acts again.',
		choices: ['honoured', 'ignored'],
		default: 'honoured',
	},
	closedPeriod: {
		meaning: 'Is a line whose Startdato lies in a closed pay period refused, or taken into the next pay run?',
		choices: ['refuses', 'accepts'],
		default: 'refuses',
	},
	readReturnsCostCenter: {
		meaning: 'Does Read-onetime-payments give Afv_Omkostningssted back?',
		choices: [true, false],
		default: true,
	},
	remarkLength: {
		meaning: 'Most characters of Indv_Bemaerkning; a longer one is refused.',
		choices: 'number',
		default: 20,
	},
	statusStyle: {
		meaning: 'Header.Status of reads as a number or as a text.',
		choices: ['number', 'text'],
		default: 'number',
	},
	decimalStyle: {
		meaning: 'Antal, Beloeb and Afv_Timeloen in reads: as numbers, or as texts with a point or a comma.',
		choices: ['number', 'point', 'comma'],
		default: 'number',
	},
	rateLimitPerMinute: {
		meaning: 'Most requests in a minute of real time, else HTTP 429 with Retry-After; 0 is no limit.',
		choices: 'number',
		default: 0,
	},
	...ABSENCE_SWITCHES,
	...EMPLOYEE_SWITCHES,
	...FOLDER_SWITCHES,
} as const satisfies SwitchTable;

/** Names of the switches. */
export type KmdOpusSwitch = keyof typeof KMD_OPUS_SWITCHES;
