import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { withFolderLock } from '../../../scripts/support/lock.ts';

describe('the lock around a shared install', () => {
	let folder: string;
	let lock: string;
	const said: string[] = [];
	const log = (line: string) => said.push(line);

	const leaveLock = (holder: { host: string; pid: number }) => {
		mkdirSync(lock);
		writeFileSync(join(lock, 'holder.json'), JSON.stringify(holder));
	};

	beforeEach(() => {
		folder = mkdtempSync(join(tmpdir(), 'nordic-lock-'));
		lock = join(folder, 'n8n.lock');
		said.length = 0;
	});
	afterEach(() => rmSync(folder, { recursive: true, force: true }));

	it('lets one in at a time, and tells the other why it waits', async () => {
		let inside = 0;
		const work = async () => {
			expect(++inside).toBe(1);
			await pause(100);
			inside--;
		};
		await Promise.all([withFolderLock(lock, log, work), withFolderLock(lock, log, work)]);
		expect(said).toEqual([expect.stringContaining('waiting')]);
		expect(existsSync(lock)).toBe(false);
	});

	it('is given back when the work fails', async () => {
		const failing = withFolderLock(lock, log, () => Promise.reject(new Error('no network')));
		await expect(failing).rejects.toThrow('no network');
		expect(existsSync(lock)).toBe(false);
	});

	it('is taken over at once when its holder is dead', async () => {
		const { pid } = spawnSync('true');
		leaveLock({ host: hostname(), pid });
		expect(await withFolderLock(lock, log, async () => 'done')).toBe('done');
	});

	it('is taken over from another machine only when it has not been renewed for two minutes', async () => {
		leaveLock({ host: 'elsewhere', pid: 1 });
		const waiting = withFolderLock(lock, log, async () => 'done');
		expect(await Promise.race([waiting, pause(300, 'waits')])).toBe('waits');
		const longAgo = new Date(Date.now() - 121_000);
		utimesSync(lock, longAgo, longAgo);
		expect(await waiting).toBe('done');
	});
});
