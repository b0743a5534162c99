import { asClockTime } from '../../../nodes/Capitech/catalogue/clockTime';
import type { Catalogue } from '../../../nodes/Capitech/catalogue/catalogue';
import { readCatalogue } from '../../../nodes/Capitech/catalogue/catalogue';
import { ORDERS, PROJECTS, TASKS } from '../../../nodes/Capitech/catalogue/lists';
import type { CapitechClient } from '../../../nodes/Capitech/client';

test.each<[unknown, string | null]>([
	[{ hour: 7, minute: 5, second: 0, isEmpty: false }, '07:05'],
	[{ hour: 0, minute: 0, second: 0, isEmpty: false }, '00:00'],
	[{ hour: 0, minute: 0, second: 0, isEmpty: true }, null],
	[{ hour: 0, minute: 0, second: 0, isEmpty: 1 }, null],
	[{ hour: '22', minute: '30' }, '22:30'],
	[{ hour: 15 }, '15:00'],
	[{ hour: null, minute: null, isEmpty: false }, null],
	[{}, null],
	[null, null],
	[undefined, null],
	['07:30:00.000', '07:30'],
	['07:30', '07:30'],
	['', null],
	[7, null],
])('%j is the time of the day %j', (wire, expected) => {
	expect(asClockTime(wire)).toBe(expected);
});

describe('an element whose activity', () => {
	const listOf = async (catalogue: Catalogue, element: Record<string, string | number | boolean | null>, onlyActive = false) =>
		await readCatalogue({ read: async () => [element] } as unknown as CapitechClient, catalogue, { clientId: 100, onlyActive });

	test.each<[string, Catalogue, Record<string, string | number | boolean | null>, boolean | null]>([
		['is a flag', ORDERS, { orderId: 1, isActive: true }, true],
		['is a number', ORDERS, { orderId: 1, isActive: 0 }, false],
		['is in a key of other casing', ORDERS, { orderId: 1, ISACTIVE: 'false' }, false],
		['is not told', ORDERS, { orderId: 1 }, null],
		['is the status of a task', TASKS, { taskId: 1, taskStatus: '1' }, true],
		['is the status of a disabled task', TASKS, { taskId: 1, taskStatus: 0 }, false],
		['is the status of a project', PROJECTS, { projectId: 1, status: 'AK' }, true],
		['is the status of a passive project', PROJECTS, { projectId: 1, status: 'PA' }, false],
		['is no status', PROJECTS, { projectId: 1, status: null }, null],
	])('%s', async (_what, catalogue, element, isActive) => {
		expect(await listOf(catalogue, element)).toEqual([expect.objectContaining({ clientId: 100, isActive })]);
		expect((await listOf(catalogue, element, true)).length).toBe(isActive === false ? 0 : 1);
	});
});
