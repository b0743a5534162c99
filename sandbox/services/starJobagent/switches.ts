import type { SwitchTable } from '../../switches.ts';
import { STAR_SWITCHES } from '../star/switches.ts';

/** The open questions of the Jobagent service (star.md 1.2, 3, 4, 5, 6). */
export const JOBAGENT_SWITCHES = {
	...STAR_SWITCHES,
	allowedOrganisations: {
		meaning: 'Which organisations may call: STAR alone (type 100, code STAR), as the page ticks it, or all?',
		choices: ['star', 'all'],
		default: 'star',
	},
	getWithoutIdentifier: {
		meaning: "Is a read without jobagentidentifier refused (1014), or does it list the citizen's job agents?",
		choices: ['refused', 'list'],
		default: 'refused',
	},
	ownIdentifier: {
		meaning: 'Is a jobagentidentifier that the caller chose at creation taken, ignored (a new one is given), or refused (1014)?',
		choices: ['taken', 'ignored', 'refused'],
		default: 'taken',
	},
	sameIdentifier: {
		meaning: 'Is a creation with the jobagentidentifier of a job agent that is there refused (1014), or does it replace it (of the same citizen only)?',
		choices: ['refused', 'replaces'],
		default: 'refused',
	},
	updateWishes: {
		meaning: 'Where UpdateJobagent has education, last year and months of experience: in each job wish of a list, or flat in the body.',
		choices: ['list', 'flat'],
		default: 'list',
	},
	alsoRefuse: {
		meaning: 'A code with which creations and updates are refused besides what the data decide; 0: none. 9345 only warns.',
		choices: 'number',
		default: 0,
	},
	warn9345: {
		meaning: 'Do creations and updates come with the warning 9345: not, in the body of a success, or with the status of a refusal (though done)?',
		choices: ['off', 'inBody', 'withRefusedStatus'],
		default: 'off',
	},
} as const satisfies SwitchTable;

/** A switch of the Jobagent service. */
export type JobagentSwitch = keyof typeof JOBAGENT_SWITCHES;
