import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

/**
 * Makes one CommonJS file of the tests' engine harness, which is TypeScript that only jest or a bundler can load. It lies below node_modules, so that the
 * packages it requires are found, and goes with this process.
 * @returns its path
 */
export async function bundleHarness(root: string): Promise<string> {
	const folder = mkdtempSync(join(root, 'node_modules/.bench-'));
	process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
	const outfile = join(folder, 'harness.cjs');
	await build({
		entryPoints: [join(root, 'test/engine/support/index.ts')],
		outfile,
		bundle: true,
		platform: 'node',
		format: 'cjs',
		packages: 'external',
		logLevel: 'error',
	});
	return outfile;
}
