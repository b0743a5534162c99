import type { IDataObject, INodeParameters, INodeProperties } from 'n8n-workflow';

import { loadPack } from '../support';
import { OWN } from './bench';
import { AKASSER, BRANCHES, DirectoryBench } from './directoryTrigger';

const star = new DirectoryBench();

interface ParameterCase {
	values: [unknown, unknown];
	/** What must differ: what is sent, or what is told. */
	differs: 'sent' | 'told';
	/** Other fields as they must be for this one to count. */
	with?: INodeParameters;
}

/** Two values of each field, and what must not be the same when the one is put in the place of the other. */
const CASES: Record<string, ParameterCase> = {
	events: { values: [['akasseNew'], ['akasseChanged']], differs: 'told' },
	akasseCodes: { values: ['902', '903'], differs: 'told', with: { events: AKASSER } },
	readEachBranch: { values: [false, true], differs: 'sent', with: { akasseCodes: '902' } },
	simplify: { values: [true, false], differs: 'told' },
	'options.allowManyClosings': { values: [false, true], differs: 'told', with: { events: AKASSER } },
	'options.readPath': { values: ['', '/v1/Akasse/Afdelingskontor?akasseKode={akasseKode}&afdelingskontorKode={afdelingskontorKode}&alt=1'], differs: 'sent', with: { akasseCodes: '902', readEachBranch: true, events: BRANCHES } },
};

/** The trigger's fields as the built node shows them, those of a collection by both names. */
async function fieldsOfTrigger(): Promise<string[]> {
	const { nodes } = await loadPack();
	const properties = nodes.get('n8n-nodes-nordic-workforce.starAkasseTrigger')?.description.properties ?? [];
	const shown = properties.filter(({ type, name }) => type !== 'notice' && name !== 'pollTimes');
	return shown.flatMap(({ type, name, options = [] }) => (type === 'collection' ? (options as INodeProperties[]).map((option) => `${name}.${option.name}`) : [name]));
}

function withField(path: string, value: unknown): INodeParameters {
	const [name, option] = path.split('.');
	return { [name]: option === undefined ? value : { [option]: value } } as INodeParameters;
}

/** Polls twice, while one a-kasse is new, two are changed and four are closed. */
async function observe(parameters: INodeParameters): Promise<{ sent: unknown; told: unknown }> {
	await star.reset();
	const trigger = await star.trigger(parameters);
	const poll = async (): Promise<IDataObject[] | string> => await star.events(trigger).catch(() => 'failed');
	const told = [await poll()];
	await star.put('950', { navn: 'Sandkassens nye A-kasse', adresse: { vejnavn: 'Nyvej' } });
	for (const code of ['902', '903']) await star.put(code, { telefonnummer: '1' });
	const others = (await star.state('akasser')).filter(({ akasseKode }) => ![OWN, '902', '903', '950'].includes(String(akasseKode)));
	await star.control.remove('starAkasse', { akasser: others.slice(0, parameters.options === undefined ? 1 : 5) });
	told.push(await poll());
	const sent = (await star.sent()).map(({ operation, path }) => [operation, path]);
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
	['no event', { events: [] }, "'Events' is empty"],
	['an unknown event', { events: ['akasseNew', 'branchMoved'] }, "'Events' has an entry that is none of its values"],
	['a code that is none', { akasseCodes: '901, ../902' }, "'A-Kasse Codes' is not a code"],
	['a path that is none', { options: { readPath: 'https://example.org' } }, "'Path of the Read' is not a path"],
	['a path without the branch office', { options: { readPath: '/v1/Akasse/Afdelingskontor' } }, "'Path of the Read' does not hold {afdelingskontorKode}"],
];

test.each(WRONG)('%s is told before anything is sent', async (_what, parameters, message) => {
	const trigger = await star.trigger(parameters);
	await expect(star.events(trigger)).rejects.toMatchObject({ message, failure: { cause: 'configuration-invalid' } });
	expect(await star.sent()).toEqual([]);
});
