import type { Operation, Settled } from '../../../kit/operation';
import { overAllItems } from '../../../kit/operation';
import { answerOf, isWrite } from '../../absenceTransfer/items';
import { readMemory, writeMemory } from '../../absenceTransfer/memory';
import { rememberWrite } from '../../absenceTransfer/remember';

export const option: Operation['option'] = {
	name: 'Remember',
	value: 'remember',
	action: 'Remember absence transfers',
	description: 'Turn the steps of a plan, or the outcomes of writing them, into rows of the data table that the next plan begins with',
};

export const provenance: Operation['provenance'] = { level: 'documented', source: 'Computed in the node' };

export const fields: Operation['fields'] = [
	{
		displayName:
			"Use it twice: on the steps of Plan before they are written ('pending': a lost answer is found out about in the next run), and on the items of KMD Opus after it, failed ones too. Upsert what comes out by 'reference'. Steps that write nothing give no row.",
		name: 'rememberNotice',
		type: 'notice',
		default: '',
	},
];

export const execute: Operation['execute'] = overAllItems(async (_context, input) =>
	input
		.filter(({ item }) => isWrite(item.json))
		.map(({ index, item }): Settled => ({ from: [index], json: writeMemory(rememberWrite(readMemory(item.json), answerOf(item.json))) })),
);
