import type { INodeParameters } from 'n8n-workflow';

import { IDENTIFIER, JobagentBench, OTHER_IDENTIFIER } from './bench';

const jobagent = new JobagentBench();

const get = (cpr: string, parameters: INodeParameters = {}): INodeParameters => ({ operation: 'get', cpr, jobAgentIdentifier: IDENTIFIER, ...parameters });

let cpr: string;
beforeEach(async () => {
	[cpr] = await jobagent.citizens();
	await jobagent.jobAgent(cpr);
});

test('a job agent is read by its identifier, and the CPR number goes in its header alone', async () => {
	const row = await jobagent.row(get(cpr));
	expect(row).toMatchObject({ jobagentidentifier: IDENTIFIER, klientKategori: expect.any(Number) });
	const [{ method, path, headers, body, ...rest }] = await jobagent.sent();
	expect([method, path]).toEqual(['GET', `/star/jobagent/v1/Jobagent?jobagentidentifier=${IDENTIFIER}`]);
	expect(headers['x-civilregistrationidentifier']).toBe(cpr);
	expect(headers).not.toHaveProperty('x-requestid');
	expect(JSON.stringify([path, body, rest.operation, { ...headers, 'x-civilregistrationidentifier': '' }])).not.toContain(cpr);
});

test('a number with a hyphen is the same number', async () => {
	expect(await jobagent.rows(get(`${cpr.slice(0, 6)}-${cpr.slice(6)}`))).toHaveLength(1);
});

describe('the CPR number in what comes out', () => {
	test('is taken out of the answer, wherever it stands', async () => {
		await jobagent.control.put('starJobagent', { jobAgents: [{ ...(await jobagent.jobAgentsOf(cpr))[0], titel: `Job til ${cpr}` }] });
		const row = await jobagent.row(get(cpr));
		expect(row.titel).toBe('Job til ***');
		expect(JSON.stringify(row)).not.toContain(cpr);
	});

	test('is there when it is asked for', async () => expect(await jobagent.row(get(cpr, { options: { includeCpr: true } }))).toMatchObject({ cpr, jobagentidentifier: IDENTIFIER }));
});

describe('without an identifier', () => {
	test('all of a citizen’s are asked for, and a service that does not list them is told as that', async () => {
		const { error } = await jobagent.run(get(cpr, { jobAgentIdentifier: '' }));
		expect(error?.message).toMatch(/^STAR Jobagent refused GetJobagent/);
		expect(error?.description).toMatch(/Code: 1014/);
		expect((await jobagent.sent())[0].path).toBe('/star/jobagent/v1/Jobagent');
	});

	test('each comes as an item where the service lists them', async () => {
		await jobagent.switches({ getWithoutIdentifier: 'list' });
		await jobagent.jobAgent(cpr, OTHER_IDENTIFIER);
		const rows = await jobagent.rows(get(cpr, { jobAgentIdentifier: '' }));
		expect(rows.map(({ jobagentidentifier }) => jobagentidentifier).sort()).toEqual([IDENTIFIER, OTHER_IDENTIFIER]);
	});

	test('none is no item', async () => {
		await jobagent.switches({ getWithoutIdentifier: 'list' });
		await jobagent.control.remove('starJobagent', { jobAgents: [{ jobagentidentifier: IDENTIFIER }] });
		expect(await jobagent.rows(get(cpr, { jobAgentIdentifier: '' }))).toEqual([]);
	});
});

describe('what is refused before anything is sent', () => {
	test.each([' ', '1234567890', '3102801234', '010180123', '01018012345', '0101801234x', '0101801234|0000000000'])('%j as a CPR number', async (entered) => {
		const { error } = await jobagent.run(get(entered));
		expect(error?.message).toMatch(/^'CPR Number' /);
		if (entered.trim()) expect(JSON.stringify([error?.message, error?.description])).not.toContain(entered.trim());
		expect(await jobagent.sent()).toEqual([]);
	});

	test.each(['17', `${IDENTIFIER}0`, '../Jobagent'])('%j as an identifier', async (jobAgentIdentifier) => {
		expect((await jobagent.run(get(cpr, { jobAgentIdentifier }))).error?.message).toMatch(/^'Job Agent Identifier' /);
		expect(await jobagent.sent()).toEqual([]);
	});

	test('a path for an identifier that is not there', async () => {
		expect((await jobagent.run(get(cpr, { jobAgentIdentifier: '', options: { path: '/v1/Jobagent/{jobagentidentifier}' } }))).error?.message).toMatch(/^'Path' holds {jobagentidentifier}/);
		expect(await jobagent.sent()).toEqual([]);
	});
});

/** Runs it with the number in the item, as it stands in a workflow: an expression is all that n8n keeps of the parameter. */
const refused = async (more: INodeParameters = {}) => {
	const { error } = await jobagent.run(get('={{ $json.person }}', more), { items: [{ person: cpr }] });
	return { error, all: JSON.stringify([error, error?.message, error?.description]) };
};

test.each(['errors', 'single', 'array', 'problem'])('a refusal in the shape "%s" says what it is, and no CPR number is in it', async (errorShape) => {
	await jobagent.switches({ errorShape });
	const unknown = await refused({ jobAgentIdentifier: OTHER_IDENTIFIER });
	expect(unknown.error?.message).toMatch(/The identifier is not known/);
	expect(unknown.error?.description).toMatch(/Code: 4589/);
	await jobagent.faults('GetJobagent', { kind: 'business-error', code: 1010, text: `No ${cpr} here`, every: 1 });
	const stranger = await refused();
	expect(stranger.error?.description).toMatch(/The service says: No \*\*\* here\nCode: 1010/);
	expect(unknown.all + stranger.all).not.toContain(cpr);
});

test('no CPR number is in the error of a failure on the way', async () => {
	for (const kind of ['reset-before', 'malformed', 'status']) {
		await jobagent.faults('GetJobagent', { kind, status: 503, every: 1 });
		const { error, all } = await refused();
		expect(error?.message).toBeTruthy();
		expect(all).not.toContain(cpr);
	}
	expect((await jobagent.sent()).every(({ path }) => !path.includes(cpr))).toBe(true);
});
