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

const XML_BUNDLE = 'dist/nodes/kit/xml.js';

/** The one file that uses a library, with the library in it and readable: the published package depends on nothing. */
async function bundleXml() {
	const { metafile } = await esbuild.build({
		entryPoints: ['nodes/kit/xml.ts'],
		outfile: XML_BUNDLE,
		bundle: true,
		platform: 'node',
		format: 'cjs',
		target: 'es2021',
		mainFields: ['module', 'main'],
		metafile: true,
		logLevel: 'warning',
	});
	await appendFile(XML_BUNDLE, await noticeOf(Object.keys(metafile.inputs)));
}

/** Whose work is bundled, and the licence that all of it is under. */
async function noticeOf(files) {
	const folders = new Set(files.flatMap((path) => path.match(/^node_modules\/(?:@[^/]+\/)?[^/]+/) ?? []));
	const packages = [...folders].map((folder) => require(`./${folder}/package.json`));
	const lines = packages.map(({ name, version, license, author }) => `${name} ${version}, ${license}, ${author}`);
	return `/*!\n${lines.join('\n')}\n\n${await readFile('node_modules/fast-xml-parser/LICENSE', 'utf8')}*/\n`;
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
exports.build = series(clean, parallel(series(compile, bundleXml), icons, codex));
exports.default = exports.build;
