import { cp, mkdir, mkdtemp, readdir, readFile, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** What a clone does without, or gets in another way. */
const LEFT_OUT = new Set(['.git', 'node_modules', 'reports']);

/** A temporary copy of the project in which files may be broken: the working tree is never touched. */
export class Clone {
	readonly root: string;

	private constructor(root: string) {
		this.root = root;
	}

	/** Copies a project, its build included; the installed packages are shared. */
	static async of(project: string): Promise<Clone> {
		const root = await mkdtemp(join(await realpath(tmpdir()), 'nordic-mutants-'));
		const names = (await readdir(project)).filter((name) => !LEFT_OUT.has(name));
		for (const name of names) await cp(join(project, name), join(root, name), { recursive: true });
		await symlink(await realpath(join(project, 'node_modules')), join(root, 'node_modules'));
		return new Clone(root);
	}

	async read(file: string): Promise<string> {
		return await readFile(join(this.root, file), 'utf8');
	}

	/** Writes some files, does something, and puts back what was there. */
	async withFiles<T>(files: Map<string, string>, work: () => Promise<T>): Promise<T> {
		const before = new Map<string, string>();
		for (const file of files.keys()) before.set(file, await this.read(file));
		try {
			await this.write(files);
			return await work();
		} finally {
			await this.write(before);
		}
	}

	async remove(): Promise<void> {
		await rm(this.root, { recursive: true, force: true });
	}

	private async write(files: Map<string, string>): Promise<void> {
		for (const [file, text] of files) {
			await mkdir(dirname(join(this.root, file)), { recursive: true });
			await writeFile(join(this.root, file), text);
		}
	}
}
