import { documentDateOf, documentOf, LANGUAGES, taskOf } from '../../../../nodes/Lina/consentTransfer/document';
import { readTransferSettings } from '../../../../nodes/Lina/consentTransfer/settings';
import { document } from './world';

test('the settings are read from a text or an object; what other nodes need is left unheard', () => {
	const settings = { ...document({ honoursReference: true }), leaseMinutes: 5 };
	expect(readTransferSettings(JSON.stringify(settings))).toEqual(readTransferSettings(settings));
	expect(readTransferSettings(settings)).toMatchObject({ store: 'main', honoursReference: true, humanListDays: 30, language: 'da' });
	expect(readTransferSettings(document({ language: '', honoursReference: undefined, humanListDays: '', lookAgainHours: undefined }))).toMatchObject({ language: 'da', honoursReference: false, humanListDays: 30, lookAgainHours: 24 });
});

test.each<[string, unknown, RegExp]>([
	...(['store', 'thirdParty', 'purpose', 'sourceSystem'] as const).map((name): [string, unknown, RegExp] => [name, ' ', new RegExp(`'${name}' is empty`)]),
	['documentTypes', undefined, /'documentTypes, consent' is empty/],
	['documentTypes', { consent: 'A', withdrawal: '' }, /'documentTypes, withdrawal' is empty/],
	['documentTypes', { consent: 'A', withdrawal: 'A' }, /'documentTypes' has one key for consent and withdrawal/],
	['language', 'sv', /'language' is none of its values/],
	['honoursReference', 'true', /'honoursReference' is neither true nor false/],
	['humanListDays', -1, /'humanListDays' is not a whole number/],
	['lookAgainHours', 'often', /'lookAgainHours' is not a whole number/],
])('%s can not be %j', (name, value, message) => {
	expect(() => readTransferSettings({ ...document(), [name]: value })).toThrow(message);
});

test.each(['{', null, 7])('%j is no settings', (value) => {
	expect(() => readTransferSettings(value)).toThrow(/'Settings' is not a JSON object/);
});

describe.each(LANGUAGES)('a document in %s', (language) => {
	const content = { employeeNumber: '155', name: 'Åse Østergård', thirdParty: 'Nordwirt ApS', purpose: 'Personaleadministration', at: '2026-10-31T23:30:00.000Z', registrationId: 'uuid-r', reference: 'lina-1' };

	test('holds number, name, third party, purpose, time, registration and reference', () => {
		const { title, text } = documentOf('consent', language, content);
		for (const part of ['155', 'Åse Østergård', 'Nordwirt ApS', 'Personaleadministration', 'uuid-r', 'lina-1']) expect(text).toContain(part);
		expect(title).not.toBe(documentOf('withdrawal', language, content).title);
		expect(text).not.toBe(documentOf('withdrawal', language, content).text);
		expect(taskOf(language)).not.toBe('');
	});

	test('says so where a name or a registration is not known', () => {
		const { text } = documentOf('withdrawal', language, { ...content, name: '', registrationId: '' });
		expect(text.match(/ikke kendt|nicht bekannt|not known/g)).toHaveLength(2);
	});
});

test('time and date are those of Denmark', () => {
	const at = '2026-10-31T23:30:00.000Z';
	expect(documentOf('consent', 'da', { employeeNumber: '1', name: '', thirdParty: '', purpose: '', at, registrationId: '', reference: '' }).text).toContain('Konstateret: 01.11.2026 kl. 00.30 (dansk tid)');
	expect(documentDateOf(at)).toBe('2026-11-01');
});
