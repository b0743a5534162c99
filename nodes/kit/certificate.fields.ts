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

/** The authority of a server that no public one has signed: every credential of the pack has it. */
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
