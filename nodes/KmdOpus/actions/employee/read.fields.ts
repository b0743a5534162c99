import type { INodeProperties } from 'n8n-workflow';

/** The filters of both reads, read by `employee/settings`. */
export const filtersField: INodeProperties = {
	displayName: 'Filters',
	name: 'filters',
	type: 'collection',
	placeholder: 'Add Filter',
	default: {},
	options: [
		{
			displayName: 'Changed From (Registrering Fra)',
			name: 'changedFrom',
			type: 'dateTime',
			default: '',
			description: 'Only what was changed from this time on, in Danish time',
		},
		{
			displayName: 'Changed To (Registrering Til)',
			name: 'changedTo',
			type: 'dateTime',
			default: '',
			description: 'Only what was changed up to this time, in Danish time',
		},
		{
			displayName: 'Valid From (Virkning Fra)',
			name: 'validFrom',
			type: 'dateTime',
			typeOptions: { dateOnly: true },
			default: '',
			description: 'Only records valid on this date or later',
		},
		{
			displayName: 'Valid To (Virkning Til)',
			name: 'validTo',
			type: 'dateTime',
			typeOptions: { dateOnly: true },
			default: '',
			description: 'Only records valid on this date or earlier',
		},
	],
};

/** The options of both reads. */
export const readOptions: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add Option',
	default: {},
	options: [
		{
			displayName: 'As Of (Pr. Dato)',
			name: 'asOf',
			type: 'dateTime',
			typeOptions: { dateOnly: true },
			default: '',
			displayOptions: { show: { '/simplify': [true] } },
			description: 'Date of the flat item: of each area the record valid on it. Empty for today in Denmark.',
		},
		{
			displayName: 'Category of Rota Placement',
			name: 'rotaCategory',
			type: 'string',
			default: '',
			description: 'Datakategori of Tjenesteplansindplacering, which KMD has not published',
		},
		{
			displayName: 'Find Replaced Employments',
			name: 'findReplaced',
			type: 'boolean',
			default: false,
			description:
				'Whether to look for employments that were annulled and made again under another number, instead of the areas chosen: pay grades (category 9001) with all filters wide open',
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
			displayName: 'Sender URN (AfsenderRef)',
			name: 'senderUrn',
			type: 'string',
			default: 'urn:oio:kmd:lpe:afsender:{code}',
			description: 'Names you in the request; {code} stands for the municipality code. This form is our reading.',
		},
	],
};
