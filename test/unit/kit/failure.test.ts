import { asFailure, badInput, Failure, findFailure } from '../../../nodes/kit/failure';
import { messageOf } from '../../../nodes/kit/outcome';
import { baseUrlOf } from '../../../nodes/kit/signing';

const own = new Failure({ kind: 'refused', message: 'Refused' });

test('our failure is found wherever it stands in the chain of causes', () => {
	expect(findFailure(own)).toBe(own);
	expect(findFailure(new Error('a', { cause: new Error('b', { cause: own }) }))).toBe(own);
	for (const other of [new Error('a'), 'a', null, undefined, { cause: own }]) expect(findFailure(other)).toBeUndefined();
});

test('a chain of causes that bites its tail is no endless search', () => {
	const snake = new Error('a');
	snake.cause = snake;
	expect(findFailure(snake)).toBeUndefined();
});

test('what is not ours becomes a failure that tells no more than its kind', () => {
	expect(asFailure(own)).toBe(own);
	expect(asFailure(new RangeError('secret')).details).toMatchObject({ kind: 'unexpected', message: 'Something unexpected happened (RangeError)' });
	expect(asFailure('secret').message).toBe('Something unexpected happened (string)');
});

test('bad input names its field', () => {
	expect(badInput('Quantity', 'is empty', 'Enter it.')).toMatchObject({ kind: 'bad input', message: "'Quantity' is empty", details: { advice: 'Enter it.' } });
});

test('a failure’s own message is masked, but for what is known to be something else', () => {
	expect(new Failure({ kind: 'refused', message: '010157-5001 and 1010100001', keep: ['1010100001'] }).message).toBe('*** and 1010100001');
});

test('as a message of an outcome it tells code and service text, masked', () => {
	const failure = new Failure({ kind: 'refused', message: 'Refused', serviceText: 'CPR 010157-5001 paa 1010100001', code: '7', keep: ['1010100001'] });
	expect(messageOf(failure)).toEqual({ type: 'E', code: '7', text: 'Refused: CPR *** paa 1010100001' });
	expect(messageOf(own)).toEqual({ type: 'E', code: null, text: 'Refused' });
});

test.each([
	['https://opus.example', 'https://opus.example'],
	[' https://opus.example/base// ', 'https://opus.example/base'],
	['HTTPS://opus.example:7443/', 'HTTPS://opus.example:7443'],
])('the base URL "%s" is taken', (url, taken) => {
	expect(baseUrlOf('Base URL', url)).toBe(taken);
});

test.each([
	['http://opus.example', /'Base URL' in the credential does not begin with https/],
	['opus.example', /does not begin with https/],
	['https://', /does not begin with https/],
	['https:///x', /does not begin with https/],
	['', /'Base URL' in the credential is empty/],
	[undefined, /is empty/],
])('the base URL "%s" is refused: nothing is sent in the clear', (url, message) => {
	expect(() => baseUrlOf('Base URL', url)).toThrow(message);
});
