const { spawn } = require('node:child_process');
const { appendFile, readFile, rm } = require('node:fs/promises');
const esbuild = require('esbuild');
const { dest, parallel, series, src } = require('gulp');

/** Removes the previous build, so that the tarball never carries a file whose source is gone. */
async function clean() {
	await rm('dist', { recursive: true, force: true });
}

/** TypeScript to CommonJS, as the n8n loader requires it. */
function compile() {
	return spawn(process.execPath, [require.resolve('typescript/bin/tsc')], { stdio: 'inherit' });
}

/** The files with the work of others in them, and the licence that it is under. */
const BUNDLES = {
	'nodes/kit/xml': 'node_modules/fast-xml-parser/LICENSE',
	'nodes/kit/notoSans': 'nodes/kit/notoSans.LICENSE.txt',
};

/** Each file that uses a library or a font, with that in it and readable: the published package depends on nothing. */
async function bundle() {
	await Promise.all(Object.entries(BUNDLES).map(bundleOne));
}

async function bundleOne([path, licence]) {
	const outfile = `dist/${path}.js`;
	const { metafile } = await esbuild.build({
		entryPoints: [`${path}.ts`],
		outfile,
		bundle: true,
		platform: 'node',
		format: 'cjs',
		target: 'es2021',
		mainFields: ['module', 'main'],
		loader: { '.ttf': 'base64' },
		metafile: true,
		logLevel: 'warning',
	});
	await appendFile(outfile, await noticeOf(Object.keys(metafile.inputs), licence));
}

/** Whose packages are bundled, and the licence that all of it is under. */
async function noticeOf(files, licence) {
	const folders = new Set(files.flatMap((path) => path.match(/^node_modules\/(?:@[^/]+\/)?[^/]+/) ?? []));
	const packages = [...folders].map((folder) => require(`./${folder}/package.json`));
	const lines = packages.map(({ name, version, license, author }) => `${name} ${version}, ${license}, ${author}\n`);
	return `/*!\n${[...lines, await readFile(licence, 'utf8')].join('\n')}*/\n`;
}

/** The icons, beside the compiled class that names them. */
function icons() {
	return src('{nodes,credentials}/**/*.svg', { encoding: false }).pipe(dest('dist'));
}

/** The codex files, beside the compiled node they describe. */
function codex() {
	return src('nodes/**/*.node.json', { encoding: false }).pipe(dest('dist/nodes'));
}

exports.clean = clean;
exports.build = series(clean, parallel(series(compile, bundle), icons, codex));
exports.default = exports.build;
