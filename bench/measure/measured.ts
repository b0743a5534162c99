import { setTimeout as pause } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';

/** The memory that a process holds (its resident set), in bytes: before a piece of work, and at most during it. */
export interface Resident {
	before: number;
	peak: number;
}

/** What came of a piece of work, how long it took, and what it held. */
export interface Measured<T> {
	value: T;
	seconds: number;
	/** Of processor time, in all threads of the process: hardly touched by what else the machine does. */
	processorSeconds: number;
	resident: Resident;
}

const highestKilobytes = new Int32Array(new SharedArrayBuffer(4));

let sampling: Promise<void> | undefined;

async function startSampler(): Promise<void> {
	new Worker(new URL('./peakSampler.ts', import.meta.url), { workerData: highestKilobytes }).unref();
	while (Atomics.load(highestKilobytes, 0) === 0) await pause(5);
}

/** Does the work and measures it. The process must run with `--expose-gc`: what earlier work left behind is cleared away first. */
export async function measured<T>(work: () => Promise<T>): Promise<Measured<T>> {
	await (sampling ??= startSampler());
	globalThis.gc?.();
	const before = process.memoryUsage.rss();
	Atomics.store(highestKilobytes, 0, 0);
	const begun = performance.now();
	const usedBefore = process.cpuUsage();
	const value = await work();
	const { user, system } = process.cpuUsage(usedBefore);
	const seconds = (performance.now() - begun) / 1000;
	const peak = Math.max(Atomics.load(highestKilobytes, 0) * 1024, process.memoryUsage.rss());
	return { value, seconds, processorSeconds: (user + system) / 1e6, resident: { before, peak } };
}

/** How far the process grew beyond what it held before the first of several pieces of work: memory once taken is seldom given back. */
export const growthOver = ([first, ...others]: Resident[]): number => Math.max(first.peak, ...others.map(({ peak }) => peak)) - first.before;
