import { now } from '../../../kit/clock';
import type { Operation, Settled } from '../../../kit/operation';
import { overAllItems } from '../../../kit/operation';
import { readSteps } from '../../consentTransfer/items';
import { rememberStep } from '../../consentTransfer/remember';

export const option: Operation['option'] = {
	name: 'Remember',
	value: 'remember',
	action: 'Remember consent transfers',
	description: 'Turn the steps of a plan, or the outcomes of filing their documents, into changes of the data tables that the next plan begins with',
};

export const provenance: Operation['provenance'] = { level: 'documented', source: 'Computed in the node' };

export const fields: Operation['fields'] = [
	{
		displayName:
			"Use it twice: on the documents of Plan before they are filed, and on all its steps after that, failed ones too. Each item that comes out is a 'change' of a 'table': 'keep' a row (by store and userUuid; a task by reference), or 'erase' those of a person. Open the tasks first, and erase the consents last.",
		name: 'rememberNotice',
		type: 'notice',
		default: '',
	},
];

export const execute: Operation['execute'] = overAllItems(async (_context, input) => {
	const at = now().toISOString();
	return readSteps(input).flatMap(({ index, json }) => rememberStep(json, at).map((change): Settled => ({ from: [index], json: change })));
});
