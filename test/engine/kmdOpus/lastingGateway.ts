import type { IncomingMessage, ServerResponse } from 'node:http';
import { Agent, createServer, request as send } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import type { TestSandbox } from '../support';
import { makeCertificate } from '../support';

export interface LastingGateway {
	/** A credential for it, with a certificate that is valid whatever the pack's clock says. */
	credential: ICredentialDataDecryptedObject;
	close(): void;
}

/**
 * A gateway before the sandbox for tests that set the pack's clock to any year: the sandbox's own certificate is as young as the run. It hands requests on with that one, and
 * cuts the connection where the sandbox does.
 */
export async function openLastingGateway(sandbox: TestSandbox): Promise<LastingGateway> {
	const [cert, key, ca] = await Promise.all(['client.pem', 'client.key', 'ca.pem'].map(sandbox.certificate));
	const agent = new Agent({ cert, key, ca, keepAlive: true });
	const lasting = { notBefore: new Date('2020-01-01'), notAfter: new Date('2049-12-31') };
	const [server, client] = [makeCertificate(lasting), makeCertificate(lasting)];

	const handOn = (request: IncomingMessage, response: ServerResponse): void => {
		const { method, url: path, headers } = request;
		const onward = send({ host: 'localhost', port: sandbox.httpsPort, method, path, headers, agent }, (answer) => {
			response.writeHead(answer.statusCode ?? 502, answer.headers);
			answer.on('error', () => response.destroy()).pipe(response);
		});
		onward.on('error', () => response.destroy());
		request.pipe(onward);
	};
	const gateway = createServer({ cert: server.cert, key: server.key }, handOn);
	await new Promise<void>((resolve) => gateway.listen(0, '127.0.0.1', resolve));
	return {
		credential: {
			municipalityCode: '751',
			soapBaseUrl: `https://localhost:${(gateway.address() as AddressInfo).port}`,
			fileFormat: 'pem',
			clientCertificate: client.cert,
			privateKey: client.key,
			caCertificate: server.cert,
		},
		close: () => {
			gateway.close();
			gateway.closeAllConnections();
			agent.destroy();
		},
	};
}
