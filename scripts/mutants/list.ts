import { absence } from './list/absence.ts';
import { absenceTemplate } from './list/absenceTemplate.ts';
import { documents } from './list/documents.ts';
import { failing } from './list/failing.ts';
import { linaBudget } from './list/linaBudget.ts';
import { linaConsent } from './list/linaConsent.ts';
import { linaReads } from './list/linaReads.ts';
import { linaWebhook } from './list/linaWebhook.ts';
import { linaWrites } from './list/linaWrites.ts';
import { posting } from './list/posting.ts';
import { preparing } from './list/preparing.ts';
import { reading } from './list/reading.ts';
import { reconciling } from './list/reconciling.ts';
import { settling } from './list/settling.ts';
import { starAkasse } from './list/starAkasse.ts';
import { starBranch } from './list/starBranch.ts';
import { starClient } from './list/starClient.ts';
import { starHours } from './list/starHours.ts';
import { starJobagent } from './list/starJobagent.ts';
import { starOdd } from './list/starOdd.ts';
import { starTrigger } from './list/starTrigger.ts';
import { starWebhook } from './list/starWebhook.ts';
import { template } from './list/template.ts';
import { transferring } from './list/transferring.ts';
import { triggering } from './list/triggering.ts';
import type { Mutant } from './mutant.ts';

/** Mistakes in the chains from Capitech to KMD Opus: of hours in the order of a run, then of absences; and where absences are written; in the triggers; in LINA; last at STAR. */
export const mutants: Mutant[] = [
	...reading,
	...preparing,
	...reconciling,
	...posting,
	...failing,
	...settling,
	...template,
	...transferring,
	...absenceTemplate,
	...absence,
	...triggering,
	...documents,
	...linaBudget,
	...linaConsent,
	...linaReads,
	...linaWebhook,
	...linaWrites,
	...starAkasse,
	...starBranch,
	...starClient,
	...starHours,
	...starJobagent,
	...starOdd,
	...starTrigger,
	...starWebhook,
];
