
import { useOpus } from '../kmdOpus/opus';
import { ABSENCE_FAMILY } from '../kmdOpus/wire/absenceFamily';
import { checkMessage } from '../kmdOpus/wire/check';
import { EMPLOYEE_SERVICE } from '../kmdOpus/wire/employeeService';
import type { JournalEntry } from '../support';
import { OPUS_EXAMPLES, OPUS_RECORDS } from './examples';
import { OPUS_AREAS, OPUS_SERVICES } from './kmdOpus';
import { itemOf, operationsOf, parametersOf, withoutTable } from './support';

const opus = useOpus();
beforeEach(async () => await opus.control.put('kmdOpus', OPUS_RECORDS));
const SCHEMAS = { ...ABSENCE_FAMILY, ...EMPLOYEE_SERVICE };
const examples = Object.entries(OPUS_EXAMPLES);

/** What came to the service under an operation's own name. */
const calls = async (wire: string): Promise<JournalEntry[]> => (await opus.control.journal({ service: 'kmdOpus' })).filter(({ operation }) => operation === wire);

test('every operation has an example here', async () => {
	expect(await operationsOf('kmdOpus')).toEqual(Object.keys(OPUS_EXAMPLES).sort());
});

test('what the vendor documents is in the node, all of it', () => {
	const documented = OPUS_SERVICES.flatMap(({ operations }) => operations);
	expect(documented.filter((name) => !(name in OPUS_EXAMPLES))).toEqual([]);
	expect(Object.keys(OPUS_EXAMPLES).filter((name) => !documented.includes(name))).toEqual([]);
});

test('every operation has a table in which each of its fields is tried with two values', () => {
	expect(withoutTable('kmdOpus', Object.keys(OPUS_EXAMPLES))).toEqual([]);
});

test.each(examples)('%s is carried out, and reaches its own operation of the service', async (name, example) => {
	const { error, outputs } = await opus.run(parametersOf(name, example), [itemOf(example)]);
	expect(error).toBeUndefined();
	expect(outputs[0].length).toBeGreaterThan(0);
	expect(outputs[0].filter(({ json }) => json.outcome === 'rejected').map(({ json }) => json.messages)).toEqual([]);
	expect((await calls(example.wire)).length).toBeGreaterThan(0);
});

test.each(examples.filter(([, { wire }]) => wire in SCHEMAS))('the envelopes of %s have the contract’s names, order and namespaces', async (name, example) => {
	await opus.run(parametersOf(name, example), [itemOf(example)]);
	for (const { operation, body, answer } of await opus.control.journal({ service: 'kmdOpus' })) {
		const schema = SCHEMAS[operation];
		if (!schema) continue;
		expect(checkMessage(body, schema.request)).toEqual([]);
		expect(checkMessage(answer.body, schema.answer)).toEqual([]);
	}
});

describe('the areas of employee data', () => {
	/** The groups that stand in the answer: each begins with its validity. */
	const groupsIn = (answer: string): string[] => [...new Set([...answer.matchAll(/<(?:\w+:)?([\w-]+)><(?:\w+:)?Gyldighedsstart>/g)].map(([, group]) => group))].filter((group) => group !== 'Personaleleder');

	test.each(OPUS_AREAS)('line $line, $area, is asked for by itself and answered by $group', async ({ group, value }) => {
		const { error, outputs } = await opus.run({
			resource: 'employee',
			operation: 'getMany',
			employeeNumbers: '1-99999999',
			returnAll: true,
			simplify: false,
			areas: [value],
			options: { rotaCategory: 'TPI' },
		});
		expect(error).toBeUndefined();
		expect(outputs[0].length).toBeGreaterThan(0);
		const [{ answer }] = await calls('List');
		expect(groupsIn(answer.body)).toEqual([group]);
	});
});
