import { CapitechBench, rowsOf } from '../capitech/capitech';
import { fieldsOf } from '../support';
import { CAPITECH_CALLS, CAPITECH_FIELDS, CAPITECH_PARAMETERS } from './capitech';
import { CAPITECH_EXAMPLES } from './examples';
import { operationsOf, parametersOf, withoutTable } from './support';

const capitech = new CapitechBench();

/** Resources that compute only. */
const PURE = /^(payrollLine|absenceTransfer)\./;

test('every operation that asks the service has an example here', async () => {
	expect((await operationsOf('capitech')).filter((name) => !PURE.test(name))).toEqual(Object.keys(CAPITECH_EXAMPLES).sort());
});

test('every operation has a table in which each of its fields is tried with two values', () => {
	expect(withoutTable('capitech', Object.keys(CAPITECH_EXAMPLES))).toEqual([]);
});

test.each(Object.entries(CAPITECH_EXAMPLES))('%s is carried out, and reaches its own operation of the service', async (name, example) => {
	const { error, outputs } = await capitech.run(parametersOf(name, example));
	expect(error).toBeUndefined();
	expect(outputs[0].length).toBeGreaterThan(0);
	const journal = await capitech.control.journal({ service: 'capitech' });
	const own = journal.filter(({ operation }) => operation === example.wire);
	expect(own.length).toBeGreaterThan(0);
	expect(own.map(({ answer }) => (JSON.parse(answer.body) as { success: boolean }).success)).not.toContain(false);
});

test.each(CAPITECH_CALLS)('line $line, $says: $wire', async ({ operations, wire }) => {
	for (const name of operations) await capitech.run(parametersOf(name, CAPITECH_EXAMPLES[name]));
	expect((await capitech.control.journal({ service: 'capitech' })).map(({ operation }) => operation)).toContain(wire);
});

test('every documented parameter is a field of the node, and each of them is tried with two values', async () => {
	const fields = await fieldsOf('capitech', 'timeTransaction', 'getMany');
	expect(CAPITECH_PARAMETERS.flatMap(({ field }) => (field !== null && !fields.includes(field) ? [field] : []))).toEqual([]);
});

test('every documented field of an element comes out', async () => {
	const [row] = rowsOf(await capitech.run(parametersOf('timeTransaction.getMany', CAPITECH_EXAMPLES['timeTransaction.getMany'])));
	expect(CAPITECH_FIELDS.flatMap(([line, field]) => (field in row ? [] : [`${line}: ${field}`]))).toEqual([]);
});
