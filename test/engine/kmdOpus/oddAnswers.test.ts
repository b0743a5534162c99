import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { IDataObject } from 'n8n-workflow';

import { makeCertificate, runNode } from '../support';
import { line, packClock, READ, registerParameters, UPDATE } from './opus';

/** A service that answers outside its contract, as no switch of the sandbox makes it. */
type Reply = { status?: number; headers?: Record<string, string>; body: unknown };

const own = makeCertificate();
const asked: Array<{ operation: string; body: IDataObject }> = [];
const answers: Record<string, (times: number) => Reply> = {};

const NOTHING_YET: Reply = { body: { Header: { Status: 1, Tekst: 'Data ikke fundet.' }, Engangsydelser: [] } };
const OK: Reply = { body: { Header: { Status: 'OK' }, Meddelelse: [] } };

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
	const chunks: Buffer[] = [];
	for await (const chunk of request) chunks.push(chunk as Buffer);
	const operation = String(request.url).replace('/lpe/', '');
	asked.push({ operation, body: JSON.parse(Buffer.concat(chunks).toString()) });
	const { status = 200, headers, body } = answers[operation](asked.filter((other) => other.operation === operation).length);
	response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(typeof body === 'string' ? body : JSON.stringify(body));
}

const server = createServer({ cert: own.cert, key: own.key }, (request, response) => void answer(request, response));

beforeAll(async () => {
	(await packClock()).setClock({ sleep: async () => {} });
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(async () => {
	server.close();
	(await packClock()).setClock();
});
beforeEach(() => {
	asked.length = 0;
	Object.assign(answers, { [READ]: () => NOTHING_YET, [UPDATE]: () => OK });
});

const client = makeCertificate();
const run = async (parameters: IDataObject, items: IDataObject[] = [{}]) => {
	const data = { municipalityCode: '751', jsonBaseUrl: `https://localhost:${(server.address() as AddressInfo).port}`, fileFormat: 'pem', clientCertificate: client.cert, privateKey: client.key, caCertificate: own.cert };
	return await runNode({ type: 'kmdOpus', credentials: { Own: { type: 'kmdOpusApi', data } }, parameters: parameters as never, items });
};
const getMany = async () => await run({ resource: 'oneTimePayment', operation: 'getMany', employeeNumber: '7001', returnAll: true, filters: {} });
const register = async (...items: IDataObject[]) => (await run(registerParameters('registerMissing'), items)).outputs[0].map(({ json }) => json);

const count = (operation: string) => asked.filter((request) => request.operation === operation).length;
const standing = (fields: IDataObject = {}) => ({
	Objekt_id: '1', Startdato: '2026-10-20', Loenart: '0310', Loebenummer: 1, Antal: 7.5, Beloeb: 0, Afv_Timeloen: 0,
	Indv_Bemaerkning_1: 'Capitech', Indv_Bemaerkning_2: 'a:1', ...fields,
});
const found = (...Engangsydelser: unknown[]): Reply => ({ body: { Header: { Status: 0, Tekst: '' }, Engangsydelser } });

const NO_LIST: Array<[string, Reply]> = [
	['a page', { body: '<html><body>Maintenance</body></html>' }],
	['nothing at all', { body: '' }],
	['JSON that is no object', { body: '"OK"' }],
	['no head', { body: { Engangsydelser: [] } }],
	['an empty head', { body: { Header: {}, Engangsydelser: [] } }],
	['an empty status', { body: { Header: { Status: '' }, Engangsydelser: [] } }],
	['a status that is null', { body: { Header: { Status: null }, Engangsydelser: [] } }],
	['a status that is no number', { body: { Header: { Status: 'Fejl' }, Engangsydelser: [] } }],
	['a good status without the list', { body: { Header: { Status: 0, Tekst: '' } } }],
	['another failure of status 1', { body: { Header: { Status: 1, Tekst: 'Adgang nægtet.' }, Engangsydelser: [] } }],
];

describe('a read that is answered with', () => {
	test.each(NO_LIST)('%s is a failure, never an empty list', async (_, reply) => {
		answers[READ] = () => reply;
		expect((await getMany()).error?.message).toMatch(/^KMD Opus /);
	});

	test.each(NO_LIST)('%s: nothing is posted upon it', async (_, reply) => {
		answers[READ] = () => reply;
		const [{ outcome }] = await register(line());
		expect(['later', 'rejected']).toContain(outcome);
		expect(count(UPDATE)).toBe(0);
	});

	test.each(['Antal', 'Beloeb'])('an unreadable %s under our reference: nothing is posted as if it were nothing', async (field) => {
		answers[READ] = () => found(standing({ [field]: 'otte' }));
		const [{ outcome }] = await register(line());
		expect(['later', 'rejected']).toContain(outcome);
		expect(count(UPDATE)).toBe(0);
	});

	test('one payment outside a list: it is one payment', async () => {
		answers[READ] = () => ({ body: { Header: { Status: 0 }, Engangsydelser: standing() } });
		expect(await register(line())).toMatchObject([{ outcome: 'unchanged' }]);
	});

	test('an instant for the date and figures for texts: they are read all the same', async () => {
		answers[READ] = () => found(standing({ Startdato: '2026-10-20T00:00:00Z', Loenart: 310, Loebenummer: '1', Antal: '7,50', Objekt_id: 1 }));
		expect(await register(line())).toMatchObject([{ outcome: 'unchanged' }]);
	});

	test('status 500: its text is told decoded', async () => {
		answers[READ] = () => ({ body: { Header: { Status: 500, Tekst: 'Fejl i &lt;adapter&gt; &amp; &quot;PI&quot; &#39;x&#39;' } } });
		const { error } = await getMany();
		expect(error?.description).toContain('Fejl i <adapter> & "PI" \'x\'');
		expect(error).toMatchObject({ failure: { cause: 'temporarily-unavailable' } });
	});

	test('a CPR number in the text: it is masked, in the error and in the outcome', async () => {
		answers[READ] = () => ({ body: { Header: { Status: 2, Tekst: 'Medarbejder 010157-5001 er spærret' } } });
		const { error } = await getMany();
		expect(error?.description).toContain('Medarbejder *** er spærret');
		expect(JSON.stringify(await register(line()))).not.toContain('5001');
	});

	test('a redirect: it is not followed', async () => {
		answers[READ] = () => ({ status: 302, headers: { location: `/lpe/${UPDATE}` }, body: '' });
		expect((await getMany()).error?.message).toContain('does not know this address');
		expect(count(UPDATE)).toBe(0);
	});
});

describe('an update that is answered with', () => {
	/** The line stands when it is read back, with what Opus makes of it. */
	const stands = (change: IDataObject | ((remark: string) => IDataObject) = {}) => {
		answers[READ] = (times) => {
			if (times === 1) return NOTHING_YET;
			const [posted] = asked.find(({ operation }) => operation === UPDATE)!.body.Engangsydelser as IDataObject[];
			const remark = String(posted.Indv_Bemaerkning);
			return found(standing({ Indv_Bemaerkning_2: remark, ...(typeof change === 'function' ? change(remark) : change) }));
		};
	};

	const UNCLEAR: Array<[string, Reply]> = [
		['a page', { body: '<html>502</html>' }],
		['no head', { body: { Status: 'OK' } }],
		['an empty status', { body: { Header: { Status: '' } } }],
		['a status nobody knows', { body: { Header: { Status: 'Delvis' } } }],
		['half an answer', { body: '{"Header":{"Status":"O' }],
	];

	test.each(UNCLEAR)('%s is unknown when the line is not found', async (_, reply) => {
		answers[UPDATE] = () => reply;
		expect(await register(line())).toMatchObject([{ outcome: 'unknown' }]);
		expect(count(UPDATE)).toBe(1);
	});

	test.each(UNCLEAR)('%s is registered when the line is found', async (_, reply) => {
		answers[UPDATE] = () => reply;
		stands();
		expect(await register(line())).toMatchObject([{ outcome: 'registered' }]);
		expect(count(UPDATE)).toBe(1);
	});

	test('a yes is one although the line is given back in capitals, with its value and the rate that is paid', async () => {
		stands((remark) => ({ Indv_Bemaerkning_1: 'CAPITECH', Indv_Bemaerkning_2: remark.toUpperCase(), Beloeb: 1200, Afv_Timeloen: 160 }));
		expect(await register(line())).toMatchObject([{ outcome: 'registered', messages: [] }]);
	});

	test.each([{ Antal: 5 }, { Antal: 0, Beloeb: 7.5 }, { Indv_Bemaerkning_1: 'Vagtplan' }])('a yes is none when something else stands: %j', async (change) => {
		stands(change);
		const [{ outcome }] = await register(line());
		expect(['unknown', 'partial']).toContain(outcome);
		expect(count(UPDATE)).toBe(1);
	});

	test('a clear yes is unknown when the line is not found', async () => {
		expect(await register(line())).toMatchObject([{ outcome: 'unknown', messages: [{ type: 'E', text: expect.stringContaining('not found when read back') }, { type: 'W' }] }]);
		expect(count(UPDATE)).toBe(1);
	});

	test('a refusal is told as registered when the line is found all the same', async () => {
		answers[UPDATE] = () => ({ body: { Header: { Status: 'Error' }, Meddelelse: [{ Kode: 1, Type: 'E', Tekst: 'x' }] } });
		stands();
		expect(await register(line())).toMatchObject([{ outcome: 'registered' }]);
	});

	test('a yes, while another run posted the same: it is told that the sum is wrong', async () => {
		answers[READ] = (times) => {
			if (times === 1) return NOTHING_YET;
			const [posted] = asked.find(({ operation }) => operation === UPDATE)!.body.Engangsydelser as IDataObject[];
			return found(standing({ Indv_Bemaerkning_2: posted.Indv_Bemaerkning }), standing({ Objekt_id: '2', Indv_Bemaerkning_2: posted.Indv_Bemaerkning }));
		};
		expect(await register(line())).toMatchObject([{ outcome: 'partial', messages: [{ type: 'E', text: expect.stringContaining('Run it again') }] }]);
	});

	test('a failure each time carries the same OpdateringsID, in whatever order the lines are read', async () => {
		const both = [standing({ Objekt_id: '1', Antal: 1 }), standing({ Objekt_id: '2', Antal: 2 })];
		answers[UPDATE] = () => ({ status: 500, body: '' });
		for (const lines of [both, both.toReversed()]) {
			answers[READ] = () => found(...lines);
			await register(line());
		}
		const ids = asked.filter(({ operation }) => operation === UPDATE).map(({ body }) => (body.Header as IDataObject).OpdateringsID);
		expect(ids).toHaveLength(2);
		expect(ids[1]).toBe(ids[0]);
	});

	test('a person’s number in a message: it is masked; the cost centre of the line is not', async () => {
		answers[UPDATE] = () => ({ body: { Header: { Status: 'Error' }, Meddelelse: [{ Kode: 119, Type: 'E', Tekst: 'Engangsydelse Nr. 000: 1010100001 er ikke gyldigt for 010157-5001 (1010200001)' }] } });
		const [{ messages }] = await register(line({ costCenter: '1010100001' }));
		expect(messages).toEqual([{ type: 'E', code: '119', text: 'Engangsydelse Nr. 000: 1010100001 er ikke gyldigt for *** (***)' }]);
	});
});
