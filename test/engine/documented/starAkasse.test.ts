import type { IDataObject } from 'n8n-workflow';

import { AkasseBench } from '../starAkasse/bench';
import { BRANCH, STAR_AKASSE_CALLS, STAR_AKASSE_EXAMPLES } from './starAkasse';
import { operationsOf, parametersOf, withoutTable } from './support';

const akasse = new AkasseBench();

beforeEach(async () => await akasse.control.put('starAkasse', { branches: [BRANCH] }));

/** Operations that compute only. */
const PURE = /^akasse\.planClosings$/;

test('every operation that asks the service has an example here', async () => {
	expect((await operationsOf('starAkasse')).filter((name) => !PURE.test(name))).toEqual(Object.keys(STAR_AKASSE_EXAMPLES).sort());
});

test('every operation has a table in which each of its fields is tried with two values', () => {
	expect(withoutTable('starAkasse', Object.keys(STAR_AKASSE_EXAMPLES))).toEqual([]);
});

test('what the vendor documents is in the node', () => {
	expect(STAR_AKASSE_CALLS.map(({ operation }) => operation).sort()).toEqual(Object.keys(STAR_AKASSE_EXAMPLES).sort());
});

test.each(STAR_AKASSE_CALLS)('section $section, $says: $method $path', async ({ operation, wire, method, path }) => {
	const { error, outputs } = await akasse.run(parametersOf(operation, STAR_AKASSE_EXAMPLES[operation]));
	expect(error).toBeUndefined();
	expect(outputs[0].length).toBeGreaterThan(0);
	const own = await akasse.sent(wire);
	expect(own.map(({ answer }) => answer.status)).not.toEqual([]);
	expect(own.every(({ answer }) => answer.status === 200)).toBe(true);
	const [{ method: sent, path: address }] = own;
	expect([sent, address.split('?')[0].replace(/^\/star\/(?:akasse|codelists)/, '')]).toEqual([method, path]);
});

test('hours are sent under the names of the vendor’s example', async () => {
	const own = { akasseKode: '901', navn: 'A' };
	await akasse.control.remove('starAkasse', { akasser: [own] });
	await akasse.control.put('starAkasse', { akasser: [own] });
	await akasse.rows(parametersOf('akasse.update', STAR_AKASSE_EXAMPLES['akasse.update']));
	const [{ body }] = await akasse.sent('UpdateAkasseOplysninger');
	expect(JSON.parse(body) as IDataObject).toMatchObject({
		akasseAabningstider: [{ ugedag: 5, aabningstidspunkt: '09:00', lukketidspunkt: '11:00' }],
		akasseTelefontider: [
			{ ugedag: 5, aabningstidspunkt: '10:30', lukketidspunkt: '12:00' },
			{ ugedag: 5, aabningstidspunkt: '13:00', lukketidspunkt: '14:30' },
		],
	});
});
