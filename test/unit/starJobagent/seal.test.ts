import { contentMark, isSecret, seal, unseal, webhookSecret } from '../../../nodes/StarJobagent/webhook/seal';

const SECRET = 'a-secret-of-32-characters-or-more';
const OTHER = 'another-secret-of-32-chars-or-more';
const TEXT = '{"cpr":"0101900000","navn":"Æsløk"}';

describe('what is sealed', () => {
	test('can be opened with the secret, and is another text each time', () => {
		const [one, two] = [seal(TEXT, SECRET), seal(TEXT, SECRET)];
		expect(one).not.toBe(two);
		for (const sealed of [one, two]) {
			expect(sealed).toMatch(/^sealed1\.[\w-]+$/);
			expect(unseal('Request', sealed, SECRET)).toBe(TEXT);
			expect(Buffer.from(sealed.split('.')[1], 'base64url').toString('latin1')).not.toContain('0101900000');
		}
	});

	test('can not be opened with another secret, nor when a single letter of it was changed', () => {
		const sealed = seal(TEXT, SECRET);
		const letters = [...sealed].map((letter, at) => sealed.slice(0, at) + (letter === 'A' ? 'B' : 'A') + sealed.slice(at + 1));
		const bytes = Buffer.from(sealed.slice(8), 'base64url');
		const others = letters.filter((changed) => !changed.startsWith('sealed1.') || !Buffer.from(changed.slice(8), 'base64url').equals(bytes));
		for (const changed of [...others, sealed.slice(0, 20), sealed.slice(0, -1), 'sealed1.', '', undefined, TEXT]) {
			expect(() => unseal('Request', changed, SECRET)).toThrow("'Request' can not be opened");
		}
		expect(() => unseal('Request', sealed, OTHER)).toThrow("'Request' can not be opened");
	});
});

test('the same content has the same mark, under the same secret alone', () => {
	const content = ['0101900000', { titel: 'a' }];
	expect(contentMark(content, SECRET)).toBe(contentMark([...content], SECRET));
	const marks = [contentMark(content, SECRET), contentMark(['0101900001', { titel: 'a' }], SECRET), contentMark(['0101900000', { titel: 'b' }], SECRET), contentMark(content, OTHER)];
	expect(new Set(marks).size).toBe(marks.length);
	for (const mark of marks) expect(mark).toMatch(/^[\da-f]{64}$/);
});

test('only the secret lets a caller in', () => {
	expect(isSecret(SECRET, SECRET)).toBe(true);
	for (const shown of [undefined, '', OTHER, SECRET.slice(1), `${SECRET}x`, SECRET.toUpperCase()]) expect(isSecret(shown, SECRET)).toBe(false);
});

test('a secret that can be guessed or can not be sent is none', () => {
	expect(webhookSecret({ webhookSecret: ` ${SECRET} ` })).toBe(SECRET);
	expect(() => webhookSecret({})).toThrow("The 'Webhook Secret' in the credential");
	for (const secret of ['', SECRET.slice(0, 31), `${SECRET.slice(5)} blank`, `${SECRET}æ`]) {
		expect(() => webhookSecret({ webhookSecret: secret })).toThrow("The 'Webhook Secret' in the credential");
	}
});
