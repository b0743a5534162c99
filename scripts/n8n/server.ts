import { freePorts } from '../support/ports.ts';
import { startProcess } from '../support/process.ts';
import type { ServerProcess } from '../support/process.ts';
import type { N8nHome } from './home.ts';

export type N8nServer = {
	/** `http://localhost:<port>`, without a slash at the end. */
	url: string;
	/** The last part of what n8n printed. */
	output: ServerProcess['output'];
	stop: ServerProcess['stop'];
};

/**
 * Starts n8n in this home and waits until its editor answers (before that line in the log every
 * route is a 404, though `/healthz` is already content).
 */
export async function startServer(home: N8nHome, wantedPort?: number): Promise<N8nServer> {
	const [freePort, brokerPort] = await freePorts(2);
	const port = wantedPort ?? freePort;
	const url = `http://localhost:${port}`;
	const server = await startProcess({
		name: 'n8n',
		command: 'node',
		args: [home.bin, 'start'],
		cwd: home.folder,
		env: {
			...home.environment,
			N8N_PORT: String(port),
			WEBHOOK_URL: `${url}/`,
			N8N_RUNNERS_BROKER_PORT: String(brokerPort),
		},
		ready: (output) => output.includes('Editor is now accessible'),
		timeoutMs: 180_000,
	});
	return { url, output: server.output, stop: server.stop };
}
