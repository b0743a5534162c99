import type { Operation } from '../../../kit/operation';
import { overAllItems } from '../../../kit/operation';
import { writeGathered } from '../../../kit/gather';
import type { CommunicationOutcome } from '../../employee/writer';
import { CommunicationWriter } from '../../employee/writer';
import { readNaming } from '../../employee/settings';
import { readWish } from '../../employee/wish';
import { OpusSoapClient } from '../../soap/client';

export const option: Operation['option'] = {
	name: 'Update Communication',
	value: 'updateCommunication',
	action: "Update an employee's communication",
	description: 'Set, create, change, end or delete an email address, a telephone number or a user name (kommunikation) of an employee, one record an item',
};

export const provenance: Operation['provenance'] = {
	level: 'observed',
	wire: 'Ret',
	source: "Opus Personale: Medarbejderoplysninger; KMD's public service description",
};

export const fields: Operation['fields'] = [
	{
		displayName: 'Employee Number (MA-Nr)',
		name: 'employeeNumber',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. 155',
		description: 'Medarbejdernummer of the employment, at most 8 digits',
	},
	{
		displayName: 'Mode',
		name: 'mode',
		type: 'options',
		default: 'set',
		options: [
			{ name: 'Change (Ændre)', value: 'change', description: 'Replace what stands in the period; refused where nothing stands' },
			{ name: 'Create (Oprette)', value: 'create', description: 'Add a value; refused where another one stands in the period' },
			{ name: 'Delete (Slette)', value: 'delete', description: 'Remove a record altogether, as if it had never been' },
			{ name: 'End (Afslutte)', value: 'end', description: 'Let what is valid end with a last day' },
			{ name: 'Set', value: 'set', description: 'Create or change, whichever is needed' },
		],
		description: 'What to do with the record',
	},
	{
		displayName: 'Type (Kommunikationsart)',
		name: 'communicationType',
		type: 'options',
		default: 'email',
		options: [
			{ name: 'Email (0010)', value: 'email' },
			{ name: 'ESDH User (9906)', value: 'esdhUser' },
			{ name: 'IT User (9905)', value: 'itUser' },
			{ name: 'Mobile (9021)', value: 'mobile', description: 'Some municipalities keep the telephone of the department here' },
			{ name: 'Other', value: 'other', description: 'A code of your own' },
			{ name: 'System User (0001)', value: 'systemUser' },
			{ name: 'Work Phone (0020)', value: 'workPhone' },
		],
		description: 'Kind of communication',
	},
	{
		displayName: 'Code of the Type',
		name: 'typeCode',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. 9022',
		displayOptions: { show: { communicationType: ['other'] } },
		description: 'Kommunikationsart, four digits',
	},
	{
		displayName: 'Value (KommunikationsID)',
		name: 'value',
		type: 'string',
		default: '',
		required: true,
		displayOptions: { show: { mode: ['set', 'create', 'change'] } },
		description: 'Address, number or user name. An empty one is refused: it would delete what stands.',
	},
	{
		displayName: 'Valid From (Gyldighedsstart)',
		name: 'validFrom',
		type: 'dateTime',
		typeOptions: { dateOnly: true },
		default: '',
		displayOptions: { hide: { mode: ['end'] } },
		description: 'First day. Empty for today in Denmark; to delete, empty for the only record there is.',
	},
	{
		displayName: 'Valid To (Gyldighedsstop)',
		name: 'validTo',
		type: 'dateTime',
		typeOptions: { dateOnly: true },
		default: '',
		description: 'Last day. Empty for no end; needed to end a record; to delete, empty for the end that the record has.',
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		options: [
			{
				displayName: 'Form of Employee Numbers',
				name: 'numberForm',
				type: 'options',
				default: 'employeeNumber',
				options: [
					{ name: 'Urn:&lt;number&gt;', value: 'bare', description: "As in KMD's samples" },
					{ name: 'Urn:oio:kmd:lpe:medarbejder:&lt;number&gt;', value: 'employee', description: "As in KMD's description" },
					{ name: 'Urn:oio:kmd:lpe:medarbejdernummer:&lt;number&gt;', value: 'employeeNumber', description: 'As running clients write it' },
				],
				description: 'How an employee is named in the request; KMD is known to take all three',
			},
			{
				displayName: 'Read First',
				name: 'readFirst',
				type: 'boolean',
				default: true,
				description:
					'Whether to read what stands first, so that nothing is sent that stands already, and Create and Change find out about the opposite. To end a record it is read in any case.',
			},
			{
				displayName: 'Sender URN (AfsenderRef)',
				name: 'senderUrn',
				type: 'string',
				default: 'urn:oio:kmd:lpe:afsender:{code}',
				description: 'Names you in the request; {code} stands for the municipality code. This form is our reading.',
			},
			{
				displayName: 'Sequence Number (Sekvensnummer)',
				name: 'sequenceNumber',
				type: 'string',
				default: '000',
				description: 'Tells records of one type apart, three digits',
			},
		],
	},
];

export const execute: Operation['execute'] = overAllItems(async (context, input) => {
	const client = await OpusSoapClient.open(context);
	return await writeGathered(context, input, {
		read: ({ index }) => {
			const parameter = (name: string) => context.getNodeParameter(name, index, null) as unknown;
			const options = context.getNodeParameter('options', index, {});
			const readFirst = options.readFirst !== false;
			return { wish: readWish(parameter, options, readFirst), naming: readNaming(options), readFirst };
		},
		contradictions: () => [],
		write: async (wanted) => {
			const signal = context.getExecutionCancelSignal();
			const outcomes: CommunicationOutcome[] = [];
			for (const { wish, naming, readFirst } of wanted) outcomes.push(await new CommunicationWriter(client, naming, signal).write(wish, readFirst));
			return outcomes;
		},
	});
});
