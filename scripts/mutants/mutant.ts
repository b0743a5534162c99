/** A choice of tests: those of one jest project in the files that a pattern finds, and by their names where a file holds slow ones too. */
export interface TestSet {
	project: 'unit' | 'engine';
	/** A regular expression on the path. */
	files: string;
	/** A regular expression on the full name. */
	named?: string;
}

/** One mistake in the chain, and the tests that must see it. */
export interface Mutant {
	/** What is wrong, in the words of the field. */
	name: string;
	/** From the root of the project. */
	file: string;
	/** A text that stands in the file exactly once. */
	find: string;
	replace: string;
	tests: TestSet;
}

/** Unit tests, which read the sources. */
export const unit = (files: string, named?: string): TestSet => ({ project: 'unit', files: `test/unit/${files}\\.test`, named });

/** Tests of the built nodes in n8n's engine, against the sandbox. */
export const engine = (files: string, named?: string): TestSet => ({ project: 'engine', files: `test/engine/${files}\\.test`, named });

/** Tests of the whole workflow. */
export const chain = (files: string, named?: string): TestSet => engine(`chain/${files}`, named);

/** What tells one choice of tests from another. */
export const testSetKey = ({ project, files, named }: TestSet): string => JSON.stringify([project, files, named]);

/**
 * The file with the mistake in it.
 * @throws Error when the mutant is stale: the text is gone, or stands more than once
 */
export function applyMutant(text: string, { find, replace, file }: Pick<Mutant, 'find' | 'replace' | 'file'>): string {
	const matches = text.split(find).length - 1;
	if (matches !== 1) throw new Error(`Stale: the text to replace stands ${matches} times in ${file}`);
	return text.replace(find, () => replace);
}
