import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';

import type { TestSandbox } from './support';

export interface Redirect {
	baseUrl: string;
	/** The paths that were asked for, on both hosts. */
	reached: string[];
	close(): void;
}

/** Two hosts of one operator: the first sends every request on to the second, as a host that was given up does. */
export async function openRedirect(sandbox: TestSandbox): Promise<Redirect> {
	const [cert, key] = await Promise.all(['server.pem', 'server.key'].map(sandbox.certificate));
	const reached: string[] = [];
	const listen = async (status: number, headers: () => Record<string, string>) => {
		const server = createServer({ cert, key }, (request, response) => {
			reached.push(String(request.url).split('?')[0]);
			response.writeHead(status, headers()).end('{}');
		});
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		const url = `https://localhost:${(server.address() as AddressInfo).port}`;
		return { url, close: () => (server.close(), server.closeAllConnections()) };
	};
	const second = await listen(200, () => ({}));
	const first = await listen(302, () => ({ Location: `${second.url}/elsewhere` }));
	return { baseUrl: first.url, reached, close: () => [first, second].forEach((server) => server.close()) };
}
