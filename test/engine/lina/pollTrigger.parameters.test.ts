import type { IDataObject, INodeParameters, INodeProperties } from 'n8n-workflow';

import { loadPack } from '../support';
import { TOKEN } from './lina';
import { DAY, PollBench } from './pollTrigger';

const lina = new PollBench();

interface ParameterCase {
	values: [unknown, unknown];
	/** What must differ: what is sent, or what is told. */
	differs: 'sent' | 'told';
	/** Other fields as they must be for this one to count. */
	with?: INodeParameters;
}

const WORK = { event: 'workingTimeChanges' };

/** Two values of each field, and what must not be the same when the one is put in the place of the other. */
const CASES: Record<string, ParameterCase> = {
	authentication: { values: ['apiKey', 'token'], differs: 'sent' },
	event: { values: ['consentChanges', 'workingTimeChanges'], differs: 'sent' },
	firstPoll: { values: ['changesOnly', 'everybody'], differs: 'told' },
	changedSince: { values: ['', '2026-10-29'], differs: 'told', with: WORK },
	simplify: { values: [true, false], differs: 'told', with: WORK },
	'options.allowManyWithdrawals': { values: [false, true], differs: 'told' },
	'options.callLimit': { values: [100, 11], differs: 'sent' },
	'options.reserve': { values: [10, 99], differs: 'sent' },
};

/** The trigger's fields as the built node shows them, those of a collection by both names. */
async function fieldsOfTrigger(): Promise<string[]> {
	const { nodes } = await loadPack();
	const properties = nodes.get('n8n-nodes-nordic-workforce.linaPollTrigger')?.description.properties ?? [];
	const shown = properties.filter(({ type, name }) => type !== 'notice' && name !== 'pollTimes');
	return shown.flatMap(({ type, name, options = [] }) => (type === 'collection' ? (options as INodeProperties[]).map((option) => `${name}.${option.name}`) : [name]));
}

function withField(path: string, value: unknown): INodeParameters {
	const [name, option] = path.split('.');
	return { [name]: option === undefined ? value : { [option]: value } } as INodeParameters;
}

/** Polls twice, while all but one withdraw and a business day is changed. */
async function observe(parameters: INodeParameters): Promise<{ sent: unknown; told: unknown }> {
	await lina.reset();
	const credentials = { ...(await lina.credentials()), ...(await lina.credentials({}, TOKEN)) };
	const trigger = await lina.trigger(parameters, { credentials });
	const poll = async (): Promise<IDataObject[] | string> => await lina.events(trigger).catch(() => 'failed');
	const told = [await poll()];
	await lina.withdraw(...(await lina.consenting()));
	await lina.put(990_001, DAY, 4);
	told.push(await poll());
	const sent = (await lina.control.journal({ service: 'lina' })).map(({ operation, path }) => [operation, path]);
	return { sent, told };
}

test('every field has a case', async () => {
	expect(Object.keys(CASES).sort()).toEqual((await fieldsOfTrigger()).sort());
});

test.each(Object.entries(CASES))('%s counts', async (path, { values, differs, with: others }) => {
	const one = await observe({ ...others, ...withField(path, values[0]) });
	const other = await observe({ ...others, ...withField(path, values[1]) });
	expect(one[differs]).not.toEqual(other[differs]);
});

const WRONG: Array<[string, INodeParameters, string]> = [
	['an unknown event', { event: 'shifts' }, "'Event' is none of its values"],
	['a date that there is not', { ...WORK, changedSince: '2026-02-30' }, "'Changed Since' is not a date of the calendar"],
	['a reserve that leaves nothing', { options: { callLimit: 10, reserve: 10 } }, "'Reserve' leaves none of the 10 calls to this node"],
];

test.each(WRONG)('%s is told before anything is sent', async (_what, parameters, message) => {
	const trigger = await lina.trigger(parameters);
	await expect(lina.events(trigger)).rejects.toMatchObject({ message, failure: { cause: 'configuration-invalid' } });
	expect(await lina.sent()).toEqual([]);
});
