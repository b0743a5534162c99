import { createServer as createHttpServer, type Server as HttpServer } from 'node:http';
import { createServer as createHttpsServer, type Server as HttpsServer } from 'node:https';
import type { AddressInfo } from 'node:net';

import { makeControl } from './control/routes.ts';
import { makeGateway } from './gateway/gateway.ts';
import { Sandbox } from './sandbox.ts';
import { ensureCertificates } from './tls/certificates.ts';

const HOST = '127.0.0.1';

/** Long enough that no client meets a connection that was just given up: a cut connection is a fault to be asked for. */
const KEEP_ALIVE_MS = 65_000;

/** Where the sandbox shall listen (port 0: any free one) and keep its certificates. */
export interface SandboxOptions {
	readonly httpsPort: number;
	readonly mtlsPort: number;
	readonly controlPort: number;
	readonly certs: string;
}

/** A sandbox that listens. */
export interface RunningSandbox extends SandboxOptions {
	/** Cuts all connections and stops listening. */
	close(): Promise<void>;
}

function listen(server: HttpServer | HttpsServer, port: number): Promise<number> {
	return new Promise((resolve, reject) => {
		server.once('error', reject);
		server.listen(port, HOST, () => {
			server.off('error', reject);
			resolve((server.address() as AddressInfo).port);
		});
	});
}

function close(server: HttpServer | HttpsServer): Promise<void> {
	return new Promise((resolve) => {
		server.close(() => resolve());
		server.closeAllConnections();
	});
}

/**
 * Starts the three servers on loopback: the services with a client certificate asked for (each service judges it),
 * the same with one demanded at the handshake, and the control API without TLS.
 */
export async function startSandbox(options: SandboxOptions): Promise<RunningSandbox> {
	const sandbox = new Sandbox();
	const tls = ensureCertificates(options.certs);
	const gateway = makeGateway(sandbox);
	const keepAlive = { keepAliveTimeout: KEEP_ALIVE_MS };
	const servers = [
		createHttpsServer({ ...tls, ...keepAlive, requestCert: true, rejectUnauthorized: false }, gateway),
		createHttpsServer({ ...tls, ...keepAlive, requestCert: true, rejectUnauthorized: true }, gateway),
		createHttpServer(keepAlive, makeControl(sandbox)),
	];
	try {
		const ports = [options.httpsPort, options.mtlsPort, options.controlPort];
		const [httpsPort, mtlsPort, controlPort] = await Promise.all(servers.map((server, index) => listen(server, ports[index])));
		const stop = async (): Promise<void> => {
			await Promise.all(servers.map(close));
		};
		return { httpsPort, mtlsPort, controlPort, certs: options.certs, close: stop };
	} catch (error) {
		for (const server of servers) server.close();
		throw error;
	}
}
