import type { INodeProperties } from 'n8n-workflow';

/** How an update treats what stands; `readUpdate` reads them. */
export const updateModeFields: INodeProperties[] = [
	{
		displayName: 'Mode',
		name: 'updateMode',
		type: 'options',
		default: 'merge',
		options: [
			{ name: 'Change (Merge)', value: 'merge', description: 'What stands is read, the change is put into it, and all of it is sent: what is not changed stays' },
			{ name: 'Preview', value: 'preview', description: 'What would change is told; nothing is sent' },
			{ name: 'Replace Everything', value: 'replace', description: 'Only what is entered here is sent: the service deletes the rest' },
		],
		description: 'The service deletes whatever an update does not hold',
	},
	{
		displayName: 'Let It Vanish',
		name: 'mayVanish',
		type: 'boolean',
		default: false,
		displayOptions: { show: { updateMode: ['replace'] } },
		description: 'Whether what is not entered here may be deleted. Without it nothing is sent where something would be, and the output lists it.',
	},
];

/** Entries of the *Options* collection of what sends a record: our readings of the vendor's text, each to be overridden. `readForm` reads them. */
export const recordOptions: INodeProperties[] = [
	{
		displayName: 'Closed Day (Opening Hours)',
		name: 'closedDay',
		type: 'options',
		default: 'omit',
		options: [
			{ name: 'Leave Out', value: 'omit', description: 'As the vendor advises' },
			{ name: 'Send 00:00-00:00', value: 'midnightPair', description: 'As the vendor allows; Jobnet shows it as open from 0:00 to 0:00' },
		],
		description: 'How a closed day is said in opening hours',
	},
	{
		displayName: 'Closed Day (Phone Hours)',
		name: 'closedPhoneDay',
		type: 'options',
		default: 'omit',
		options: [
			{ name: 'Leave Out', value: 'omit', description: 'As the vendor demands' },
			{ name: 'Send 00:00-00:00', value: 'midnightPair', description: 'Refused by the older part of the vendor’s text, allowed by the newer one' },
		],
		description: 'How a day without phone hours is said',
	},
	{
		displayName: 'Phone Hours Shape',
		name: 'phoneHoursShape',
		type: 'options',
		default: 'list',
		options: [
			{ name: 'List', value: 'list', description: 'As opening hours' },
			{ name: 'List Within AkasseTelefontid', value: 'nested', description: 'As the vendor’s example may be read' },
		],
		description: 'How phone hours are sent where none stand; otherwise they keep the shape they have',
	},
	{
		displayName: 'Weekdays Taken',
		name: 'lastWeekday',
		type: 'options',
		default: 7,
		options: [
			{ name: 'Monday to Friday', value: 5 },
			{ name: 'Monday to Sunday', value: 7 },
		],
		description: 'The vendor’s text has both; hours on other days are refused before anything is sent',
	},
	{
		displayName: 'Wire Names',
		name: 'wireNames',
		type: 'fixedCollection',
		placeholder: 'Add Name',
		typeOptions: { multipleValues: true },
		default: {},
		description: 'What fields are called in the service, in the place of our reading. What stands keeps the names it has.',
		options: [
			{
				displayName: 'Name',
				name: 'entry',
				values: [
					{
						displayName: 'Field',
						name: 'field',
						type: 'options',
						default: 'to',
						options: [
							{ name: 'Address (Adresse)', value: 'address' },
							{ name: 'Business Department (Virksomhedsafdeling)', value: 'isBusinessDepartment' },
							{ name: 'City (Bynavn)', value: 'city' },
							{ name: 'Country Code (Landekode)', value: 'countryCode' },
							{ name: 'CVR Number (cvrNummer)', value: 'cvrNumber' },
							{ name: 'Deep Link: Address', value: 'linkAddress' },
							{ name: 'Deep Link: Label', value: 'linkLabel' },
							{ name: 'Deep Links (dybeLinks)', value: 'deepLinks' },
							{ name: 'Door (Doer)', value: 'door' },
							{ name: 'Floor (Etage)', value: 'floor' },
							{ name: 'House Number (Husnummer)', value: 'houseNumber' },
							{ name: 'Interval: From (Aabningstidspunkt)', value: 'from' },
							{ name: 'Interval: To (Lukketidspunkt)', value: 'to' },
							{ name: 'Interval: Weekday (Ugedag)', value: 'weekday' },
							{ name: 'Logo', value: 'logo' },
							{ name: 'Municipality Code (Kommunenummer)', value: 'municipalityCode' },
							{ name: 'Name (Navn)', value: 'name' },
							{ name: 'Opening Hours (akasseAabningstider)', value: 'openingHours' },
							{ name: 'P Number (pNummer)', value: 'pNumber' },
							{ name: 'Phone (Telefonnummer)', value: 'phone' },
							{ name: 'Phone Hours (akasseTelefontider)', value: 'phoneHours' },
							{ name: 'Postal Code (Postnummer)', value: 'postalCode' },
							{ name: 'Street (Vejnavn)', value: 'street' },
							{ name: 'Web Address (Webadresse)', value: 'webAddress' },
						],
					},
					{
						displayName: 'Name on the Wire',
						name: 'name',
						type: 'string',
						default: '',
						placeholder: 'e.g. aabningstidSluttidspunkt',
					},
				],
			},
		],
	},
];

/** Entries of the *Options* collection of an update; `readUpdate` reads them. */
export const updateOptions: INodeProperties[] = [
	{
		displayName: 'Expected Fingerprint',
		name: 'expectedFingerprint',
		type: 'string',
		default: '',
		placeholder: 'e.g. {{ $json.fingerprintBefore }}',
		description: 'Fingerprint that a preview gave: where what stands has changed since, nothing is sent',
	},
	{
		displayName: 'Verify',
		name: 'verify',
		type: 'boolean',
		default: false,
		description: 'Whether to read what stands once more after the update, and tell where it is not what was sent',
	},
];
