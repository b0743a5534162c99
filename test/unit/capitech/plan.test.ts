import type { IDataObject } from 'n8n-workflow';

import type { CapitechClient, GivenPath } from '../../../nodes/Capitech/client';
import { readDuty } from '../../../nodes/Capitech/plan/duty';
import { readPlan } from '../../../nodes/Capitech/plan/read';

/** A Capitech that gives these duties out, whatever it is asked for. */
const giving = (...duties: IDataObject[]) => {
	const bodies: IDataObject[] = [];
	const client = { call: async (_operation: string, body: IDataObject) => (bodies.push(body), { outcome: 'ok', content: duties }) } as unknown as CapitechClient;
	return { client, bodies };
};
const query = { operation: 'OperationalPlan' as GivenPath, clientId: 100, window: { from: '2026-10-12', to: '2026-10-25' }, filters: {}, datesPerRequest: 7 };
const duty = (id: number, start: string | null) => ({ id, start });

test('duties beside the period are dropped where an installation counts its last date in', async () => {
	const { client, bodies } = giving(duty(5, '2026-10-26T00:00:00'), duty(4, '2026-10-25T23:59:00'), duty(3, '2026-10-12T00:00:00'), duty(2, '2026-10-11T23:00:00'));
	expect((await readPlan(client, query)).map(({ id }) => id)).toEqual([3, 4]);
	expect(bodies.map(({ fromDate, toDate }) => [fromDate, toDate])).toEqual([
		['2026-10-12', '2026-10-19'],
		['2026-10-19', '2026-10-26'],
	]);
});

test('a duty that tells no start is not lost, and comes first', async () => {
	const { client } = giving(duty(2, '2026-10-13T07:00:00'), duty(1, null));
	expect((await readPlan(client, query)).map(({ id }) => id)).toEqual([1, 2]);
});

test.each<[string, unknown, string, unknown]>([
	['ID', '7', 'id', 7],
	['start', '13.10.2026 07.00.00', 'start', '2026-10-13 07:00:00'],
	['hours', '7,5', 'hours', 7.5],
	['COMPETENCEROLEID', '3', 'competenceRoleId', 3],
	['employeeId', '', 'employeeId', null],
	['freeDimension2Name', 'Bas', 'freeDimension2Name', 'Bas'],
	['colour', 'red', 'colour', 'red'],
])('reads %s %j as %s %j', (wire, value, name, expected) => {
	expect(readDuty({ ...(wire === 'ID' ? {} : { id: 1 }), [wire]: value } as IDataObject)[name]).toEqual(expected);
});

test('a duty that cannot be told from others is refused', () => {
	expect(() => readDuty({ name: 'D1' })).toThrow(/a planned duty without an id/);
});
