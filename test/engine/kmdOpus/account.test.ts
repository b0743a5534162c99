import type { INodeParameters } from 'n8n-workflow';

import { useOpus } from './opus';

const opus = useOpus();

const look = async (accountNumber: string, options: INodeParameters = {}) =>
	await opus.run({ resource: 'account', operation: 'getCostCenterOrPsp', accountNumber, options });

test.each([
	['0310005001', { accountNumber: '0310005001', costCenter: '1010500001', pspElement: null }],
	['0390001001', { accountNumber: '0390001001', costCenter: null, pspElement: 'XG-1001-00001' }],
])('account %s stands for %j', async (accountNumber, json) => {
	const { outputs } = await look(accountNumber);
	expect(outputs[0]).toEqual([{ json, pairedItem: { item: 0 } }]);
	const [{ body, path }] = await opus.control.journal({ service: 'kmdOpus' });
	expect(path).toBe('/lpe/get-cost-center-psp');
	expect(JSON.parse(body)).toEqual({ Header: { ClientID: '751' }, Kontonummer: accountNumber });
});

test('an account that is not in the table gives no item', async () => {
	const { outputs, error } = await look('1');
	expect(error).toBeUndefined();
	expect(outputs[0]).toEqual([]);
});

test.each([
	['={{ "" }}', /'Account Number' is empty/],
	['12 34', /'Account Number' is not a number of at most 13 digits/],
	['12345678901234', /'Account Number' is not a number of at most 13 digits/],
])('"%s" is refused before anything is sent', async (accountNumber, message) => {
	expect((await look(accountNumber)).error?.message).toMatch(message);
	expect(await opus.operations()).toEqual([]);
});

test('the assumed path and name can be set otherwise', async () => {
	await look('0310005001', { path: 'lpe/konto', accountField: 'Konto' });
	const [{ body, path }] = await opus.control.journal({ service: 'kmdOpus' });
	expect([path, JSON.parse(body)]).toEqual(['/lpe/konto', { Header: { ClientID: '751' }, Konto: '0310005001' }]);
});

test('an account that looks like a CPR number is told as it is when Opus refuses it', async () => {
	await opus.control.faults({ service: 'kmdOpus', kind: 'business-error', code: 2, text: 'Konto 0310005001 er spærret, spørg 0101575001.', every: 1 });
	const { error } = await look('0310005001');
	expect(error?.description).toContain('Konto 0310005001 er spærret, spørg ***.');
});
