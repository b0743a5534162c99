import { resultOf } from '../../../nodes/Lina/answer';

const answer = (status: number, text: string) => ({ status, headers: {}, text });

describe('what a call to LINA came to', () => {
	it.each([200, 201, 204])('takes a write that is answered with %i and no word for done: its answer is not documented', (status) => {
		expect(resultOf(answer(status, ' \n'), 'saveShift', 'never').outcome).toBe('ok');
	});

	it('does not take a read without a word for an answer', () => {
		expect(resultOf(answer(200, ''), 'getPersonalData', 'read').outcome).toBe('failed');
	});

	it.each(['{"status":"succ', '<html>', '"yes"'])('leaves a write open that is answered with 200 and %s', (text) => {
		expect(resultOf(answer(200, text), 'saveShift', 'never').outcome).toBe('unknown');
	});

	it('takes a 200 that says error for a no', () => {
		expect(resultOf(answer(200, '{"status":"error","message":"no"}'), 'saveShift', 'never').outcome).toBe('failed');
	});
});
