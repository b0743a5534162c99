import type { IDataObject, INodeParameters } from 'n8n-workflow';

import type { NodeResult } from '../support';
import { describeParameters, fieldsOf, runNode } from '../support';

const NOW = new Date().toISOString();

/** Runs an operation of the transfer: they compute in the node, with no credential and no service. */
const run = async (operation: string, items: IDataObject[], parameters: INodeParameters = {}): Promise<NodeResult> =>
	await runNode({ type: 'lina', parameters: { resource: 'consentTransfer', operation, ...parameters }, items });

const jsonOf = ({ outputs, error }: NodeResult): IDataObject[] => {
	if (error) throw error;
	return (outputs[0] ?? []).map(({ json }) => json);
};

const settings = (more: IDataObject = {}): string =>
	JSON.stringify({ store: 'main', thirdParty: 'Nordwirt ApS', purpose: 'Løn', documentTypes: { consent: 'A', withdrawal: 'B' }, sourceSystem: 'LINA', ...more });

const consent: IDataObject = { userUuid: 'uuid-1', firstName: 'Åse', lastName: 'Sørensen', email: 'aase@kommune.example', area: 'Service' };
const employee: IDataObject = {
	employeeNumber: '155',
	records: {
		activities: [{ validFrom: '2020-01-01', validTo: null, employmentStatus: '3' }],
		personalData: [{ validFrom: '2020-01-01', validTo: null, firstName: 'Åse', lastName: 'Sørensen', cprNumber: '0101010101' }],
		communication: [{ validFrom: '2020-01-01', validTo: null, communicationType: '0010', value: 'Aase@kommune.example' }],
	},
};
const gone = (at: number): IDataObject => ({ store: 'main', userUuid: `gone-${at}`, employeeNumber: '200', state: 'standing', reference: `lina-${at}`, documentId: '', withdrawalReference: '', at: NOW });
const listed: IDataObject = { store: 'main', userUuid: 'uuid-2', code: 'noMatch', name: 'Bo', employeeNumber: '', reference: '', since: NOW, checkedAt: NOW };
const waiting: IDataObject = { ...consent, userUuid: 'uuid-2', email: 'bo@kommune.example' };

const KNOWN = [waiting, listed, ...Array.from({ length: 12 }, (_, at) => gone(at))];

/** Somebody new, somebody on the list, and many who are gone: references, which are made up, and times left out. */
const observe = async ({ resource, operation, ...parameters }: INodeParameters) => {
	const result = await run(String(operation), resource === 'consentTransfer' ? [consent, ...KNOWN, employee] : [], parameters);
	const withoutChance = (text: string) => text.replaceAll(/lina-[0-9a-f]{20}/g, 'lina-new').replaceAll(/\d\d\.\d\d\.\d{4} kl\. \d\d\.\d\d|\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'then');
	return { sent: null, got: result.error ? result.error.message : withoutChance(JSON.stringify(jsonOf(result))) };
};

const base = { settings: settings(), allowManyWithdrawals: false, lookAgain: false };
const SCOPE = {
	allowManyWithdrawals: { values: [false, true], differs: 'got' },
	lookAgain: { values: [false, true], differs: 'got' },
} as const;

describeParameters({
	node: 'lina',
	resource: 'consentTransfer',
	operation: 'plan',
	base: { ...base, registrationId: '' },
	run: observe,
	cases: { ...SCOPE, settings: { values: [settings(), settings({ purpose: 'Andet' })], differs: 'got' }, registrationId: { values: ['', 'uuid-r'], differs: 'got' } },
});

const compared = async ({ operation, ...parameters }: INodeParameters) => {
	const result = await run(String(operation), KNOWN, parameters);
	return { sent: null, got: result.error ? result.error.message : jsonOf(result) };
};

describeParameters({
	node: 'lina',
	resource: 'consentTransfer',
	operation: 'compare',
	base,
	run: compared,
	cases: { ...SCOPE, settings: { values: [settings(), settings({ store: 'other' })], differs: 'got' } },
});

test.each(['remember', 'summarize'])('%s has no field', async (operation) => {
	expect(await fieldsOf('lina', 'consentTransfer', operation)).toEqual([]);
});

describe('the operations in a row', () => {
	const plan = async (items: IDataObject[]): Promise<NodeResult> => await run('plan', items, { ...base, registrationId: 'uuid-r' });

	test('a step is tied to what it comes from, and carries neither address nor CPR number', async () => {
		const { outputs } = await plan([{}, employee, consent]);
		expect(outputs[0].map(({ pairedItem }) => pairedItem)).toEqual([{ item: 2 }]);
		expect(outputs[0][0].json).toMatchObject({ step: 'file', employeeNumber: '155', documentReference: expect.stringMatching(/^lina-[0-9a-f]{20}$/) as string });
		expect(JSON.stringify(outputs)).not.toMatch(/@|0101010101|Service/);
	});

	test('references are never the same, not even of one and the same plan', async () => {
		const references = [...jsonOf(await plan([employee, consent])), ...jsonOf(await plan([employee, consent]))].map(({ reference }) => reference);
		expect(new Set(references).size).toBe(2);
	});

	test('what is remembered of a step goes into the next plan; the figures are those of all steps', async () => {
		const steps = jsonOf(await plan([employee, consent, waiting]));
		const filed = steps.map((step) => (step.step === 'file' ? { ...step, outcome: 'registered', messages: [], documentId: '4711' } : step));
		const changes = jsonOf(await run('remember', filed));
		expect(changes.map(({ table, change }) => [table, change])).toEqual([['consents', 'keep'], ['human', 'keep']]);
		expect(jsonOf(await run('summarize', [...filed, {}]))).toEqual([expect.objectContaining({ consents: 2, filed: 1, human: 1 })]);
		const next = jsonOf(await plan([consent, waiting, ...changes]));
		expect(next.map(({ step, waits }) => [step, waits])).toEqual([['unchanged', false], ['human', true]]);
	});

	test('nothing known and nobody there gives no step, and figures of zero', async () => {
		expect(jsonOf(await plan([{}]))).toEqual([]);
		expect(Object.values(jsonOf(await run('summarize', [{}]))[0]).every((figure) => figure === 0)).toBe(true);
	});

	test.each(['remember', 'summarize'])('%s refuses what is no step of a plan', async (operation) => {
		expect((await run(operation, [{ userUuid: 'uuid-1', outcome: 'registered' }])).error?.message).toMatch(/'step' is missing in item 0/);
	});
});
