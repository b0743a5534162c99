import { now } from '../../../kit/clock';
import { badInput } from '../../../kit/failure';
import type { Operation } from '../../../kit/operation';
import { overAllItems } from '../../../kit/operation';
import { readInteger, readText } from '../../../kit/parameters';
import { readAkasseCode } from '../../code';
import { itemsOf } from '../../closing/items';
import { readMaterial } from '../../closing/material';
import { planClosings } from '../../closing/plan';
import { nightAt } from '../../closing/when';
import { LANGUAGES } from '../../closing/words';
import { WIRE_NAMES } from '../../record/names';
import { akasseCodeField } from '../code.fields';

export const option: Operation['option'] = {
	name: 'Plan Closings',
	value: 'planClosings',
	action: 'Plan closings of an a kasse',
	description: 'Find out which weekdays of an a-kasse are to be closed today for a date, which are to be put back, and what is to be kept of it',
};

export const provenance: Operation['provenance'] = { level: 'documented', source: 'Computed in the node' };

export const fields: Operation['fields'] = [
	{
		displayName:
			"The service knows weekly hours only. Give this the item of A-Kasse: Get (Simplify off) and the rows of the data table nordic_akasse_closings. Out comes an item for each row, and one with the step 'update' where weekdays are to be changed: keep the rows first, update, read again and plan once more; that plan tells how it ended. The same plan can be made at any time.",
		name: 'planClosingsNotice',
		type: 'notice',
		default: '',
	},
	akasseCodeField,
	{
		displayName: 'Close At',
		name: 'closeAt',
		type: 'string',
		default: '00:30',
		placeholder: 'e.g. 00:30',
		description: 'From what time of the night (HH:mm, Danish time) the hours are to be as on the new day. Before 05:40, when Jobnet fetches what it shows.',
	},
	{
		displayName: 'Keep Days',
		name: 'keepDays',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 92,
		description: 'For how many days after its date a closing that has ended is kept; then its step is erase',
	},
	{
		displayName: 'Language',
		name: 'language',
		type: 'options',
		options: [
			{ name: 'Danish', value: 'da' },
			{ name: 'English', value: 'en' },
		],
		default: 'da',
		description: "Of the 'text' of each item",
	},
];

export const execute: Operation['execute'] = overAllItems(async (context, input) => {
	const text = (name: string): string => readText(context.getNodeParameter(name, 0));
	const akasseCode = readAkasseCode(context.getNodeParameter('akasseCode', 0));
	const language = LANGUAGES.find((name) => name === text('language'));
	if (!language) throw badInput('Language', 'is none of its values', `Use ${LANGUAGES.join(' or ')}.`);
	const night = nightAt(now(), text('closeAt'));
	const keepDays = readInteger('Keep Days', context.getNodeParameter('keepDays', 0), 1);
	const material = readMaterial(input, akasseCode, WIRE_NAMES);
	const plan = planClosings(material.closings.map(({ closing }) => closing), material.record, night, WIRE_NAMES);
	return itemsOf(plan, material, { akasseCode, language, night, keepDays });
});
