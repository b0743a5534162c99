import type { INodeParameters } from 'n8n-workflow';
import { DateTime } from 'luxon';

import { useCommunication } from './communication';
import { communication, NUMBER, OPEN_END, unit } from './employeeRecords';
import { packClock } from './opus';

const { opus, run, outcome, standing, put, writes, faults } = useCommunication();

describe('set', () => {
	test('adds what is not there', async () => {
		expect(await outcome()).toEqual({
			outcome: 'registered', messages: [],
			communication: { communicationType: '0010', sequenceNumber: '000', validFrom: '2026-01-01', validTo: OPEN_END, value: 'ny@b.example' },
		});
		expect(await standing()).toEqual(['0010/000 2026-01-01..9999-12-31 ny@b.example']);
	});

	test('replaces what is there from its first day on', async () => {
		await put(communication('0010', 'gammel@b.example'));
		expect(await outcome()).toMatchObject({ outcome: 'registered' });
		expect(await standing()).toEqual(['0010/000 2020-01-01..2025-12-31 gammel@b.example', '0010/000 2026-01-01..9999-12-31 ny@b.example']);
	});

	test('sends nothing when it stands already', async () => {
		await put(communication('0010', 'ny@b.example'));
		expect(await outcome()).toMatchObject({ outcome: 'unchanged' });
		expect(await writes()).toEqual([]);
	});

	test('sends all the same when it does not read first', async () => {
		await put(communication('0010', 'ny@b.example', { Gyldighedsstart: '2026-01-01' }));
		expect(await outcome({ options: { readFirst: false } })).toMatchObject({ outcome: 'registered' });
		expect((await opus.control.journal({ service: 'kmdOpus' })).map(({ operation }) => operation)).toEqual(['Ret']);
	});

	test('begins today in Denmark unless told otherwise, and ends when told', async () => {
		const night = DateTime.utc().set({ hour: 23, minute: 30 });
		(await packClock()).setClock({ now: () => night.toJSDate(), sleep: async () => {} });
		await outcome({ validFrom: '', validTo: '2099-12-31' });
		(await packClock()).setClock({ sleep: async () => {} });
		expect(await standing()).toEqual([`0010/000 ${night.plus({ days: 1 }).toFormat('yyyy-MM-dd')}..2099-12-31 ny@b.example`]);
	});

	test.each([
		['systemUser', '0001'], ['email', '0010'], ['workPhone', '0020'], ['mobile', '9021'], ['itUser', '9905'], ['esdhUser', '9906'],
	])('%s is type %s', async (communicationType, code) => {
		expect(await outcome({ communicationType })).toMatchObject({ outcome: 'registered', communication: { communicationType: code } });
		expect(await standing()).toEqual([`${code}/000 2026-01-01..9999-12-31 ny@b.example`]);
	});

	test('other types and sequence numbers are kept apart', async () => {
		await put(communication('0010', 'anden@b.example', { Sekvensnummer: '001' }));
		expect(await outcome({ options: { sequenceNumber: '1' }, mode: 'change' })).toMatchObject({ outcome: 'registered' });
		expect(await outcome({ communicationType: 'other', typeCode: '0020', value: '87' })).toMatchObject({ outcome: 'registered' });
		expect(await standing()).toEqual(['0010/001 2020-01-01..2025-12-31 anden@b.example', '0010/001 2026-01-01..9999-12-31 ny@b.example', '0020/000 2026-01-01..9999-12-31 87']);
	});

	test('any text arrives as it is', async () => {
		const value = `"Bødker & <Søn>"@b.example ']]>`;
		const { outputs } = await run({ value: '={{ $json.value }}', communicationType: 'itUser' }, [{ value }]);
		expect(outputs[0][0].json).toMatchObject({ outcome: 'registered', value });
		expect(await standing()).toEqual([`9905/000 2026-01-01..9999-12-31 ${value}`]);
	});
});

describe('create and change', () => {
	test('create adds where nothing stands, and is refused where another value does', async () => {
		expect(await outcome({ mode: 'create' })).toMatchObject({ outcome: 'registered' });
		expect(await outcome({ mode: 'create' })).toMatchObject({ outcome: 'unchanged' });
		expect(await outcome({ mode: 'create', value: 'tredje@b.example' })).toMatchObject({ outcome: 'rejected', messages: [{ type: 'E', text: expect.stringContaining('change it') }] });
		expect(await standing()).toEqual(['0010/000 2026-01-01..9999-12-31 ny@b.example']);
	});

	test('change is refused where nothing stands in the period', async () => {
		await put(communication('0010', 'gammel@b.example', { Gyldighedsstop: '2025-12-31' }));
		expect(await outcome({ mode: 'change' })).toMatchObject({ outcome: 'rejected', messages: [{ text: expect.stringContaining('create it') }] });
		expect(await outcome({ mode: 'change', validFrom: '2025-12-31' })).toMatchObject({ outcome: 'registered' });
		expect(await writes()).toHaveLength(1);
	});
});

describe('end', () => {
	test('sets the last day, the value stays', async () => {
		await put(communication('0010', 'gammel@b.example'));
		expect(await outcome({ mode: 'end', validTo: '2026-12-31' })).toMatchObject({ outcome: 'registered', communication: { value: 'gammel@b.example', validFrom: '2020-01-01' } });
		expect(await standing()).toEqual(['0010/000 2020-01-01..2026-12-31 gammel@b.example']);
	});

	test('changes nothing where it has ended, and is refused where something begins later', async () => {
		await put(communication('0010', 'gammel@b.example', { Gyldighedsstop: '2026-06-30' }));
		expect(await outcome({ mode: 'end', validTo: '2026-06-30' })).toMatchObject({ outcome: 'unchanged' });
		expect(await outcome({ mode: 'end', validTo: '2026-12-31' })).toMatchObject({ outcome: 'unchanged' });
		await put(communication('0010', 'ny@b.example', { Gyldighedsstart: '2027-01-01' }));
		expect(await outcome({ mode: 'end', validTo: '2026-12-31', options: { readFirst: false } })).toMatchObject({ outcome: 'rejected' });
		expect(await writes()).toEqual([]);
	});
});

describe('delete', () => {
	test('takes the record away by its key, with an empty value', async () => {
		await put(communication('0010', 'gammel@b.example', { Gyldighedsstop: '2026-06-30' }));
		expect(await outcome({ mode: 'delete', validFrom: '' })).toMatchObject({ outcome: 'reversed' });
		const [{ body }] = await writes();
		expect(body).toMatch(/Gyldighedsstart>2020-01-01<.*Gyldighedsstop>2026-06-30<.*Sekvensnummer>000<.*Kommunikationsart>0010<.*<ns\d:KommunikationsID\/>/);
		expect(await standing()).toEqual([]);
		expect(await outcome({ mode: 'delete', validFrom: '' })).toMatchObject({ outcome: 'unchanged' });
	});

	test('asks which one when there are several', async () => {
		await put(communication('0010', 'a@b.example', { Gyldighedsstop: '2025-12-31' }), communication('0010', 'b@b.example', { Gyldighedsstart: '2026-01-01' }));
		expect(await outcome({ mode: 'delete', validFrom: '' })).toMatchObject({ outcome: 'rejected', messages: [{ text: expect.stringContaining('first day') }] });
		expect(await outcome({ mode: 'delete', validFrom: '2026-01-01' })).toMatchObject({ outcome: 'reversed' });
		expect(await standing()).toEqual(['0010/000 2020-01-01..2025-12-31 a@b.example']);
	});

	test('takes the key as it is given when it does not read first', async () => {
		await put(communication('0010', 'a@b.example'));
		expect(await outcome({ mode: 'delete', validFrom: '2020-01-01', validTo: OPEN_END, options: { readFirst: false } })).toMatchObject({ outcome: 'reversed' });
		expect(await standing()).toEqual([]);
	});
});

test('every item has its outcome, and keeps what it carried', async () => {
	await put(communication('0020', '87', { Medarbejdernummer: '9102' }));
	const { outputs, hints } = await run(
		{ employeeNumber: '={{ $json.number }}', mode: '={{ $json.mode }}', communicationType: 'workPhone', value: '88' },
		[{ number: NUMBER, mode: 'create', row: 1 }, { number: '9102', mode: 'create', row: 2 }, { number: '9102', mode: 'set', row: 3 }],
	);
	expect(outputs[0].map(({ json, pairedItem }) => [json.row, json.outcome, pairedItem])).toEqual([[1, 'registered', { item: 0 }], [2, 'rejected', { item: 1 }], [3, 'registered', { item: 2 }]]);
	expect(JSON.stringify(hints)).toContain('1 rejected of 3');
});

test('a run that is cancelled sends nothing more, and the next one completes it', async () => {
	const items = ['9101', '9102', '9103'].map((number) => ({ number }));
	await put(...items.map(({ number }) => unit('Æblehaven', { Medarbejdernummer: number })));
	await faults({ kind: 'timeout', acts: true, nth: 1 });
	const arrived = async () => {
		while (!(await writes()).length);
	};
	const { status } = await run({ employeeNumber: '={{ $json.number }}' }, items, { abortAfter: arrived() });
	expect(status).toBe('canceled');
	expect(await writes()).toHaveLength(1);
	await faults();
	const { outputs } = await run({ employeeNumber: '={{ $json.number }}' }, items);
	expect(outputs[0].map(({ json }) => json.outcome)).toEqual(['unchanged', 'registered', 'registered']);
});

test('one bad item keeps all others from being sent', async () => {
	const { error } = await run({ value: '={{ $json.value }}' }, [{ value: 'a@b.example' }, { value: '' }]);
	expect(error?.message).toMatch(/'Value' is empty \[item 1\]/);
	expect(await opus.control.journal({ service: 'kmdOpus' })).toEqual([]);
});

test.each<[INodeParameters, RegExp]>([
	[{ employeeNumber: 'x' }, /'Employee Number' is not a number/],
	[{ mode: '={{ "remove" }}' }, /'Mode' is none that there is/],
	[{ communicationType: '={{ "fax" }}', typeCode: '1234' }, /'Type' is none that there is/],
	[{ communicationType: 'other', typeCode: '={{ "" }}' }, /'Code of the Type' is empty/],
	[{ communicationType: 'other', typeCode: '123' }, /'Code of the Type' is not of four digits/],
	[{ value: '={{ "" }}' }, /'Value' is empty/],
	[{ value: '={{ "a\\u0001" }}' }, /'Value' holds a character/],
	[{ validFrom: 'x' }, /'Valid From' is not a date/],
	[{ validTo: '2025-12-31' }, /'Valid To' lies before 'Valid From'/],
	[{ mode: 'end' }, /'Valid To' is empty/],
	[{ mode: 'delete', options: { readFirst: false } }, /are both needed/],
	[{ options: { sequenceNumber: '1234' } }, /'Sequence Number' is not/],
])('%j is refused before anything is sent', async (parameters, message) => {
	expect((await run(parameters)).error?.message).toMatch(message);
	expect(await opus.control.journal({ service: 'kmdOpus' })).toEqual([]);
});
