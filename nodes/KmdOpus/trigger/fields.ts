import type { INodeProperties } from 'n8n-workflow';

import { areasField } from '../actions/employee/areas.field';

/** The parameters of the trigger, read by `trigger/settings`. */
export const triggerFields: INodeProperties[] = [
	{
		displayName:
			'Each change starts the workflow once. If the workflow fails behind this trigger, the change is not told again: let it try again by itself, or record what it could not do.',
		name: 'onceNotice',
		type: 'notice',
		default: '',
	},
	areasField,
	{
		displayName: 'Employee Numbers (MA-Nr)',
		name: 'employeeNumbers',
		type: 'string',
		default: '1-99999999',
		required: true,
		placeholder: 'e.g. 35, 10-20, !12-14',
		description: 'Numbers and intervals, separated by commas; those behind an exclamation mark are left out',
	},
	{
		displayName: 'Start From',
		name: 'startFrom',
		type: 'dateTime',
		default: '',
		description: 'From when on changes are told, in Danish time. Empty to begin when the workflow is activated; once it has begun it makes no difference.',
	},
	{
		displayName: 'Simplify',
		name: 'simplify',
		type: 'boolean',
		default: true,
		description: 'Whether to return a simplified version of the response instead of the raw data',
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		options: [
			{
				displayName: 'Category of Rota Placement',
				name: 'rotaCategory',
				type: 'string',
				default: '',
				description: 'Datakategori of Tjenesteplansindplacering, which KMD has not published',
			},
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
				displayName: 'Overlap (Minutes)',
				name: 'overlapMinutes',
				type: 'number',
				typeOptions: { minValue: 0 },
				default: 60,
				description: 'How far each poll looks back behind the one before it, for clocks that differ and changes that are saved late. What was told already is not told again.',
			},
			{
				displayName: 'Sender URN (AfsenderRef)',
				name: 'senderUrn',
				type: 'string',
				default: 'urn:oio:kmd:lpe:afsender:{code}',
				description: 'Names you in the request; {code} stands for the municipality code. This form is our reading.',
			},
		],
	},
];
