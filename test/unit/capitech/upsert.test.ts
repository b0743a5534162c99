import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';

import type { CapitechClient, CapitechResult } from '../../../nodes/Capitech/client';
import { EMPLOYEE, readEmployeeUpsert } from '../../../nodes/Capitech/employee/upsert';
import { PROJECT, readProjectUpsert } from '../../../nodes/Capitech/project/upsert';
import type { UpsertKind } from '../../../nodes/Capitech/upsert';
import { writeUpserts } from '../../../nodes/Capitech/upsert';
import { Failure } from '../../../nodes/kit/failure';

/** A Capitech whose every write loses its answer, and that gives these records back. */
const losing = (...standing: IDataObject[]) => {
	const calls: string[] = [];
	const failure = new Failure({ kind: 'unavailable', message: 'The connection was cut' });
	const client = {
		call: async (operation: string): Promise<CapitechResult> => (calls.push(operation), { outcome: 'unknown', failure }),
		read: async (operation: string) => (calls.push(operation), standing),
	} as unknown as CapitechClient;
	return { client, calls };
};

async function settle(kind: UpsertKind, body: IDataObject, ...standing: IDataObject[]) {
	const { client, calls } = losing(...standing);
	const [{ outcome, messages }] = await writeUpserts(client, kind, [{ key: 'it', body }]);
	return { outcome, calls, text: messages.map(({ text }) => text).join(' | ') };
}

const KARI = { externalSystemId: 'HRM', clientId: 100, employeeId: 155, fullname: 'Kari Nordmann', countryCode: 'NO' };
const STANDING = { clientId: 100, employeeId: 155, firstName: 'Kari', lastName: 'Nordmann', countryCode: 'NO', zipCode: '0150', wageGroupId: 1 };

describe('an employee whose answer was lost', () => {
	test.each<[string, IDataObject, IDataObject, string]>([
		['stands as sent', {}, {}, 'registered'],
		['has another name', { fullname: 'Kari Berg' }, {}, 'unknown'],
		['has a name of more words', { fullname: 'Kari Anne Nordmann' }, {}, 'unknown'],
		['has another country', { countryCode: 'DK' }, {}, 'unknown'],
		['has the postal code', { postalCode: '0150' }, {}, 'registered'],
		['has another postal code', { postalCode: '5003' }, {}, 'unknown'],
		['has an address that is not there', { address1: 'Fjordveien 7' }, { address1: '' }, 'unknown'],
		['has an extra field as sent', { wageGroupId: 1 }, {}, 'registered'],
		['has an extra field of another style', { wageGroupId: '1' }, {}, 'registered'],
		['has an extra field otherwise', { wageGroupId: 2 }, {}, 'unknown'],
		['stands without a name', {}, { firstName: null, lastName: null }, 'unknown'],
	])('%s', async (_what, sent, given, expected) => {
		const { outcome, calls } = await settle(EMPLOYEE, { ...KARI, ...sent }, { ...STANDING, ...given });
		expect(outcome).toBe(expected);
		expect(calls).toEqual(['Employee/upsertEmployee', 'Employee/getPersonalInformation']);
	});

	test('is not there where the service gives another employee', async () => {
		expect((await settle(EMPLOYEE, KARI, { ...STANDING, employeeId: 156 })).text).toMatch(/the record is not there/);
		expect((await settle(EMPLOYEE, KARI, { ...STANDING, employeeId: 156 }, STANDING)).outcome).toBe('registered');
	});

	test('is found whatever the casing of the keys', async () => {
		const upper = Object.fromEntries(Object.entries(STANDING).map(([name, value]) => [name.toUpperCase(), value]));
		expect((await settle(EMPLOYEE, KARI, upper)).outcome).toBe('registered');
	});

	test('is unknown where a field that was sent is not given back, and the field is named', async () => {
		const { outcome, text } = await settle(EMPLOYEE, { ...KARI, nightWorker: true }, STANDING);
		expect(outcome).toBe('unknown');
		expect(text).toMatch(/all stands as sent but what Capitech does not give back: nightWorker\./);
		const nameless = await settle(EMPLOYEE, KARI, { clientId: 100, employeeId: 155, countryCode: 'NO' });
		expect([nameless.outcome, nameless.text]).toEqual(['unknown', expect.stringMatching(/does not give back: fullname\./)]);
	});

	test('is told by the names of its fields alone', async () => {
		const { text } = await settle(EMPLOYEE, { ...KARI, fullname: 'Kari Hemmelig', address1: 'Hemmelig vei 1' }, { ...STANDING, address1: 'Annen vei 2' });
		expect(text).toMatch(/do not stand as sent: fullname, address1\./);
		expect(text).not.toMatch(/Hemmelig|Annen/);
	});
});

describe('a project whose answer was lost', () => {
	const BRIDGE = { clientId: 100, projectId: 5001, description: 'Bro', status: 'AK' };

	test.each<[string, IDataObject, IDataObject, string]>([
		['stands as sent', {}, {}, 'registered'],
		['stands with dates of another style', { startDate: '2026-01-01' }, { startDate: '2026-01-01T00:00:00' }, 'registered'],
		['stands with a rate of another style', { hourlyRate: 950.5 }, { hourlyRate: '950,50' }, 'registered'],
		['has another rate', { hourlyRate: 950.5 }, { hourlyRate: 950 }, 'unknown'],
		['has no date', { finishDate: '2026-12-31' }, { finishDate: null }, 'unknown'],
		['has another status', { status: 'AV' }, {}, 'unknown'],
		['stands under its code', { projectId: 'B400' }, { alphanumericCode: 'B400' }, 'registered'],
		['stands under a code that looks like its number', { projectId: '5001' }, { alphanumericCode: 'B400' }, 'unknown'],
	])('%s', async (_what, sent, given, expected) => {
		expect((await settle(PROJECT, { ...BRIDGE, ...sent }, { ...BRIDGE, ...given })).outcome).toBe(expected);
	});
});

test('nothing is sent once the execution is cancelled, and it waits for the next run', async () => {
	const { client, calls } = losing(STANDING);
	const outcomes = await writeUpserts(client, EMPLOYEE, [{ key: 'it', body: KARI }], AbortSignal.abort());
	expect(outcomes).toMatchObject([{ outcome: 'later', messages: [{ type: 'E', text: expect.stringMatching(/cancelled before this record was sent/) }] }]);
	expect(calls).toEqual([]);
});

test('what is read of an employee or a project never holds an empty field', () => {
	const text = fc.oneof(fc.constant(undefined), fc.constant(null), fc.constant(''), fc.constant('  '), fc.constant('Fjordveien 7'));
	fc.assert(
		fc.property(text, text, text, (address1, address2, surname) => {
			const { key, body } = readEmployeeUpsert(KARI, { address1, address2, surname } as IDataObject, {});
			expect(key).toBe('100:155');
			for (const value of Object.values(body)) expect(value).not.toBe('');
			expect('address1' in body).toBe(address1 === 'Fjordveien 7');
		}),
	);
	const fields = { clientId: 100, identifyBy: 'number', projectNumber: 1, projectCode: 'B', description: 'Bro', status: 'AK' };
	expect(readProjectUpsert(fields, { startDate: '', finishDate: null, hourlyRate: undefined as unknown as null }, {})).toEqual({
		key: '[100,1]',
		body: { clientId: 100, projectId: 1, description: 'Bro', status: 'AK' },
	});
});
