import type { Mutant } from '../mutant.ts';
import { engine, unit } from '../mutant.ts';

const ABSENCE = 'nodes/KmdOpus/absence';
const SOAP = 'nodes/KmdOpus/soap';

const change = unit('kmdOpus/absence/change');
const plan = unit('kmdOpus/absence/plan');
const soap = unit('kmdOpus/soap');

/** What goes wrong where absences are written to KMD Opus, and on the SOAP family's way there. */
export const absence: Mutant[] = [
	{
		name: 'a write of the SOAP family is sent again without reading whether it was made',
		file: `${SOAP}/write.ts`,
		find: 'const made = await wasMadeInTheEnd(wasMade, signal);',
		replace: 'const made = (await wasMadeInTheEnd(wasMade, signal)) && false;',
		tests: change,
	},
	{
		name: 'a lost answer that can not be settled counts as not made',
		file: `${SOAP}/write.ts`,
		find: "if (made === undefined) return { kind: 'unknown', failure };",
		replace: "if (made === undefined) return { kind: 'notMade', failure };",
		tests: change,
	},
	{
		name: 'a warning counts as registered without a look',
		file: `${SOAP}/write.ts`,
		find: 'if (isClear) return',
		replace: 'if (isClear || !refused) return',
		tests: engine('kmdOpus/absence.faults'),
	},
	{
		name: 'a SOAP fault counts as proof that nothing was done',
		file: `${SOAP}/fault.ts`,
		find: 'mayHaveActed: true,',
		replace: 'mayHaveActed: false,',
		tests: soap,
	},
	{
		name: 'a status of a letter that nobody knows counts as fine',
		file: `${SOAP}/returnStatus.ts`,
		find: "?? 'E', code",
		replace: "?? 'I', code",
		tests: soap,
	},
	{
		name: 'what an absence is refused for leaves the parts made before',
		file: `${ABSENCE}/change.ts`,
		find: 'if (!this.canUndo(undone)) break;',
		replace: 'if (!this.canUndo(undone) || made.length) break;',
		tests: change,
	},
	{
		name: 'a record is made on a day where the old one still stands',
		file: `${ABSENCE}/plan.ts`,
		find: "step !== other && step.operation !== 'DEL'",
		replace: "step === other && step.operation !== 'DEL'",
		tests: plan,
	},
	{
		name: 'a record that stands twice is taken away twice after a lost answer',
		file: `${ABSENCE}/makeStep.ts`,
		find: 'const isGone = now.original < then.original;',
		replace: 'const isGone = now.original < 1;',
		tests: change,
	},
	{
		name: 'a changed absence loses what it belonged to',
		file: `${ABSENCE}/change.ts`,
		find: 'relatedKey: record.relatedKey || key }',
		replace: 'relatedKey: record.relatedKey }',
		tests: engine('kmdOpus/absence'),
	},
	{
		name: 'the times of whole days in between are those of the ends',
		file: `${ABSENCE}/parts.ts`,
		find: "[{ startDate: from, endDate: to, startTime: '', endTime: '' }]",
		replace: "[{ startDate: from, endDate: to, startTime, endTime: '' }]",
		tests: unit('kmdOpus/absence/parts'),
	},
	{
		name: 'a document type of an answer is read',
		file: 'nodes/kit/xml.ts',
		find: 'if (hasDeclaration(text)) return undefined;',
		replace: 'if (hasDeclaration(text) && text.length < 2) return undefined;',
		tests: unit('kit/xml'),
	},
];
