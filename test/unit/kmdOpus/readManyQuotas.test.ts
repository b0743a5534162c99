import { Failure } from '../../../nodes/kit/failure';
import type { Quota } from '../../../nodes/KmdOpus/quotas/quota';
import { readManyQuotas } from '../../../nodes/KmdOpus/quotas/readMany';

const quota = (employeeNumber: string) => ({ employeeNumber, quotaKey: `q${employeeNumber}` }) as Quota;

/** A service that refuses a call in which one of these employees stands. */
function service(unknown: string[], failure = new Failure({ kind: 'refused', message: 'no' })) {
	const calls: string[][] = [];
	const ask = async (numbers: string[]) => {
		calls.push(numbers);
		if (numbers.some((number) => unknown.includes(number))) throw failure;
		return new Map(numbers.map((number) => [number, [quota(number)]]));
	};
	return { calls, ask };
}

const NUMBERS = ['1', '2', '3', '4', '5'];

test('as many employees as allowed go into a call, each of them once', async () => {
	const { calls, ask } = service([]);
	const answers = await readManyQuotas([...NUMBERS, '1'], 2, ask);
	expect(calls).toEqual([['1', '2'], ['3', '4'], ['5']]);
	expect([...answers.keys()]).toEqual(NUMBERS);
});

test('an employee whom the service refuses takes no other’s answer away', async () => {
	const { ask } = service(['2', '5']);
	const answers = await readManyQuotas(NUMBERS, 50, ask);
	expect(NUMBERS.filter((number) => answers.get(number) instanceof Failure)).toEqual(['2', '5']);
	expect(answers.get('4')).toEqual([quota('4')]);
});

test.each([
	new Failure({ kind: 'unavailable', message: 'down' }),
	new Failure({ kind: 'refused', message: 'no such address', httpStatus: 404 }),
])('a failure on the way is everyone’s, and is not asked about again: $kind', async (failure) => {
	const { calls, ask } = service(['2'], failure);
	const answers = await readManyQuotas(NUMBERS, 50, ask);
	expect(calls).toHaveLength(1);
	expect(NUMBERS.every((number) => answers.get(number) === failure)).toBe(true);
});
