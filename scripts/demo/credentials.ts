import type { PlainCredential } from '../n8n/home.ts';
import type { Sandbox } from '../sandbox.ts';

/** The names by which the templates refer to their credentials. */
export const credentialNames = {
	capitech: 'Capitech (sandbox)',
	kmdOpus: 'KMD Opus (sandbox)',
};

/** The credentials for the sandbox's services, as a user would fill in their forms. */
export async function sandboxCredentials(sandbox: Sandbox): Promise<PlainCredential[]> {
	const caCertificate = await sandbox.certificate('ca.pem');
	return [
		{
			name: credentialNames.capitech,
			type: 'capitechApi',
			data: {
				baseUrl: `https://localhost:${sandbox.httpsPort}/capitech`,
				username: 'sandbox',
				password: 'sandbox',
				caCertificate,
			},
		},
		{
			name: credentialNames.kmdOpus,
			type: 'kmdOpusApi',
			data: {
				municipalityCode: '751',
				jsonBaseUrl: `https://localhost:${sandbox.mtlsPort}`,
				soapBaseUrl: `https://localhost:${sandbox.mtlsPort}`,
				fileFormat: 'pem',
				clientCertificate: await sandbox.certificate('client.pem'),
				privateKey: await sandbox.certificate('client.key'),
				passphrase: '',
				pkcs12Certificate: '',
				caCertificate,
			},
		},
	];
}
