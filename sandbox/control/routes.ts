import express, { type ErrorRequestHandler, type Express, type Request } from 'express';

import { CHAINS } from '../reference/index.ts';
import type { Sandbox } from '../sandbox.ts';
import { ControlError, type Records } from '../service.ts';
import { sendJson } from './jsonStream.ts';
import { renderPage } from './page.ts';

const BODY_LIMIT = '100mb';

type Query = Record<string, unknown>;

function textOf(query: Query, name: string): string | undefined {
	const value = query[name];
	return typeof value === 'string' && value !== '' ? value : undefined;
}

/** The query's parameters that were given a text. */
function textsOf(query: Query): Record<string, string> {
	const texts = Object.keys(query).map((name) => [name, textOf(query, name)] as const);
	return Object.fromEntries(texts.filter((entry): entry is readonly [string, string] => entry[1] !== undefined));
}

function recordsOf(body: unknown): Records {
	if (typeof body === 'object' && body !== null && !Array.isArray(body)) return body as Records;
	throw new ControlError('Records are given as an object { "<kind>": [ … ] }.');
}

function chainOf(request: Request): (typeof CHAINS)[string] {
	const name = String(request.params.chain);
	if (Object.hasOwn(CHAINS, name)) return CHAINS[name];
	throw new ControlError(`There is no chain "${name}"; there are ${Object.keys(CHAINS).join(', ')}.`);
}

const complain: ErrorRequestHandler = (error: Error & { status?: number }, _request, response, next) => {
	if (response.headersSent) {
		next(error);
		return;
	}
	const isCallersSlip = error instanceof ControlError || (error.status ?? 500) < 500;
	if (!isCallersSlip) process.stderr.write(`${error.stack ?? error.message}\n`);
	response.status(isCallersSlip ? 400 : 500).json({ error: error.message });
};

/** The control API (plain http): state, expectations, reset, clock, journal, faults, switches and the page. */
export function makeControl(sandbox: Sandbox): Express {
	const app = express();
	app.disable('x-powered-by');
	app.use(express.json({ limit: BODY_LIMIT, strict: false, type: () => true }));

	app.get('/', (_request, response) => {
		response.type('html').send(renderPage(sandbox));
	});

	app.get('/control/state', (_request, response) => {
		sendJson(response, Object.fromEntries(sandbox.services.map((service) => [service.name, service.state()])));
	});
	app.get('/control/state/:service', (request, response) => {
		sendJson(response, sandbox.service(request.params.service).state());
	});

	app.post('/control/reset', (request, response) => {
		response.json({ ...sandbox.reset(request.body), clock: sandbox.clock.describe() });
	});

	app.get('/control/clock', (_request, response) => {
		response.json(sandbox.clock.describe());
	});
	app.put('/control/clock', (request, response) => {
		sandbox.clock.adjust((request.body ?? {}) as { now?: unknown; advance?: unknown });
		response.json(sandbox.clock.describe());
	});

	app.get('/control/journal', (request, response) => {
		const since = Number(textOf(request.query, 'since') ?? 0);
		if (!Number.isInteger(since)) throw new ControlError('"since" must be a sequence number.');
		const service = textOf(request.query, 'service');
		sendJson(response, sandbox.journal.list(since, service === undefined ? undefined : sandbox.service(service).name));
	});

	app.get('/control/faults', (_request, response) => {
		response.json(sandbox.faults.list());
	});
	app.put('/control/faults', (request, response) => {
		sandbox.faults.replace(request.body);
		response.json(sandbox.faults.list());
	});
	app.delete('/control/faults', (_request, response) => {
		sandbox.faults.replace([]);
		response.json([]);
	});

	app.get('/control/switches', (_request, response) => {
		response.json(sandbox.switches.describe());
	});
	app.put('/control/switches', (request, response) => {
		sandbox.switches.merge(request.body);
		response.json(sandbox.switches.describe());
	});

	app.post('/control/world/:service', (request, response) => {
		sandbox.service(request.params.service).upsert(recordsOf(request.body));
		response.json({ done: true });
	});
	app.delete('/control/world/:service', (request, response) => {
		sandbox.service(request.params.service).remove(recordsOf(request.body));
		response.json({ done: true });
	});

	app.post('/control/manager', (request, response) => {
		response.json(sandbox.manager.work(request.body, sandbox.world.period));
	});

	app.get('/control/expected/:chain', (request, response) => {
		response.json(chainOf(request).expected(sandbox, textsOf(request.query)));
	});
	app.get('/control/compare/:chain', (request, response) => {
		response.json(chainOf(request).compare(sandbox, textsOf(request.query)));
	});

	app.use((request, response) => {
		response.status(404).json({ error: `The control API has nothing at ${request.method} ${request.path}.` });
	});
	app.use(complain);
	return app;
}
