import type { INodeProperties } from 'n8n-workflow';

/** The plain fields of a record, as entries of a collection; `readChange` reads them. What is left empty is no change. */
export const recordEntries: INodeProperties[] = [
	{
		displayName: 'Agreed With STAR',
		name: 'nameAgreed',
		type: 'boolean',
		default: false,
		description: 'Whether the new name and its day have been agreed with STAR, as STAR demands it. Without it a name is not sent.',
	},
	{
		displayName: 'Business Department (Virksomhedsafdeling)',
		name: 'isBusinessDepartment',
		type: 'boolean',
		default: false,
		description: 'Whether this is a virksomhedsafdeling. Older text of the vendor says that only STAR can change it.',
	},
	{
		displayName: 'City (Bynavn)',
		name: 'city',
		type: 'string',
		default: '',
	},
	{
		displayName: 'Country Code (Landekode)',
		name: 'countryCode',
		type: 'string',
		default: '',
		placeholder: 'e.g. DK',
	},
	{
		displayName: 'CVR Number',
		name: 'cvrNumber',
		type: 'string',
		default: '',
		placeholder: 'e.g. 12345678',
		description: 'Number of the company, 8 digits',
	},
	{
		displayName: 'Door (Dør)',
		name: 'door',
		type: 'string',
		default: '',
	},
	{
		displayName: 'Floor (Etage)',
		name: 'floor',
		type: 'string',
		default: '',
	},
	{
		displayName: 'House Number (Husnummer)',
		name: 'houseNumber',
		type: 'string',
		default: '',
	},
	{
		displayName: 'Logo Binary Field',
		name: 'logoBinaryField',
		type: 'string',
		default: '',
		placeholder: 'e.g. data',
		description: 'Name of the input field that holds the image. STAR has not published what a logo must be: nothing is refused here, PNG and JPEG are known from its other services.',
	},
	{
		displayName: 'Municipality Code (Kommunenummer)',
		name: 'municipalityCode',
		type: 'string',
		default: '',
		placeholder: 'e.g. 101',
	},
	{
		displayName: 'Name (Navn)',
		name: 'name',
		type: 'string',
		default: '',
		description: 'Only with <i>Agreed With STAR</i>: the name is used in many places, and STAR wants to agree when it changes',
	},
	{
		displayName: 'P Number',
		name: 'pNumber',
		type: 'string',
		default: '',
		placeholder: 'e.g. 1234567890',
		description: 'Number of the production unit, 10 digits',
	},
	{
		displayName: 'Phone (Telefon)',
		name: 'phone',
		type: 'string',
		default: '',
		placeholder: 'e.g. 70 12 34 56',
	},
	{
		displayName: 'Postal Code (Postnummer)',
		name: 'postalCode',
		type: 'string',
		default: '',
		placeholder: 'e.g. 2100',
	},
	{
		displayName: 'Street (Vejnavn)',
		name: 'street',
		type: 'string',
		default: '',
	},
	{
		displayName: 'Web Address or Email',
		name: 'webAddress',
		type: 'string',
		default: '',
		placeholder: 'e.g. https://www.example.com',
		description: 'One field for either, of any form; the vendor gives it 50 characters',
	},
];

const OF_AN_AKASSE = ['name', 'nameAgreed'];

/** The plain fields of a branch office but its name: that is its a-kasse's to choose. */
export const branchEntries: INodeProperties[] = recordEntries.filter(({ name }) => !OF_AN_AKASSE.includes(name));

/** What can be deleted: only what is chosen here is, an empty field of the form never deletes. `readChange` reads it. */
export const removeField: INodeProperties = {
	displayName: 'Delete These Fields',
	name: 'removeFields',
	type: 'multiOptions',
	default: [],
	options: [
		{ name: 'Address (Adresse)', value: 'address' },
		{ name: 'Business Department (Virksomhedsafdeling)', value: 'isBusinessDepartment' },
		{ name: 'CVR Number', value: 'cvrNumber' },
		{ name: 'Deep Links (Dybe Links)', value: 'deepLinks' },
		{ name: 'Door (Dør)', value: 'door' },
		{ name: 'Floor (Etage)', value: 'floor' },
		{ name: 'Logo', value: 'logo' },
		{ name: 'Opening Hours (Åbningstider)', value: 'openingHours' },
		{ name: 'P Number', value: 'pNumber' },
		{ name: 'Phone (Telefon)', value: 'phone' },
		{ name: 'Phone Hours (Telefontider)', value: 'phoneHours' },
		{ name: 'Web Address or Email', value: 'webAddress' },
	],
	description: 'An empty field never deletes anything: what is to go is chosen here',
};

/** Deep links as a form; `readChange` reads them. */
export const deepLinkFields: INodeProperties[] = [
	{
		displayName: 'Deep Links (Dybe Links)',
		name: 'deepLinksMode',
		type: 'options',
		default: 'leave',
		options: [
			{ name: 'Add or Change', value: 'change', description: 'A link with the same label gets the new address; the others stay' },
			{ name: 'Leave as They Are', value: 'leave' },
			{ name: 'Replace All', value: 'replace', description: 'The links below are all there are' },
		],
		description: 'What to do with the links',
	},
	{
		displayName: 'Links',
		name: 'deepLinks',
		type: 'fixedCollection',
		placeholder: 'Add Link',
		typeOptions: { multipleValues: true, sortable: true },
		default: {},
		displayOptions: { show: { deepLinksMode: ['change', 'replace'] } },
		options: [
			{
				displayName: 'Link',
				name: 'link',
				values: [
					{
						displayName: 'Label',
						name: 'label',
						type: 'string',
						default: '',
					},
					{
						displayName: 'Address',
						name: 'address',
						type: 'string',
						default: '',
						placeholder: 'e.g. https://www.example.com/meeting',
					},
				],
			},
		],
	},
];

/** The deep links of what does not stand yet. */
export const newDeepLinksFields: INodeProperties[] = deepLinkFields.filter(({ type }) => type === 'fixedCollection').map((field) => ({ ...field, displayOptions: undefined }));
