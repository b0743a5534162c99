const { spawn } = require('node:child_process');
const { rm } = require('node:fs/promises');
const { dest, parallel, series, src } = require('gulp');

/** Removes the previous build, so that the tarball never carries a file whose source is gone. */
async function clean() {
	await rm('dist', { recursive: true, force: true });
}

/** TypeScript to CommonJS, as the n8n loader requires it. */
function compile() {
	return spawn(process.execPath, [require.resolve('typescript/bin/tsc')], { stdio: 'inherit' });
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
exports.build = series(clean, parallel(compile, icons, codex));
exports.default = exports.build;
