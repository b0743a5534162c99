import { LinaBench } from '../lina/lina';
import { LINA_EXAMPLES, WEBHOOK } from './examples';
import { LINA_CALLS, LINA_FIELDS } from './lina';
import { itemOf, operationsOf, parametersOf, withoutTable } from './support';

const lina = new LinaBench();

beforeEach(async () => await lina.control.put('lina', { webhooks: [WEBHOOK] }));

/** Operations that compute only. */
const PURE = /^(?:consentTransfer\.|workingTime\.report$)/;

test('every operation that asks the service has an example here', async () => {
	expect((await operationsOf('lina')).filter((name) => !PURE.test(name))).toEqual(Object.keys(LINA_EXAMPLES).sort());
});

test('every operation has a table in which each of its fields is tried with two values', () => {
	expect(withoutTable('lina', Object.keys(LINA_EXAMPLES))).toEqual([]);
});

test.each(Object.entries(LINA_EXAMPLES))('%s is carried out, and reaches its own operation of the service', async (name, example) => {
	const { error, outputs } = await lina.run(parametersOf(name, example), { items: [itemOf(example)] });
	expect(error).toBeUndefined();
	expect(outputs[0].length).toBeGreaterThan(0);
	const own = await lina.sent(example.wire);
	expect(own.map(({ answer }) => answer.status)).toEqual([200]);
});

test('what the vendor documents is in the node', () => {
	expect(LINA_CALLS.flatMap(({ operations }) => operations).filter((name) => !(name in LINA_EXAMPLES))).toEqual([]);
});

test.each(LINA_CALLS)('section $section, $says: $wire', async ({ operations, wire }) => {
	for (const name of operations) await lina.run(parametersOf(name, LINA_EXAMPLES[name]), { items: [itemOf(LINA_EXAMPLES[name])] });
	expect((await lina.sent()).map(({ operation }) => operation)).toContain(wire);
});

test('every documented field of a row comes out, raw and simplified', async () => {
	const example = LINA_EXAMPLES['workingTime.getFullDay'];
	const [raw] = await lina.rows(parametersOf('workingTime.getFullDay', example));
	const [simple] = await lina.rows({ ...parametersOf('workingTime.getFullDay', example), simplify: true });
	expect(LINA_FIELDS.flatMap(([wire, field]) => (wire in raw && field in simple ? [] : [wire]))).toEqual([]);
});
