import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { describeParameters } from '../support';
import { IDENTIFIER, JobagentBench, OTHER_IDENTIFIER } from './bench';
import { Calls, requestOf } from './calls';
import { BY_PATH } from './parameters';

const jobagent = new JobagentBench();
const calls = new Calls(jobagent);

/** What would be lost answers without a fault. */
const ABOUT_LOST = ['options.readBackPath', 'identifiersKept'];

const isAboutLost = (parameters: INodeParameters): boolean =>
	ABOUT_LOST.some((path) => {
		const [name, option] = path.split('.');
		return option === undefined ? parameters[name] !== undefined : option in ((parameters[name] ?? {}) as IDataObject);
	});

describeParameters({
	node: 'starJobagent',
	resource: 'jobAgent',
	operation: 'createFromRequest',
	base: { request: '={{ $json.one }}' },
	run: async (parameters) => {
		await jobagent.control.reset();
		const [one, other] = await jobagent.citizens();
		if (isAboutLost(parameters)) await jobagent.faults('CreateJobagent', { kind: 'reset-before', nth: 1 });
		const [{ sealed: first }, { sealed: second }] = [await calls.taken(requestOf(one)), await calls.taken(requestOf(other, { requestKey: 'case-2' }))];
		return await jobagent.observe(parameters, { items: [{ one: first, other: second }] });
	},
	cases: {
		request: { values: ['={{ $json.one }}', '={{ $json.other }}'] },
		triedBefore: { values: [false, true] },
		identifiersKept: { values: [false, true] },
		'options.path': { values: ['/v1/Jobagent', '/v2/Jobagent'] },
		'options.readBackPath': { values: ['', BY_PATH], differs: 'sent' },
	},
});

describeParameters({
	node: 'starJobagent',
	resource: 'jobAgent',
	operation: 'judgeRepeat',
	base: { requestId: 'case-1', jobAgentIdentifier: IDENTIFIER, contentMark: 'aa', row: { contentMark: 'aa', state: 'registered', codes: '', until: '' } as unknown as string, mayWait: true },
	run: async (parameters) => await jobagent.observe(parameters),
	cases: {
		requestId: { values: ['case-1', 'case-2'], differs: 'got' },
		jobAgentIdentifier: { values: [IDENTIFIER, OTHER_IDENTIFIER], differs: 'got' },
		contentMark: { values: ['aa', 'bb'], differs: 'got' },
		row: { values: ['{}', '{"contentMark":"aa","state":"unknown"}'], differs: 'got' },
		mayWait: { values: [false, true], with: { row: '{"contentMark":"aa","state":"pending","until":"2999-01-01T00:00:00.000Z"}' }, differs: 'got' },
	},
});

test.each(['requestId', 'jobAgentIdentifier', 'contentMark'])('Judge Repeat judges nothing without its %s', async (name) => {
	const { error } = await jobagent.run({ operation: 'judgeRepeat', requestId: 'a', jobAgentIdentifier: IDENTIFIER, contentMark: 'aa', row: '{}', mayWait: false, [name]: '={{ "" }}' });
	expect(error?.message).toContain('is empty');
});
