import { join, relative } from 'node:path';
import ts from 'typescript';

/** A file as it is compiled: what goes into the build, or why nothing does. */
export interface Compiled {
	/** By path from the root of the project. */
	files: Map<string, string>;
	problems: string[];
}

/** Compiles single files of a project as its build does, without reading all others again. */
export class Compiler {
	/** The sources as they were in the beginning: mistakes are made in them meanwhile. */
	private readonly texts = new Map<string, string | undefined>();
	private readonly versions = new Map<string, number>();
	private readonly service: ts.LanguageService;
	private readonly root: string;

	constructor(root: string) {
		this.root = root;
		const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile);
		const { options, fileNames } = ts.parseJsonConfigFileContent(config, ts.sys, root);
		const settings = { ...options, noUnusedLocals: false, noUnusedParameters: false };
		this.service = ts.createLanguageService({
			...ts.sys,
			useCaseSensitiveFileNames: () => ts.sys.useCaseSensitiveFileNames,
			readFile: (path) => this.read(path),
			getCompilationSettings: () => settings,
			getCurrentDirectory: () => root,
			getDefaultLibFileName: ts.getDefaultLibFilePath,
			getScriptFileNames: () => fileNames,
			getScriptVersion: (path) => String(this.versions.get(path) ?? 0),
			getScriptSnapshot: (path) => {
				const text = this.read(path);
				return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
			},
		});
		this.service.getProgram();
	}

	/** Compiles a file with another text than it has. */
	compile(file: string, text: string): Compiled {
		const path = join(this.root, file);
		const before = this.read(path);
		this.put(path, text);
		const problems = [...this.service.getSyntacticDiagnostics(path), ...this.service.getSemanticDiagnostics(path)];
		const { outputFiles } = this.service.getEmitOutput(path);
		this.put(path, before);
		return {
			files: new Map(outputFiles.map((output) => [relative(this.root, output.name), output.text])),
			problems: problems.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n')),
		};
	}

	private read(path: string): string | undefined {
		if (!this.texts.has(path)) this.texts.set(path, ts.sys.readFile(path));
		return this.texts.get(path);
	}

	private put(path: string, text: string | undefined): void {
		this.texts.set(path, text);
		this.versions.set(path, (this.versions.get(path) ?? 0) + 1);
	}
}
