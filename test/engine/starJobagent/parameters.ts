import type { IDataObject, INodeParameters } from 'n8n-workflow';

import type { Observed } from '../support';
import type { JobagentBench } from './bench';
import { IDENTIFIER, OCCUPATION, OTHER_IDENTIFIER } from './bench';

/** Two citizens of the world and an interview option, by the item that names them: a table is written before there is a world. */
export const CPR = '={{ $json.citizens[0] }}';
export const OTHER_CPR = '={{ $json.citizens[1] }}';
export const OPTION = '={{ $json.option }}';

/** The job wishes of the form, with one wish. */
export const wish = (fields: IDataObject = {}): INodeParameters => ({
	wish: [{ conceptUri: OCCUPATION, hasEducation: true, yearLastUsed: '2020', monthsOfExperience: '12', jobTargetIdentifier: IDENTIFIER, ...fields }] as unknown as INodeParameters[],
});

/** The same as JSON. */
export const wishJson = (fields: IDataObject = {}): string => JSON.stringify(wish(fields).wish);

/** The path of a job agent that is the other reading of the vendor's page. */
export const BY_PATH = '/v1/Jobagent/{jobagentidentifier}';

const user = (identifier: string): INodeParameters => ({ values: { type: 2, identifier, name: 'A', email: 'a@b.example' } });

/** The options that all writes have. */
export const COMMON = {
	'options.allowNobody': { values: [false, true], with: { cpr: '0000000000' } },
	'options.requestKey': { values: ['key-a', 'key-b'] },
	'options.user': { values: [user('one'), user('two')], differs: 'sent' },
} as const;

const ABOUT_LOST_ANSWERS = ['readBackPath', 'requestIdsKept'];

/** Runs an operation in a new world; where an option says what becomes of a lost answer, the first one is lost. */
export const runIn = (jobagent: JobagentBench, wire: string, kind: string) => async (parameters: INodeParameters): Promise<Observed> => {
	await jobagent.control.reset();
	const citizens = (await jobagent.citizens()).slice(0, 2);
	if (wire !== 'CreateJobagent') {
		await jobagent.jobAgent(citizens[0]);
		await jobagent.jobAgent(citizens[1], OTHER_IDENTIFIER);
	}
	const options = Object.keys((parameters.options ?? {}) as IDataObject);
	if (options.some((name) => ABOUT_LOST_ANSWERS.includes(name))) await jobagent.faults(wire, { kind, nth: 1 });
	return await jobagent.observe(parameters, { items: [{ citizens, option: await jobagent.interviewOption() }] });
};
