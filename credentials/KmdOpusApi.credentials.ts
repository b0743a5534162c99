import type {
	ICredentialDataDecryptedObject,
	ICredentialTestRequest,
	ICredentialType,
	IHttpRequestOptions,
	INodeProperties,
	Icon,
} from 'n8n-workflow';

import { caField, certificateFields } from '../nodes/kit/certificate.fields';
import { baseUrlOf, clientCertificateOptions } from '../nodes/kit/signing';

export class KmdOpusApi implements ICredentialType {
	name = 'kmdOpusApi';

	displayName = 'KMD Opus Personale API';

	icon: Icon = { light: 'file:../nodes/KmdOpus/kmdOpus.svg', dark: 'file:../nodes/KmdOpus/kmdOpus.dark.svg' };

	documentationUrl = 'https://github.com/nordic-workforce/n8n-nodes-nordic-workforce/blob/main/docs/kmd-opus.md';

	properties: INodeProperties[] = [
		{
			displayName: 'Municipality Code (Kommunekode)',
			name: 'municipalityCode',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. 751',
			description: 'Three digits. It goes with every request, and the certificate must be allowed for it.',
		},
		{
			displayName: 'JSON Base URL',
			name: 'jsonBaseUrl',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. https://opus.apimanagement.example',
			description: 'Address of the services for one-time payments, without /lpe. KMD gives it to you with the access.',
		},
		{
			displayName: 'SOAP Base URL',
			name: 'soapBaseUrl',
			type: 'string',
			default: 'https://kmdpiprd.kmd.dk',
			placeholder: 'e.g. https://kmdpiprd.kmd.dk',
			description: 'Address of the services for absence and employee data, without /XISOAPAdapter',
		},
		{
			displayName: 'SOAP Addressing',
			name: 'soapAddressing',
			type: 'options',
			default: 'full',
			options: [
				{ name: 'Channel', value: 'channel', description: 'The address names a channel, as in the test environment' },
				{ name: 'Full', value: 'full', description: 'The address names sender, receiver and interface' },
				{ name: 'Short', value: 'short', description: 'The address names the sender service and the interface' },
			],
			description: "How the SOAP address names what is asked for. Take the form of the address in KMD's description.",
		},
		{
			displayName: 'Sender Service for Absence',
			name: 'absenceSenderService',
			type: 'string',
			default: 'KMD_LPT_VACAB_Service_{code}',
			description: 'Name of the sender of absence, quotas and work schedules in the SOAP address; {code} stands for the municipality code',
		},
		{
			displayName: 'Sender Service for Employees',
			name: 'employeeSenderService',
			type: 'string',
			default: 'LPE_Employee_KOM_{code}',
			description: 'Name of the sender of employee data and documents in the SOAP address; {code} stands for the municipality code',
		},
		{
			displayName: 'SOAP Channel',
			name: 'soapChannel',
			type: 'string',
			default: ':{service}:{interface}',
			displayOptions: { show: { soapAddressing: ['channel'] } },
			description: 'Party, component and channel; {service} stands for the sender service, {interface} for the interface and {code} for the municipality code',
		},
		{
			displayName: 'Vendor UUID',
			name: 'vendorUuid',
			type: 'string',
			default: '',
			description: 'Names your system in reads of absence, if KMD has given you one',
		},
		...certificateFields,
		caField,
	];

	/** The client certificate signs; a path without a host belongs to the JSON services. */
	async authenticate(credentials: ICredentialDataDecryptedObject, request: IHttpRequestOptions): Promise<IHttpRequestOptions> {
		const url = /^https?:/i.test(request.url) ? request.url : `${baseUrlOf('JSON Base URL', credentials.jsonBaseUrl)}/${request.url.replace(/^\/+/, '')}`;
		return { ...request, url, agentOptions: { ...request.agentOptions, ...clientCertificateOptions(credentials) } };
	}

	/** A read that changes nothing: certificate and municipality are judged before the employee, whom nobody has this number. */
	test: ICredentialTestRequest = {
		request: {
			method: 'POST',
			url: 'lpe/read-onetime-payments',
			body: {
				Header: { ClientID: '={{ $credentials.municipalityCode }}' },
				Medarbejder: { Medarbejdernummer: '0' },
				VirkningFilter: { FraDatoTid: '', TilDatoTid: '' },
			},
		},
		rules: [
			{
				type: 'responseCode',
				properties: { value: 400, message: 'KMD Opus does not know this municipality code.' },
			},
			{
				type: 'responseCode',
				properties: { value: 401, message: 'KMD Opus does not accept the client certificate.' },
			},
			{
				type: 'responseCode',
				properties: { value: 403, message: 'KMD Opus does not accept the client certificate for this municipality code.' },
			},
			{
				type: 'responseCode',
				properties: { value: 404, message: 'There is no KMD Opus at this JSON base URL.' },
			},
		],
	};
}
