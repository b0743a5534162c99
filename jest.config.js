/** Tests and the code they import are CommonJS for jest; types are checked by `npm run typecheck`. */
const transform = {
	'^.+\\.ts$': [
		'@swc/jest',
		{
			jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
			module: { type: 'commonjs' },
		},
	],
	'\\.ttf$': '<rootDir>/test/unit/kit/fontTransform.js',
};

/** One kind of test is one project, so that `--selectProjects` can run it alone. */
const project = (displayName) => ({
	displayName,
	testEnvironment: 'node',
	testMatch: [`<rootDir>/test/${displayName}/**/*.test.ts`],
	transform,
});

module.exports = {
	projects: [project('unit'), project('engine'), project('n8n')],
};
