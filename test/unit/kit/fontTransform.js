/** What the build does to a font file: its bytes in base64. */
module.exports = {
	process: (_text, path) => ({ code: `module.exports = { __esModule: true, default: ${JSON.stringify(require('node:fs').readFileSync(path, 'base64'))} };` }),
};
