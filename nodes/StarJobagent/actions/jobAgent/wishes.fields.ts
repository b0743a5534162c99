import type { INodeProperties } from 'n8n-workflow';

/** How the job wishes are given, and the two ways of giving them; `wishesOf` reads them. */
export const wishesFields: INodeProperties[] = [
	{
		displayName: 'Job Wishes (Jobønsker)',
		name: 'wishesInput',
		type: 'options',
		default: 'form',
		options: [
			{ name: 'Enter Below', value: 'form' },
			{ name: 'From JSON', value: 'json' },
		],
		description: 'How the job wishes are given',
	},
	{
		displayName: 'Job Wishes',
		name: 'jobWishes',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		placeholder: 'Add Job Wish',
		default: {},
		displayOptions: { show: { wishesInput: ['form'] } },
		options: [
			{
				displayName: 'Job Wish',
				name: 'wish',
				values: [
					{
						displayName: 'Alias Identifier',
						name: 'aliasIdentifier',
						type: 'string',
						default: '',
						description: 'GUID of the ESCO STAR alias, where one was picked',
					},
					{
						displayName: 'Concept URI',
						name: 'conceptUri',
						type: 'string',
						default: '',
						placeholder: 'e.g. {{ $json.conceptUri }}',
						description: 'ESCO STAR URI of the occupation (ConceptUriDa). Create needs it; Update sends it where it is given.',
					},
					{
						displayName: 'Has Education (Har Uddannelse)',
						name: 'hasEducation',
						type: 'boolean',
						default: false,
						description: 'Whether the citizen has the education for the occupation',
					},
					{
						displayName: 'Job Target Identifier',
						name: 'jobTargetIdentifier',
						type: 'string',
						default: '',
						description: 'GUID of the wish; Create makes one of the request ID where it is empty, the same at each repeat',
					},
					{
						displayName: 'Months of Experience (Erfaringsmåneder)',
						name: 'monthsOfExperience',
						type: 'string',
						default: '',
						placeholder: 'e.g. 18',
						description: 'Whole months of experience in the occupation. Update needs it.',
					},
					{
						displayName: 'Year Last Used (År Sidst Brugt)',
						name: 'yearLastUsed',
						type: 'string',
						default: '',
						placeholder: 'e.g. 2024',
						description: 'Year in which the citizen was last active in the occupation. Update needs it.',
					},
				],
			},
		],
	},
	{
		displayName: 'Job Wishes (JSON)',
		name: 'jobWishesJson',
		type: 'json',
		default: '[]',
		placeholder: 'e.g. {{ $json.body.jobWishes }}',
		displayOptions: { show: { wishesInput: ['json'] } },
		description:
			'A list of objects with conceptUri, aliasIdentifier, hasEducation, yearLastUsed, monthsOfExperience and jobTargetIdentifier; STAR’s own names (conceptUriDa, harUddannelse, …) are taken too',
	},
];
