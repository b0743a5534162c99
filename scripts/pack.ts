import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { captureOrThrow, childEnvironment } from './support/run.ts';

/** Builds the nodes into `dist`. */
export async function build(root: string): Promise<void> {
	await captureOrThrow('gulp', ['build'], { cwd: root, env: childEnvironment(root) });
}

/**
 * Packs the nodes that `dist` holds as they would be published.
 *
 * @returns the path of the tarball, in a new temporary folder of its own.
 */
export async function pack(root: string): Promise<string> {
	const folder = await mkdtemp(join(tmpdir(), 'nordic-pack-'));
	const args = ['pack', '--ignore-scripts', '--silent', `--pack-destination=${folder}`];
	const output = await captureOrThrow('npm', args, { cwd: root, env: childEnvironment(root) });
	const name = output.trim().split('\n').at(-1) ?? '';
	return join(folder, name);
}
