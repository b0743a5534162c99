import type { IDataObject } from 'n8n-workflow';

import { Failure } from '../../../nodes/kit/failure';
import type { StarClient } from '../../../nodes/star/client';
import { differences, lookUp } from '../../../nodes/StarJobagent/standing';

const ID = '0a1b2c3d-1111-4222-8333-444455556666';
const OTHER = '0a1b2c3d-1111-4222-8333-444455556667';

const SENT = {
	titel: 'Murer',
	klientKategori: 2,
	tilmeldingsdato: '2026-10-31T00:00:00+01:00',
	joboensker: [
		{ conceptUriDa: 'a', harUddannelse: true, jobTargetIdentifier: ID },
		{ conceptUriDa: 'b', harUddannelse: false, jobTargetIdentifier: OTHER },
	],
};

describe('what stands is what was sent', () => {
	test.each<[string, IDataObject]>([
		['as it is', SENT],
		['in other letter case, numbers as text', { Titel: 'murer ', KlientKategori: '2' }],
		['at the same time of another zone', { tilmeldingsdato: '2026-10-30T23:00:00Z' }],
		['at Danish time without an offset', { tilmeldingsdato: '2026-10-31T00:00:00' }],
		['with wishes in another order', { joboensker: [...SENT.joboensker].reverse() }],
		['with more fields', { ...SENT, status: 'x', joboensker: SENT.joboensker.map((wish) => ({ ...wish, navn: 'x' })) }],
		['as far as the service gives it back', { klientKategori: 2, titel: null }],
	])('%s', (_, record) => {
		expect(differences(SENT, record)).toEqual([]);
	});

	test.each<[string, IDataObject, string[]]>([
		['another category', { ...SENT, klientKategori: 3 }, ['klientKategori']],
		['another title and day', { ...SENT, titel: 'x', tilmeldingsdato: '2026-10-30T00:00:00+01:00' }, ['titel', 'tilmeldingsdato']],
		['one wish less', { ...SENT, joboensker: SENT.joboensker.slice(1) }, ['joboensker']],
		['a wish changed', { ...SENT, joboensker: [SENT.joboensker[0], { ...SENT.joboensker[1], harUddannelse: true }] }, ['joboensker']],
		['no list', { ...SENT, joboensker: 'x' }, ['joboensker']],
	])('not with %s', (_, record, names) => {
		expect(differences(SENT, record)).toEqual(names);
	});
});

describe('a job agent that is looked up', () => {
	const ask = async (answer: unknown) => {
		const read = async () => (answer instanceof Failure ? await Promise.reject(answer) : answer);
		const client = { read, personHeader: () => ({}) } as unknown as StarClient;
		return await lookUp(client, '0101575001', ID, { path: '/', query: {} });
	};

	test.each<[string, unknown]>([
		['alone', { jobagent: { jobagentidentifier: ID.toUpperCase(), titel: 'x' } }],
		['in a list', { jobagents: [{ jobagentidentifier: OTHER }, { jobagentidentifier: ID }] }],
		['beside something else', { jobagent: { jobagentidentifier: ID }, eventDate: 'x' }],
		['in a list with its length', { jobagents: [{ jobagentidentifier: ID }], count: 1 }],
	])('is there, %s', async (_, answer) => {
		expect(await ask(answer)).toMatchObject({ is: 'there', isNamed: true });
	});

	test.each([undefined, null, ''])('is there without its identifier (%p), and does not tell that it was kept', async (jobagentidentifier) => {
		expect(await ask({ jobagent: { ...SENT, ledighedsgrad: 1, jobagentidentifier } })).toMatchObject({ is: 'there', isNamed: false });
	});

	test.each<[string, unknown]>([
		['another one', { jobagent: { jobagentidentifier: OTHER } }],
		['none of a list', { jobagents: [{ jobagentidentifier: OTHER }] }],
		['two nameless ones', { jobagents: [{ titel: 'x' }, { titel: 'y' }] }],
		['an empty list', { jobagents: [] }],
		['nothing', { jobagent: {} }],
		['null', { jobagent: null }],
		['null beside something else', { jobagent: null, status: 'x' }],
		['a nameless one that may be anything', { jobagent: { titel: 'x' } }],
		['a word', { message: 'ok' }],
		['no object', []],
		['a wrong path', new Failure({ kind: 'refused', message: 'x', httpStatus: 404, code: '1100', serviceText: 'x' })],
		['a missing right', new Failure({ kind: 'credential', message: 'x', httpStatus: 403, code: '1013' })],
	])('may or may not be there: %s tells nothing', async (_, answer) => {
		expect(await ask(answer)).toMatchObject({ is: 'cannot tell' });
	});

	test.each(['4589', '3'])('is not there by code %s', async (code) => {
		expect(await ask(new Failure({ kind: 'refused', message: 'x', httpStatus: 400, code }))).toEqual({ is: 'not there' });
	});
});
