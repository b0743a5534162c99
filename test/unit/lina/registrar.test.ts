import type { IDataObject, IHookFunctions, IHttpRequestOptions } from 'n8n-workflow';

import { Registrar } from '../../../nodes/Lina/trigger/registrar';

const LISTENER = 'https://n8n.example.org/webhook/1/lina';

/** A LINA that gives one answer after the other, with status 200; what it received is kept. */
const answering = async (...answers: IDataObject[]) => await answeringWith(200, ...answers.map((answer) => JSON.stringify(answer)));

async function answeringWith(statusCode: number, ...answers: string[]): Promise<{ registrar: Registrar; received: IDataObject[] }> {
	const received: IDataObject[] = [];
	const context = {
		getNode: () => ({ parameters: {} }),
		getNodeParameter: () => ({}),
		getCredentials: async () => ({ baseUrl: 'https://lina.example.org', apiKey: 'key' }),
		helpers: {
			httpRequestWithAuthentication: async (_type: string, { body }: IHttpRequestOptions) => {
				received.push(body as IDataObject);
				return { statusCode, headers: {}, body: answers.shift() };
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

test('a registration counts as deleted where LINA says that it knows none', async () => {
	const { registrar } = await answeringWith(404, '{"status":"error","message":"Webhook unknown."}');
	await expect(registrar.delete('one')).resolves.toBeUndefined();
});

test.each(['<html>Not Found</html>', '', '{}'])('a path that is not there deletes nothing, and is told: LINA may go on pushing (%s)', async (body) => {
	const { registrar } = await answeringWith(404, body);
	await expect(registrar.delete('one')).rejects.toMatchObject({ kind: 'refused', details: { httpStatus: 404 } });
});

test('a registration that can not be changed, for whatever reason LINA does not say, is made anew', async () => {
	const { registrar } = await answeringWith(404, '<html>Not Found</html>');
	expect(await registrar.change('one', LISTENER)).toBeUndefined();
});
