import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import manifest from '../sandbox/n8n/package.json' with { type: 'json' };
import { applySettings, runChain, templateOf } from './demo/chain.ts';
import { chains } from './demo/chains/index.ts';
import { startEnvironment } from './demo/environment.ts';
import type { Environment } from './demo/environment.ts';
import { runLiveChain } from './demo/live.ts';
import { readOptions } from './demo/options.ts';
import type { DemoOptions } from './demo/options.ts';
import { reportOf, tableOf } from './demo/report.ts';
import { switchOn } from './n8n/activation.ts';
import { owner } from './n8n/session.ts';
import { build } from './pack.ts';
import { anyPorts, fixedPorts } from './sandbox.ts';
import { CleanUp } from './support/cleanUp.ts';
import { isFree } from './support/ports.ts';

const usualN8nPort = 5678;

/**
 * `npm run demo`: the sandbox, a real n8n with the packed nodes and templates in it, and every chain
 * run twice against the reference; the live one by what happens in the sandbox first. Stays up afterwards, unless told `--once`.
 */
async function main(): Promise<void> {
	const options = readOptions(process.argv.slice(2));
	const cleanUp = new CleanUp();
	const end = async (code: number) => {
		await cleanUp.run();
		process.exit(code);
	};
	process.once('SIGINT', () => void end(130));
	process.once('SIGTERM', () => void end(143));
	try {
		const root = join(import.meta.dirname, '..');
		console.log('Building the nodes …');
		await build(root);
		const environment = await startEnvironment({
			root,
			ports: options.once ? anyPorts : fixedPorts,
			n8nPort: !options.once && (await isFree(usualN8nPort)) ? usualN8nPort : undefined,
			adapt: (name, template) => {
				const chain = chains.find((candidate) => candidate.name === name);
				if (chain) applySettings(chain, template, options.world);
			},
			cleanUp,
			log: console.log,
		});
		const allWell = await runAll(environment, options);
		if (options.once) return await end(allWell ? 0 : 1);
		await stayUp(environment);
	} catch (error) {
		console.error(error instanceof Error ? error.message : error);
		await end(1);
	}
}

/** Runs every chain, prints its table, and writes the report. */
async function runAll(environment: Environment, options: DemoOptions): Promise<boolean> {
	const { people, days, until } = options.world;
	console.log(`Making a world of ${people} people and ${days} days up to ${until} …`);
	await environment.sandbox.control('POST', '/reset', options.world);
	const results = [];
	for (const chain of chains) {
		console.log(`Running ${chain.name} ${chain.live ? 'live and twice by hand' : 'twice'} …`);
		const result = chain.live ? await runLiveChain(environment, chain, chain.live, !options.once) : await runChain(environment, chain);
		console.log(`\n${tableOf(chain, result)}\n`);
		results.push({ chain, result });
	}
	if (options.report) {
		const report = reportOf(manifest.dependencies.n8n, results);
		await writeFile(options.report, `${JSON.stringify(report, null, 2)}\n`);
	}
	return results.every(({ result }) => result.problems.length === 0);
}

/**
 * Switches the chains on (the live one is), lets the sandbox's time run, and says where to look; Ctrl-C ends it. The other templates stay off: that of the approved hours exports
 * the firm of its twin, and a trigger tells something only once somebody edits a record.
 */
async function stayUp(environment: Environment): Promise<void> {
	const { sandbox, session, templates } = environment;
	await sandbox.control('PUT', '/clock', { now: null });
	console.log(`n8n          ${session.url}   (${owner.email} / ${owner.password})`);
	for (const chain of chains) {
		const { name } = templateOf(environment, chain);
		const { id } = chain.live ? await session.workflow(name) : await switchOn(session, name);
		console.log(`  ${chain.name}   ${session.url}/workflow/${id}`);
	}
	for (const name of Object.keys(templates).filter((template) => !chains.some((chain) => chain.name === template))) {
		const { id } = await session.workflow(templates[name].name);
		console.log(`  ${name}   ${session.url}/workflow/${id}   (not switched on)`);
	}
	console.log(`Sandbox      http://localhost:${sandbox.controlPort}   (what the systems hold, faults, switches)`);
	console.log(`  services   https://localhost:${sandbox.httpsPort}, client certificate demanded: ${sandbox.mtlsPort}`);
	console.log('Ctrl-C ends everything.');
}

await main();
