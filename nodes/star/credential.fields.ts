import type { INodeProperties } from 'n8n-workflow';

/** The active organisation and the user, which go with every request. */
export const metadataFields: INodeProperties[] = [
	{
		displayName: 'Organisation Type',
		name: 'organisationType',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: 100 },
		default: 2,
		required: true,
		description: 'Number that STAR uses for the type of the organisation you act for, e.g. 8 for a job centre; 2 seems to be an a-kasse',
	},
	{
		displayName: 'Organisation Code',
		name: 'organisationCode',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. the code of the a-kasse',
		description: 'Code of the organisation you act for, up to 20 characters. The certificate must be allowed for it.',
	},
	{
		displayName: 'User Type',
		name: 'userType',
		type: 'options',
		default: 3,
		options: [
			{ name: 'Caseworker (Sagsbehandler)', value: 2 },
			{ name: 'Citizen (Borger)', value: 1 },
			{ name: 'Employee (Medarbejder)', value: 4 },
			{ name: 'System', value: 3 },
		],
		description: 'Who acts, as STAR logs it, for reads too. An item can name another user.',
	},
	{
		displayName: 'User Identifier',
		name: 'userIdentifier',
		type: 'string',
		default: '',
		placeholder: 'e.g. CVR:12345678-UUID:…',
		description: 'By which STAR and you know the user: CVR number and UUID of the certificate, or an ID of your own; never a CPR number',
	},
	{
		displayName: 'User Name',
		name: 'userName',
		type: 'string',
		default: '',
	},
	{
		displayName: 'User E-Mail',
		name: 'userEmail',
		type: 'string',
		default: '',
		placeholder: 'e.g. name@email.com',
	},
];

/** What is not published, and may be other than we take it to be. */
export const assumedFields: INodeProperties[] = [
	{
		displayName: 'Organisation Header',
		name: 'organisationHeader',
		type: 'string',
		default: 'x-activeOrganisation',
		description: 'Header that carries the organisation. Its name is not published: change it if STAR tells you another one.',
	},
	{
		displayName: 'User Header',
		name: 'userHeader',
		type: 'string',
		default: 'x-requestUserMetadata',
		description: 'Header that carries the user. Its name is not published: change it if STAR tells you another one.',
	},
	{
		displayName: 'Request ID Header',
		name: 'requestIdHeader',
		type: 'string',
		default: 'x-requestId',
		description: 'Header that carries the ID of a write',
	},
	{
		displayName: 'Access Token',
		name: 'bearerToken',
		type: 'string',
		typeOptions: { password: true },
		default: '',
		description: 'Sent as a bearer token in the Authorization header where a gateway wants one; empty otherwise: STAR’s text knows only of the certificate',
	},
];
