import type { INodeParameters } from 'n8n-workflow';

import { describeParameters } from '../support';
import { IDENTIFIER, JobagentBench, OTHER_IDENTIFIER } from './bench';

const jobagent = new JobagentBench();

/** Of the sandbox's world; the second has no job agent. */
const OWNER = '0101804001';
const OTHER = '0101804028';

/** A run in which a citizen has one job agent with the identifier. */
async function run(parameters: INodeParameters) {
	await jobagent.control.reset();
	await jobagent.switches({ getWithoutIdentifier: 'list' });
	await jobagent.control.put('starJobagent', { citizens: [{ cpr: OWNER, birthdate: '1980-01-01', dead: false, abroad: false }] });
	await jobagent.jobAgent(OWNER);
	return await jobagent.observe(parameters);
}

describeParameters({
	node: 'starJobagent',
	resource: 'jobAgent',
	operation: 'get',
	base: { cpr: OWNER, jobAgentIdentifier: IDENTIFIER },
	run,
	cases: {
		cpr: { values: [OWNER, OTHER] },
		jobAgentIdentifier: { values: [IDENTIFIER, OTHER_IDENTIFIER] },
		'options.includeCpr': { values: [false, true], differs: 'got' },
		'options.path': { values: ['', '/v1/Andet/{jobagentidentifier}'] },
		'options.user': { values: [{ values: { type: 2, identifier: 'a' } }, { values: { type: 4, identifier: 'b' } }], differs: 'sent' },
	},
});
