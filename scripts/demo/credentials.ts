import type { PlainCredential } from '../n8n/home.ts';
import type { Sandbox } from '../sandbox.ts';

/** The names by which the templates refer to their credentials. */
export const credentialNames = {
	akasseForm: 'A-kasse form (basic)',
	akasseWebhook: 'A-kasse webhook (header)',
	capitech: 'Capitech (sandbox)',
	kmdOpus: 'KMD Opus (sandbox)',
	lina: 'LINA (sandbox)',
	linaToken: 'LINA token (sandbox)',
	linaForm: 'LINA form (basic)',
	linaWebhook: 'LINA webhook (header)',
	starAkasse: 'STAR A-Kasse (sandbox)',
	starJobagent: 'STAR Jobagent (sandbox)',
};

/** What lets a caller in to the form and the webhook for opening hours. */
export const akasseCaller = { user: 'akasse', password: 'sandbox', header: 'X-Sandbox-Key', key: 'sandbox' };

/** What lets a caller in to the forms and webhooks of the templates. */
export const linaCaller = { user: 'sandbox', password: 'sandbox', header: 'X-Sandbox-Key', key: 'sandbox' };

/** What lets a caller in to the trigger for job agents. */
export const jobagentCaller = { header: 'X-Webhook-Secret', secret: 'sandbox-sandbox-sandbox-sandbox-sandbox' };

/** Who calls STAR in the name of the organisation. */
const starCaller = {
	userType: 2,
	userIdentifier: 'CVR:00000901-UUID:5a4db0c5-0000-4000-8000-000000000901',
	userName: 'Sandkassens Sagsbehandler',
	userEmail: 'sagsbehandler@a-kasse-901.example',
};

/** The names of STAR's headers, as the credential suggests them. */
const starHeaders = {
	organisationHeader: 'x-activeOrganisation',
	userHeader: 'x-requestUserMetadata',
	requestIdHeader: 'x-requestId',
	bearerToken: '',
};

/** What the sandbox's LINA lets clients in by; the first of each has all rights. */
interface LinaAccess {
	apiKeys: Array<{ apiKey: string }>;
	clients: Array<{ clientId: string; clientSecret: string; refreshToken: string }>;
}

/** The credentials for the sandbox's services, as a user would fill in their forms. */
export async function sandboxCredentials(sandbox: Sandbox): Promise<PlainCredential[]> {
	const caCertificate = await sandbox.certificate('ca.pem');
	const lina = await sandbox.control<LinaAccess>('GET', '/state/lina');
	const clientCertificate = {
		fileFormat: 'pem',
		clientCertificate: await sandbox.certificate('client.pem'),
		privateKey: await sandbox.certificate('client.key'),
		passphrase: '',
		pkcs12Certificate: '',
	};
	const starBaseUrl = `https://localhost:${sandbox.httpsPort}/star`;
	const linaBaseUrl = `https://localhost:${sandbox.httpsPort}/lina`;
	const [{ clientId, clientSecret, refreshToken }] = lina.clients;
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
				...clientCertificate,
				caCertificate,
			},
		},
		{
			name: credentialNames.lina,
			type: 'linaApi',
			data: {
				baseUrl: linaBaseUrl,
				apiKey: lina.apiKeys[0].apiKey,
				headerName: 'Authorization',
				headerPrefix: 'Bearer',
				caCertificate,
			},
		},
		{
			name: credentialNames.linaToken,
			type: 'linaTokenApi',
			data: {
				baseUrl: linaBaseUrl,
				clientId,
				clientSecret,
				refreshToken,
				caCertificate,
			},
		},
		{
			name: credentialNames.akasseForm,
			type: 'httpBasicAuth',
			data: { user: akasseCaller.user, password: akasseCaller.password },
		},
		{
			name: credentialNames.akasseWebhook,
			type: 'httpHeaderAuth',
			data: { name: akasseCaller.header, value: akasseCaller.key },
		},
		{
			name: credentialNames.linaForm,
			type: 'httpBasicAuth',
			data: { user: linaCaller.user, password: linaCaller.password },
		},
		{
			name: credentialNames.linaWebhook,
			type: 'httpHeaderAuth',
			data: { name: linaCaller.header, value: linaCaller.key },
		},
		{
			name: credentialNames.starAkasse,
			type: 'starAkasseApi',
			data: {
				baseUrl: `${starBaseUrl}/akasse`,
				codeListBaseUrl: `${starBaseUrl}/codelists`,
				...clientCertificate,
				organisationType: 2,
				organisationCode: '901',
				...starCaller,
				...starHeaders,
				caCertificate,
			},
		},
		{
			name: credentialNames.starJobagent,
			type: 'starJobagentApi',
			data: {
				baseUrl: `${starBaseUrl}/jobagent`,
				...clientCertificate,
				organisationType: 100,
				organisationCode: 'STAR',
				...starCaller,
				...starHeaders,
				cprHeader: 'x-civilRegistrationIdentifier',
				webhookSecret: jobagentCaller.secret,
				caCertificate,
			},
		},
	];
}
