import { createRequire } from 'node:module';

type Harness = typeof import('../../test/engine/support/index.ts');
type Hook = () => void | Promise<void>;

/**
 * Loads the engine harness of the tests. It leaves its set-up and its end to jest's hooks; here it is set up at once, and its end comes with the process.
 * @param bundle the harness as one CommonJS file, made by `bundleHarness`
 */
export async function loadHarness(bundle: string): Promise<Harness> {
	const setUps: Hook[] = [];
	Object.assign(globalThis, {
		beforeAll: (hook: Hook) => setUps.push(hook),
		afterAll: (hook: Hook) => process.once('exit', () => void hook()),
	});
	const harness = createRequire(import.meta.url)(bundle) as Harness;
	for (const setUp of setUps) await setUp();
	await harness.loadPack();
	return harness;
}
