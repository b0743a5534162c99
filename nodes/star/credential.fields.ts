import type { INodeProperties } from 'n8n-workflow';

/** The client certificate, as every credential of the pack with one has it. */
export const certificateFields: INodeProperties[] = [
	{
		displayName: 'Certificate Format',
		name: 'fileFormat',
		type: 'options',
		default: 'pkcs12',
		options: [
			{ name: 'PEM', value: 'pem', description: 'Certificate and private key as text' },
			{ name: 'PKCS#12', value: 'pkcs12', description: 'A .p12 or .pfx file, as MitID Erhverv hands it out' },
		],
	},
	{
		displayName: 'PKCS#12 File (Base64)',
		name: 'pkcs12Certificate',
		type: 'string',
		typeOptions: { password: true, rows: 4 },
		default: '',
		displayOptions: { show: { fileFormat: ['pkcs12'] } },
		description: 'The file in base64: "base64 -w 0 certificate.p12" prints it',
	},
	{
		displayName: 'Client Certificate',
		name: 'clientCertificate',
		type: 'string',
		typeOptions: { password: true, rows: 4 },
		default: '',
		placeholder: 'e.g. -----BEGIN CERTIFICATE-----',
		displayOptions: { show: { fileFormat: ['pem'] } },
		description: 'The certificate and its intermediates in PEM. Lost line breaks are put back.',
	},
	{
		displayName: 'Private Key',
		name: 'privateKey',
		type: 'string',
		typeOptions: { password: true, rows: 4 },
		default: '',
		placeholder: 'e.g. -----BEGIN PRIVATE KEY-----',
		displayOptions: { show: { fileFormat: ['pem'] } },
		description: 'The key of the certificate in PEM',
	},
	{
		displayName: 'Passphrase',
		name: 'passphrase',
		type: 'string',
		typeOptions: { password: true },
		default: '',
		description: 'Of the private key or the PKCS#12 file; empty when it has none',
	},
];

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

export const caField: INodeProperties = {
	displayName: 'Extra CA Certificate',
	name: 'caCertificate',
	type: 'string',
	typeOptions: { password: true, rows: 4 },
	default: '',
	placeholder: 'e.g. -----BEGIN CERTIFICATE-----',
	description:
		"Certificate of the authority that signed the server's, in PEM. Needed only for a private authority; when given, no other authority is trusted for this credential.",
};
