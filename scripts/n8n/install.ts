import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, readdir, readFile, rename, rm } from 'node:fs/promises';
import { homedir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { withFolderLock } from '../support/lock.ts';
import { captureOrThrow, childEnvironment } from '../support/run.ts';

const manifest = ['package.json', 'package-lock.json', '.npmrc'];

export type N8nInstall = {
	/** The folder that holds n8n's node_modules. */
	dir: string;
	/** n8n's executable script, to be run by Node 24. */
	bin: string;
};

/**
 * Makes sure that the n8n pinned in `sandbox/n8n` is installed on this machine, and says where.
 *
 * All clones on a machine share one install below the cache folder, named by the hash of its
 * lockfile. It is built beside its place and renamed when whole, so that an interrupted install is
 * never taken for a finished one.
 */
export async function ensureN8n(
	root: string,
	log: (line: string) => void = console.log,
): Promise<N8nInstall> {
	const source = join(root, 'sandbox/n8n');
	const lockfile = await readFile(join(source, 'package-lock.json'));
	const hash = createHash('sha256').update(lockfile).digest('hex').slice(0, 12);
	const dir = join(cacheFolder(), `n8n-${hash}-node24`);
	const install = { dir, bin: join(dir, 'node_modules/n8n/bin/n8n') };
	if (existsSync(install.bin)) return install;

	await mkdir(dirname(dir), { recursive: true });
	await withFolderLock(`${dir}.lock`, log, async () => {
		if (existsSync(install.bin)) return;
		log('Installing n8n once for this machine (about 2.2 GB, a few minutes) …');
		await removeLeftovers(dir);
		await buildInto(`${dir}.building-${process.pid}`, source, root);
		await rename(`${dir}.building-${process.pid}`, dir);
		log(`n8n is installed in ${dir}`);
	});
	return install;
}

/** Where installs are kept: `NORDIC_CACHE`, or a folder of its own in the user's cache. */
function cacheFolder(): string {
	return process.env.NORDIC_CACHE ?? join(homedir(), '.cache/n8n-nodes-nordic-workforce');
}

/** What an interrupted install, or a half-emptied cache, left behind. Called under the lock only. */
async function removeLeftovers(dir: string): Promise<void> {
	const siblings = await readdir(dirname(dir));
	const leftovers = siblings.filter((name) => name.startsWith(`${basename(dir)}.building-`));
	for (const name of leftovers) await rm(join(dirname(dir), name), { recursive: true });
	await rm(dir, { recursive: true, force: true });
}

/**
 * Only sqlite3 may run its install script: it fetches or compiles the database driver, everything
 * else that n8n needs is shipped ready-made.
 */
async function buildInto(dir: string, source: string, root: string): Promise<void> {
	await mkdir(dir);
	for (const file of manifest) await copyFile(join(source, file), join(dir, file));
	const options = { cwd: dir, env: childEnvironment(root) };
	await captureOrThrow('npm', ['ci', '--ignore-scripts', '--legacy-peer-deps'], options);
	await captureOrThrow('npm', ['rebuild', 'sqlite3'], options);
	await captureOrThrow('node', ['-e', "require('sqlite3'); require('isolated-vm')"], options);
}
