import type { IDataObject, IHookFunctions, IHttpRequestOptions } from 'n8n-workflow';

import { Registrar } from '../../../nodes/Lina/trigger/registrar';

const LISTENER = 'https://n8n.example.org/webhook/1/lina';

/** A LINA that gives one answer after the other, with status 200; what it received is kept. */
async function answering(...answers: IDataObject[]): Promise<{ registrar: Registrar; received: IDataObject[] }> {
	const received: IDataObject[] = [];
	const context = {
		getNode: () => ({ parameters: {} }),
		getNodeParameter: () => ({}),
		getCredentials: async () => ({ baseUrl: 'https://lina.example.org', apiKey: 'key' }),
		helpers: {
			httpRequestWithAuthentication: async (_type: string, { body }: IHttpRequestOptions) => {
				received.push(body as IDataObject);
				return { statusCode: 200, headers: {}, body: JSON.stringify(answers.shift()) };
			},
		},
	};
	return { registrar: await Registrar.open(context as unknown as IHookFunctions), received };
}

test('a registration goes by the id that LINA answers', async () => {
	const { registrar, received } = await answering({ hookKey: 'personalData', url: LISTENER, uuid: 'one' });
	expect(await registrar.register(LISTENER)).toBe('one');
	expect(received).toEqual([{ hookKey: 'personalData', url: LISTENER }]);
});

test.each([{ status: 'success', message: 'ok' }, { uuid: 7 }, { uuid: '' }])('an answer to a registration without an id can not be read: %j', async (answer) => {
	const { registrar } = await answering(answer);
	await expect(registrar.register(LISTENER)).rejects.toMatchObject({ kind: 'unreadable' });
});

test.each([
	['the one it had where LINA answers none', { status: 'success', message: 'ok' }, 'one'],
	['the one it had where LINA answers it', { uuid: 'one' }, 'one'],
	['another where LINA answers another', { uuid: 'other' }, 'other'],
])('a changed registration goes by %s', async (_what, answer, id) => {
	const { registrar, received } = await answering(answer);
	expect(await registrar.change('one', LISTENER)).toBe(id);
	expect(received).toEqual([{ hookKey: 'personalData', url: LISTENER, uuid: 'one' }]);
});
