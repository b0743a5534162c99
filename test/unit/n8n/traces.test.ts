import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { tracesOf } from '../../n8n/traces';

const MARKS = { words: ['Olav Friis', '0d9a1b52-2003-4c1e-9b7a-2003aa10155c'], numbers: ['155', '2003'] };

let folder: string;

beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), 'nordic-traces-'));
	await mkdir(join(folder, '.n8n'));
});

afterEach(async () => await rm(folder, { recursive: true }));

/** A table of what a workflow remembers, with one row. */
function remember(row: Record<string, string>): void {
	const database = new DatabaseSync(join(folder, '.n8n', 'database.sqlite'));
	database.exec(`CREATE TABLE data_table_user_x (${Object.keys(row).map((name) => `"${name}" TEXT`).join(', ')})`);
	database.prepare(`INSERT INTO data_table_user_x VALUES (${Object.keys(row).map(() => '?').join(', ')})`).run(...Object.values(row));
	database.close();
}

describe('what is left of persons in the tables of n8n', () => {
	it('is a number that stands for somebody, alone or in a text', async () => {
		remember({ employeeNumber: '155', task: 'Employee 2003, 2026-11-22 15:42:11.000', at: '2026-11-22T15:42:11.155Z' });
		expect(await tracesOf(folder, MARKS)).toEqual([
			{ place: 'data_table_user_x.employeeNumber', mark: '155' },
			{ place: 'data_table_user_x.task', mark: '2003' },
		]);
	});

	it('is no number that a point in time or an id holds by chance', async () => {
		remember({ createdAt: '2026-11-22 15:42:11.155', until: '2003-01-01T00:00:00.155Z', registration: '5f0c1a52-2003-4c1e-9b7a-2003aa10155c' });
		expect(await tracesOf(folder, MARKS)).toEqual([]);
	});

	it('is the id of a person all the same', async () => {
		remember({ userUuid: MARKS.words[1] });
		expect(await tracesOf(folder, MARKS)).toEqual([{ place: 'data_table_user_x.userUuid', mark: MARKS.words[1] }]);
	});
});
