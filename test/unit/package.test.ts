import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pack } from '../../scripts/pack.ts';
import { capture, captureOrThrow, childEnvironment } from '../../scripts/support/run.ts';
import manifest from '../../package.json';

const root = join(__dirname, '../..');
const options = { cwd: root, env: childEnvironment(root) };

/** n8n's own package check, on the sources or on the unpacked tarball. */
async function scan(kind: 'source' | 'tarball', folder: string) {
	return await capture('node', ['scripts/scan.mjs', kind, folder], options);
}

describe('the published package', () => {
	let folder: string;
	let files: string[];

	beforeAll(async () => {
		folder = mkdtempSync(join(tmpdir(), 'nordic-unpacked-'));
		const tarball = await pack(root);
		await captureOrThrow('tar', ['-xzf', tarball, '-C', folder], {});
		const listing = await captureOrThrow('tar', ['-tzf', tarball], {});
		files = listing
			.trim()
			.split('\n')
			.map((path) => path.replace('package/', ''));
		rmSync(join(tarball, '..'), { recursive: true });
	}, 60_000);

	afterAll(() => rmSync(folder, { recursive: true, force: true }));

	it('holds the compiled nodes, the README, the licence and its manifest, nothing else', () => {
		const others = files.filter((file) => !file.startsWith('dist/')).sort();
		expect(others).toEqual(['LICENSE.md', 'README.md', 'package.json']);
		expect(files.filter((file) => /\.(ts|map)$|\.test\./.test(file))).toEqual([]);
	});

	it('holds every class that its manifest registers, with its icons and its codex', () => {
		for (const file of [...manifest.n8n.nodes, ...manifest.n8n.credentials]) {
			expect(files).toContain(file);
			const [, className] = file.match(/([^/]+)\.\w+\.js$/)!;
			const { description, icon } = new (jest.requireActual(join(root, file))[className])();
			for (const name of Object.values<string>(description?.icon ?? icon)) {
				expect(files).toContain(join(file, '..', name.replace('file:', '')));
			}
		}
		for (const file of manifest.n8n.nodes) expect(files).toContain(file.replace(/\.js$/, '.json'));
	});

	it('declares no dependency but the n8n it runs in', () => {
		expect(manifest).not.toHaveProperty('dependencies');
		expect(manifest).not.toHaveProperty('overrides');
		expect(manifest.peerDependencies).toEqual({ 'n8n-workflow': '*' });
	});

	it("passes n8n's own check, as source and as packed", async () => {
		expect(await scan('source', root)).toEqual({ code: 0, output: '' });
		expect(await scan('tarball', join(folder, 'package'))).toEqual({ code: 0, output: '' });
	}, 120_000);
});
