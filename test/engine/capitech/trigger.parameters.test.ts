import type { IDataObject, INodeParameters, INodeProperties } from 'n8n-workflow';

import { loadPack } from '../support';
import { entries, hours } from './capitech';
import { TriggerBench } from './trigger';

const capitech = new TriggerBench({ seed: 7, people: 12, days: 10 });

const DAY = '2026-10-30';

interface ParameterCase {
	values: [unknown, unknown];
	/** What must differ: what is sent, or what is told. */
	differs: 'sent' | 'told';
	/** Other fields as they must be for this one to count. */
	with?: INodeParameters;
}

/** Two values of each field, and what must not be the same when the one is put in the place of the other. */
const CASES: Record<string, ParameterCase> = {
	clientIds: { values: ['100', '200, 100'], differs: 'sent' },
	events: { values: [['approved'], ['approved', 'created']], differs: 'told' },
	approvalLevel: { values: [1, 2], differs: 'told' },
	firstActivation: { values: ['baseline', 'backlog'], differs: 'told', with: { backlogFrom: '2026-10-20' } },
	backlogFrom: { values: ['2026-10-30', '2026-10-29'], differs: 'told', with: { firstActivation: 'backlog' } },
	itemPer: { values: ['row', 'registration'], differs: 'told' },
	simplify: { values: [true, false], differs: 'told' },
	'filters.departments': { values: [entries(10), entries(20)], differs: 'sent' },
	'filters.employees': { values: [entries(2001), entries(2002)], differs: 'sent' },
	'filters.payable': { values: ['yes', 'no'], differs: 'sent' },
	'filters.projects': { values: [entries(1001), entries(1002)], differs: 'sent' },
	'filters.timeCategories': { values: [entries(10), entries(20)], differs: 'sent' },
	'filters.timeCategoryTypes': { values: [['O'], ['T']], differs: 'sent' },
	'options.changesBy': { values: ['time', 'date'], differs: 'sent' },
	'options.lookBackDays': { values: [62, 20], differs: 'sent' },
	'options.overlapMinutes': { values: [10, 60], differs: 'sent' },
	'options.sweep': { values: ['daily', 'everyPoll'], differs: 'sent' },
	'options.sweepHour': { values: [7, 3], differs: 'sent' },
};

/** The trigger's fields as the built node shows them, those of a collection by both names. */
async function fieldsOfTrigger(): Promise<string[]> {
	const { nodes } = await loadPack();
	const properties = nodes.get('n8n-nodes-nordic-workforce.capitechTrigger')?.description.properties ?? [];
	const shown = properties.filter(({ type, name }) => type !== 'notice' && name !== 'pollTimes');
	return shown.flatMap(({ type, name, options = [] }) => (type === 'collection' ? (options as INodeProperties[]).map((option) => `${name}.${option.name}`) : [name]));
}

function withField(path: string, value: unknown): INodeParameters {
	const [name, option] = path.split('.');
	return { [name]: option === undefined ? value : { [option]: value } } as INodeParameters;
}

/** Activates the trigger, lets something happen, and polls again: an hour later, and over 07:00. */
async function observe(parameters: INodeParameters): Promise<{ sent: unknown; told: IDataObject[] }> {
	await capitech.control.reset();
	await capitech.setTime('2026-11-01T06:30');
	const trigger = await capitech.trigger(parameters);
	const told: IDataObject[] = await capitech.told(trigger);
	await capitech.pass(45);
	await capitech.put(hours(900_001, DAY, { approvedLevelTwo: 1 }), hours(900_002, DAY), hours(900_003, DAY, { approvedLevelOne: null }));
	await capitech.pass(15);
	told.push(...(await capitech.told(trigger)));
	const sent = (await capitech.sent()).map(({ operation, body: { accessToken, ...body } }) => [operation, typeof accessToken, body]);
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
	['no client', { clientIds: ' ' }, "'Client IDs' is empty"],
	['a client of no number', { clientIds: '100, abc' }, "'Client IDs' is not a whole number"],
	['a client 0', { clientIds: '0' }, "'Client IDs' holds a 0"],
	['no event', { events: [] }, "'Events' is empty"],
	['an unknown event', { events: ['approved', 'paid'] }, "'Events' holds something that is none"],
	['a level that does not exist', { approvalLevel: 5 }, "'Approval Level' is 5"],
	['a backlog without a date', { firstActivation: 'backlog', backlogFrom: '' }, "'Backlog From' is empty"],
	['a filter that can not be read', { filters: { employees: entries('x') } }, "'Employees' is not a whole number"],
	['a look-back without end', { options: { lookBackDays: 5000 } }, "'Look-Back Days' is 5000"],
	['a negative overlap', { options: { overlapMinutes: -1 } }, "'Overlap Minutes' is not a whole number"],
	['an hour that does not exist', { options: { sweepHour: 24 } }, "'Sweep Hour' is 24"],
	['an unknown sweep', { options: { sweep: 'hourly' } }, "'Sweep' is none of its values"],
	['an unknown way to find changes', { options: { changesBy: 'uid' } }, "'Find Changes By' is none of its values"],
];

test.each(WRONG)('%s is told before anything is sent', async (_what, parameters, message) => {
	const trigger = await capitech.trigger(parameters);
	await expect(capitech.told(trigger)).rejects.toMatchObject({ message, failure: { cause: 'configuration-invalid' } });
	expect(await capitech.sent()).toEqual([]);
});

describe('what was kept', () => {
	test('and can not be read stops the trigger until it is begun anew', async () => {
		const trigger = await capitech.trigger();
		await capitech.told(trigger);
		const kept = trigger.staticData;
		trigger.staticData = { ...kept, state: { clients: { 100: { rows: 'gone' } } } };
		const { length } = await capitech.sent();
		await expect(capitech.told(trigger)).rejects.toThrow('What this trigger remembers can not be read');
		expect((await capitech.sent()).length).toBe(length);
		trigger.staticData = kept;
		expect(await capitech.told(trigger)).toEqual([]);
	});

	test('holds no name, no token and no text of a row', async () => {
		await capitech.put(hours(900_001, DAY, { freeText: 'Overtid fordi Kjell ble forsinket' }));
		const trigger = await capitech.trigger();
		await capitech.told(trigger);
		const kept = JSON.stringify(trigger.staticData);
		const [{ employee }] = await capitech.held(DAY, DAY);
		expect(kept).toContain('900001:10');
		for (const secret of [String(employee), 'Kjell', 'sandbox', 'Butikk']) expect(kept).not.toContain(secret);
	});
});

test('a failure tells n8n how long to wait, and keeps the state', async () => {
	const trigger = await capitech.trigger();
	await capitech.told(trigger);
	const kept = trigger.staticData;
	await capitech.control.faults({ service: 'capitech', kind: 'status', status: 429, retryAfter: 600 });
	await expect(capitech.told(trigger)).rejects.toMatchObject({ message: 'Capitech is asked too often', failure: { cause: 'rate-limited', retryAfterMs: 600_000 } });
	expect(trigger.staticData).toEqual(kept);
});
