/**
 * The one entry of all npm scripts. It needs nothing but Node 18 and npm: it installs what
 * package-lock.json names when that is not there yet, then runs the wanted command under the
 * project's own Node 24, with the arguments, the signals and the exit code passed on.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { constants } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

const commands = {
	build: ['node_modules/gulp/bin/gulp.js', 'build'],
	lint: ['scripts/test.ts', 'lint'],
	typecheck: ['scripts/test.ts', 'types'],
	test: ['scripts/test.ts'],
	'test:unit': ['scripts/test.ts', 'unit'],
	'test:engine': ['scripts/test.ts', 'engine'],
	'test:n8n': ['scripts/test.ts', 'n8n'],
	'test:sandbox': ['scripts/test.ts', 'sandbox'],
	'test:mutants': ['scripts/mutants.ts'],
	sandbox: ['sandbox/main.ts'],
	demo: ['scripts/demo.ts'],
	bench: ['bench/main.ts'],
	docs: ['scripts/docs.ts'],
};

/** Whether node_modules holds what the lockfile names; npm keeps its own record of what it installed. */
function isInstalled() {
	const record = join(root, 'node_modules/.package-lock.json');
	if (!existsSync(record)) return false;
	const installed = JSON.parse(readFileSync(record, 'utf8')).packages;
	const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
	return Object.entries(wanted).every(
		([path, { version, optional }]) =>
			path === '' || optional || installed[path]?.version === version,
	);
}

/** `npm ci`, with its scripts: the package `node` fetches its executable in one. */
function install() {
	console.log('Installing the development tools (npm ci, about a minute) …');
	const { status } = spawnSync('npm', ['ci', '--include=dev', '--loglevel=error'], {
		cwd: root,
		stdio: 'inherit',
	});
	if (status !== 0) process.exit(status ?? 1);
}

/** Runs the command to its end. Signals that a terminal sends reach it without our help. */
function run(args) {
	const node = join(root, 'node_modules/node/bin/node');
	if (!existsSync(node)) {
		console.error("node_modules holds no Node 24: npm must be allowed to run install scripts.");
		process.exit(1);
	}
	const tools = [join(root, 'node_modules/node/bin'), join(root, 'node_modules/.bin')];
	const child = spawn(node, args, {
		cwd: root,
		stdio: 'inherit',
		env: { ...process.env, PATH: [...tools, process.env.PATH].join(delimiter) },
	});
	process.on('SIGINT', () => {});
	process.on('SIGTERM', () => child.kill('SIGTERM'));
	child.once('exit', (code, signal) => process.exit(code ?? 128 + constants.signals[signal]));
}

const [name, ...args] = process.argv.slice(2);
const command = commands[name];
if (!command) {
	console.error(`Usage: node scripts/bootstrap.mjs ${Object.keys(commands).join(' | ')}`);
	process.exit(2);
}
if (!isInstalled()) install();
run([...command, ...args]);
