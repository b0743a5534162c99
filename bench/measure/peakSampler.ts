import { workerData } from 'node:worker_threads';

const EVERY_MS = 2;

/** Keeps the highest resident set size of the process, in kilobytes, in a shared cell. On a thread of its own: the one that works can't look. */
const highest = workerData as Int32Array;
const never = new Int32Array(new SharedArrayBuffer(4));

for (;;) {
	const now = Math.round(process.memoryUsage.rss() / 1024);
	if (now > Atomics.load(highest, 0)) Atomics.store(highest, 0, now);
	Atomics.wait(never, 0, 0, EVERY_MS);
}
