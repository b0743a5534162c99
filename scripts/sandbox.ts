import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isFree } from './support/ports.ts';
import { startProcess } from './support/process.ts';
import { childEnvironment } from './support/run.ts';

const readyMark = /^SANDBOX READY (\{.*\})$/m;

/** The ports of a sandbox; 0 is any free one. */
export type SandboxPorts = { httpsPort: number; mtlsPort: number; controlPort: number };

export const fixedPorts: SandboxPorts = { httpsPort: 7443, mtlsPort: 7444, controlPort: 7080 };
export const anyPorts: SandboxPorts = { httpsPort: 0, mtlsPort: 0, controlPort: 0 };

/** What `POST /control/reset` makes a world from. */
export type WorldSize = { seed: number; people: number; days: number; until?: string };

/** A running sandbox and its control API. */
export type Sandbox = SandboxPorts & {
	/** The text of a file in its certificate folder, e.g. `client.pem`. */
	certificate(name: string): Promise<string>;
	/** A call of the control API below `/control`; rejects with its text on any status from 400. */
	control<T>(method: 'GET' | 'PUT' | 'POST' | 'DELETE', path: string, body?: unknown): Promise<T>;
	output(): string;
	stop(): Promise<void>;
};

/** Starts the sandbox of the project in `root` as a process of its own, on these ports. */
export async function startSandbox(root: string, ports: SandboxPorts): Promise<Sandbox> {
	for (const [name, port] of Object.entries(ports)) {
		if (port === 0 || (await isFree(port))) continue;
		throw new Error(
			`Port ${port} of the sandbox (${name}) is taken. End what listens there, e.g. another demo.`,
		);
	}
	const server = await startProcess({
		name: 'The sandbox',
		command: 'node',
		args: ['sandbox/main.ts'],
		cwd: root,
		env: childEnvironment(root, {
			SANDBOX_HTTPS_PORT: String(ports.httpsPort),
			SANDBOX_MTLS_PORT: String(ports.mtlsPort),
			SANDBOX_CONTROL_PORT: String(ports.controlPort),
		}),
		ready: (output) => readyMark.test(output),
		timeoutMs: 60_000,
	});
	const [, announced] = server.output().match(readyMark)!;
	const { certs, ...actual } = JSON.parse(announced) as SandboxPorts & { certs: string };
	return {
		...actual,
		certificate: (name) => readFile(join(certs, name), 'utf8'),
		control: (method, path, body) => control(actual.controlPort, method, path, body),
		output: server.output,
		stop: server.stop,
	};
}

async function control<T>(port: number, method: string, path: string, body?: unknown): Promise<T> {
	const response = await fetch(`http://127.0.0.1:${port}/control${path}`, {
		method,
		headers: { 'content-type': 'application/json' },
		body: body === undefined ? undefined : JSON.stringify(body),
	});
	const text = await response.text();
	if (response.status >= 400) {
		throw new Error(`The sandbox answered ${response.status} to ${method} ${path}: ${text}`);
	}
	return (text ? JSON.parse(text) : undefined) as T;
}
