import { mkdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const heartbeatMs = 10_000;
const staleAfterMs = 120_000;

/**
 * Runs `work` while holding a lock that other processes respect.
 *
 * The lock is a folder that names its holder and whose time is renewed as long as the holder lives.
 * It is taken over when its holder is known to be dead, or has not renewed it for two minutes.
 */
export async function withFolderLock<T>(
	folder: string,
	log: (line: string) => void,
	work: () => Promise<T>,
): Promise<T> {
	for (let attempt = 0; !(await acquire(folder)); attempt++) {
		if (attempt === 0) log(`Another process is at work on this (${folder}); waiting for it …`);
		if (await isAbandoned(folder)) await rm(folder, { recursive: true, force: true });
		else await pause(1000);
	}
	const heartbeat = setInterval(() => void renew(folder), heartbeatMs);
	try {
		return await work();
	} finally {
		clearInterval(heartbeat);
		await rm(folder, { recursive: true, force: true });
	}
}

async function acquire(folder: string): Promise<boolean> {
	try {
		await mkdir(folder);
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
		throw error;
	}
	const holder = { host: hostname(), pid: process.pid };
	await writeFile(join(folder, 'holder.json'), JSON.stringify(holder));
	return true;
}

/** Whether the lock's holder is gone. A lock that has just been given back counts as held once more. */
async function isAbandoned(folder: string): Promise<boolean> {
	const found = await stat(folder).catch(() => undefined);
	if (!found) return false;
	if (Date.now() - found.mtimeMs > staleAfterMs) return true;
	const text = await readFile(join(folder, 'holder.json'), 'utf8').catch(() => '');
	if (!text) return false;
	const { host, pid } = JSON.parse(text) as { host: string; pid: number };
	return host === hostname() && !isRunning(pid);
}

function isRunning(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return (error as NodeJS.ErrnoException).code !== 'ESRCH';
	}
}

async function renew(folder: string): Promise<void> {
	const now = new Date();
	await utimes(folder, now, now).catch(() => undefined);
}
