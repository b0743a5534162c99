import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { useOpus } from './opus';

const opus = useOpus();

const UPDATE = 'update-fixed-supplements';
const CLOSED_COST_CENTER = '1010700001';

const supplement = (fields: IDataObject = {}): IDataObject => ({
	employeeNumber: '7001',
	startDate: '2026-11-01',
	endDate: '',
	payElement: '340',
	serialNumber: '1',
	amount: '250',
	quantity: '',
	remark: '',
	costCenter: '',
	pspElement: '',
	...fields,
});

const OWN = ['employeeNumber', 'startDate', 'endDate', 'payElement', 'serialNumber', 'amount', 'quantity'];
const ADDITIONAL = ['remark', 'costCenter', 'pspElement'];
const fromItem = (names: string[]): INodeParameters => Object.fromEntries(names.map((name) => [name, `={{ $json.${name} }}`]));

const send = async (items: IDataObject[], parameters: INodeParameters = {}, settings = {}) =>
	await opus.run(
		{ resource: 'fixedSupplement', operation: 'send', mode: 'register', ...fromItem(OWN), additionalFields: fromItem(ADDITIONAL), ...parameters },
		items,
		settings,
	);

async function sent(items: IDataObject[], parameters: INodeParameters = {}): Promise<IDataObject[]> {
	const { error, outputs } = await send(items, parameters);
	if (error) throw error;
	return outputs[0].map(({ json }) => json);
}

const outcomes = async (items: IDataObject[], parameters: INodeParameters = {}) => (await sent(items, parameters)).map(({ outcome }) => outcome);

const standing = async () => (await opus.control.state<{ fixedSupplements: IDataObject[] }>('kmdOpus')).fixedSupplements;

const requests = async () => (await opus.control.journal({ service: 'kmdOpus' })).filter(({ operation }) => operation === UPDATE).map(({ body }) => JSON.parse(body));

test('each employee’s supplements go into one call, and stand', async () => {
	const items = [supplement(), supplement({ employeeNumber: '7002', costCenter: '1010500001' }), supplement({ endDate: '2027-03-31', amount: '', quantity: '7,5', payElement: '0310', remark: 'b', pspElement: 'XG-1001-00001' })];
	const registered = await sent(items);
	expect(registered).toMatchObject([
		{ outcome: 'registered', messages: [], posted: [{ employeeNumber: '7001', startDate: '2026-11-01', endDate: '9999-12-31', payElement: '0340', serialNumber: 1, amount: 250, quantity: null }] },
		{ outcome: 'registered' },
		{ outcome: 'registered', posted: [{ endDate: '2027-03-31', amount: null, quantity: 7.5 }] },
	]);
	expect(await requests()).toHaveLength(2);
	expect((await requests()).find(({ Medarbejder }) => Medarbejder.Medarbejdernummer === '7001')).toEqual({
		Header: { ClientID: '751', OpdateringsID: registered[0].updateId },
		Medarbejder: { Medarbejdernummer: '7001' },
		Faste_tillaeg: [
			{ Startdato: '2026-11-01', Slutdato: '9999-12-31', Loenart: '0340', Loebenummer: 1, Sekvensnummer: '0', Beloeb: '250.00' },
			{ Startdato: '2026-11-01', Slutdato: '2027-03-31', Loenart: '0310', Loebenummer: 1, Sekvensnummer: '1', Antal: '7.50', Afv_PSP_Element: 'XG-1001-00001', Indv_Bemaerkning: 'b' },
		],
	});
	expect(await standing()).toHaveLength(3);
});

test('validating registers nothing', async () => {
	expect(await outcomes([supplement(), supplement({ payElement: '9999' })], { mode: 'validateOnly' })).toEqual(['validated', 'rejected']);
	expect((await requests())[0].Header.Kun_Valider).toBe('1');
	expect(await standing()).toEqual([]);
});

test('a refusal is told at the supplement it names; of the others nothing is known without a read', async () => {
	const items = await sent([supplement(), supplement({ costCenter: CLOSED_COST_CENTER })]);
	expect(items.map(({ outcome }) => outcome)).toEqual(['unknown', 'rejected']);
	expect(items[1].messages).toMatchObject([{ type: 'E', code: '119', text: expect.stringContaining('Fast tillæg Nr. 001') }]);
	expect(items[0].messages).toMatchObject([{ type: 'W', text: expect.stringContaining("Look at the employee's fixed supplements") }]);
});

test('what a message about one supplement begins with can be set otherwise', async () => {
	const items = await sent([supplement(), supplement({ costCenter: CLOSED_COST_CENTER })], { options: { messagePrefix: 'Tillæg' } });
	expect(items.map(({ outcome }) => outcome)).toEqual(['rejected', 'rejected']);
});

describe.each(['reset-after', 'truncate', 'malformed'])('a lost answer (%s)', (kind) => {
	beforeEach(async () => await opus.control.faults({ service: 'kmdOpus', operation: UPDATE, kind, nth: 1 }));

	test('is unknown, and is never sent again', async () => {
		const [item] = await sent([supplement()]);
		expect(item).toMatchObject({ outcome: 'unknown', messages: [{ type: 'E', text: expect.stringContaining('before you send it again') }] });
		expect(await requests()).toHaveLength(1);
	});

	test('is sent again where the service recognises repeats, and stands once', async () => {
		expect(await outcomes([supplement()], { options: { keyed: true } })).toEqual(['registered']);
		const ids = (await requests()).map(({ Header }) => Header.OpdateringsID);
		expect(ids).toHaveLength(2);
		expect(new Set(ids).size).toBe(1);
		expect(await standing()).toHaveLength(1);
	});

	test('of a validation leaves nothing open: it is asked again', async () => {
		expect(await outcomes([supplement()], { mode: 'validateOnly' })).toEqual(['validated']);
	});
});

test('all assumed names can be set otherwise', async () => {
	const options = { path: 'lpe/faste-tillaeg', fieldNames: { Faste_tillaeg: 'FasteTillaeg', Slutdato: 'Ophoersdato', Medarbejder: 'Ansat', Header: 'Hoved', ClientID: 'Kommune' } };
	expect(await outcomes([supplement()], { options })).toEqual(['rejected']);
	const [{ path, body }] = await opus.control.journal({ service: 'kmdOpus' });
	expect(path).toBe('/lpe/faste-tillaeg');
	expect(JSON.parse(body)).toMatchObject({ Hoved: { Kommune: '751', OpdateringsID: expect.any(String) }, Ansat: { Medarbejdernummer: '7001' }, FasteTillaeg: [{ Ophoersdato: '9999-12-31' }] });
});

test.each([
	[{ startDate: '' }, /'Start Date' is empty/],
	[{ endDate: '2026-10-31' }, /'End Date' is before the start date/],
	[{ payElement: '12345' }, /'Pay Element' is not a number of at most 4 digits/],
	[{ serialNumber: '' }, /'Serial Number' is empty/],
	[{ amount: '' }, /'Quantity' and 'Amount' are both empty/],
	[{ amount: '1.005' }, /'Amount' has more than two decimals/],
	[{ costCenter: '1', pspElement: '2' }, /'Cost Center' and 'PSP Element' are both given/],
	[{ employeeNumber: 'x' }, /'Employee Number' is not a number/],
])('%j is refused before anything is sent', async (fields, message) => {
	expect((await send([supplement({ remark: 'good' }), supplement(fields)])).error?.message).toMatch(message);
	expect(await opus.operations()).toEqual([]);
});

test('one supplement in two items is told before anything is sent; another remark makes it another', async () => {
	expect((await send([supplement(), supplement({ employeeNumber: '007001', payElement: '0340', amount: '250,00' })])).error?.message).toMatch(/The same supplement stands in items 0, 1/);
	expect(await opus.operations()).toEqual([]);
	expect(await outcomes([supplement(), supplement({ remark: '2' })])).toEqual(['registered', 'registered']);
});
