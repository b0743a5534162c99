import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** What a person can be known by. */
export interface Marks {
	/** Names, addresses and ids: looked for everywhere, without regard to capitals. */
	words: string[];
	/** Numbers, which stand for other things, too: looked for in what workflows remember, and those of five digits or more also elsewhere, where they are a text of their own. */
	numbers: string[];
}

/** Where something of a person was found: a column of a table, or a file. */
export interface Trace {
	place: string;
	mark: string;
}

const DATABASE = 'database.sqlite';

/** What n8n and the pack are made of: the editor, and the nodes. */
const PROGRAMS = [join('.cache', 'n8n', 'public'), join('.n8n', 'nodes')];

/** A table in which n8n keeps what workflows remember. */
const isDataTable = (table: string): boolean => table.startsWith('data_table_user_');

const plain = (text: string): string => text.normalize('NFC').toLowerCase();

const escaped = (text: string): string => plain(text).replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

const anyOf = (words: string[]): string => (words.length ? `(?:${[...new Set(words.filter(Boolean).map(escaped))].join('|')})` : '(?!)');

/** Between letters and digits of others a word is none. */
const asWord = (words: string[]): RegExp => new RegExp(String.raw`(?<![\p{L}\p{N}])${anyOf(words)}(?![\p{L}\p{N}])`, 'gu');

/** Points in time and ids by chance, in which a person's number may stand by accident: n8n writes milliseconds without a letter behind them. */
const BY_CHANCE = /\d{4}-\d\d-\d\d[t ]\d\d:\d\d:\d\d(?:\.\d+)?z?|[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/gu;

/** Looks for marks in texts. */
class Search {
	private readonly words: RegExp;
	private readonly numbers: RegExp;
	private readonly quoted: RegExp;
	private readonly found = new Map<string, Trace>();

	constructor({ words, numbers }: Marks) {
		this.words = asWord(words);
		this.numbers = asWord(numbers);
		this.quoted = new RegExp(`"${anyOf(numbers.filter(({ length }) => length >= 5))}"`, 'gu');
	}

	look(place: string, text: string, isMemory = false): void {
		const read = plain(text);
		const numbers = isMemory ? read.replaceAll(BY_CHANCE, ' ').matchAll(this.numbers) : read.matchAll(this.quoted);
		for (const [mark] of [...read.matchAll(this.words), ...numbers]) this.found.set(`${place} ${mark}`, { place, mark });
	}

	get traces(): Trace[] {
		return [...this.found.values()];
	}
}

function lookIntoDatabase(file: string, search: Search): void {
	const database = new DatabaseSync(file, { readOnly: true });
	try {
		const tables = database.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").all() as Array<{ name: string }>;
		for (const { name } of tables) {
			for (const row of database.prepare(`SELECT * FROM "${name}"`).iterate() as Iterable<Record<string, unknown>>) {
				for (const [column, value] of Object.entries(row)) {
					if (column === 'id' && isDataTable(name)) continue;
					if (value instanceof Uint8Array) search.look(`${name}.${column}`, Buffer.from(value).toString('utf8'), isDataTable(name));
					else if (value !== null) search.look(`${name}.${column}`, String(value), isDataTable(name));
				}
			}
		}
	} finally {
		database.close();
	}
}

/** Every file but the database's and the programs'. */
async function filesOf(folder: string): Promise<string[]> {
	const entries = await readdir(folder, { recursive: true, withFileTypes: true });
	const files = entries.filter((entry) => entry.isFile() && !entry.name.startsWith(DATABASE)).map(({ parentPath, name }) => relative(folder, join(parentPath, name)));
	return files.filter((file) => !PROGRAMS.some((program) => file.startsWith(program)));
}

/**
 * Finds what is left of persons in all that n8n keeps: every row of every table of its database (executions, webhooks, data tables and all others), and every other
 * file of its folder, the logs of its events among them.
 * @param folder n8n's user folder
 */
export async function tracesOf(folder: string, marks: Marks): Promise<Trace[]> {
	const search = new Search(marks);
	lookIntoDatabase(join(folder, '.n8n', DATABASE), search);
	for (const file of await filesOf(folder)) search.look(file, await readFile(join(folder, file), 'utf8'));
	return search.traces;
}

/** So short a word stands in others' texts, too. */
const SHORT = 7;

/**
 * Finds what is left of persons in the bytes of the database's files: what was deleted from a table stands there until something else is written in its place. Nothing parts
 * one value from the next in them, so that numbers and short words are not looked for.
 */
export async function tracesInBytes(folder: string, { words }: Marks): Promise<Trace[]> {
	const home = join(folder, '.n8n');
	const marks = [...new Set(words.map(plain))].filter(({ length }) => length > SHORT);
	const traces: Trace[] = [];
	for (const place of (await readdir(home)).filter((name) => name.startsWith(DATABASE))) {
		const text = plain(await readFile(join(home, place), 'utf8'));
		traces.push(...marks.filter((mark) => text.includes(mark)).map((mark) => ({ place, mark })));
	}
	return traces;
}

/** The same for what n8n printed. */
export function tracesInOutput(output: string, marks: Marks): Trace[] {
	const search = new Search(marks);
	search.look('output', output);
	return search.traces;
}
