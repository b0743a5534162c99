import type { INodeParameters } from 'n8n-workflow';

import { change, creation, day, deletion, IDENTIFIER, inUtc, JobagentBench, MEETING, NEEDS_WISH, OCCUPATION, OTHER_IDENTIFIER, textsOf, TODAY } from './bench';

const jobagent = new JobagentBench();

const WISH = { conceptUri: OCCUPATION, hasEducation: true, yearLastUsed: '2020', monthsOfExperience: '12' };
const wishes = (...wish: object[]): INodeParameters => ({ jobWishes: { wish } as unknown as INodeParameters });

let cpr: string;
beforeEach(async () => {
	[cpr] = await jobagent.citizens();
});

describe('Create', () => {
	test('creates the job agent with all its fields, and gives its identifier out', async () => {
		const row = await jobagent.row(
			creation(cpr, {
				clientCategory: NEEDS_WISH,
				...wishes(WISH, { ...WISH, hasEducation: false, yearLastUsed: '', jobTargetIdentifier: OTHER_IDENTIFIER }),
				additionalFields: { title: 'Graver', email: 'a@b.example', eventDate: `${day(-2)}T12:00Z` },
			}),
		);
		expect(row).toMatchObject({ outcome: 'registered', messages: [] });
		const [created, ...others] = await jobagent.jobAgentsOf(cpr);
		expect(others).toEqual([]);
		expect(created).toMatchObject({
			jobagentidentifier: row.jobAgentIdentifier,
			titel: 'Graver',
			klientKategori: NEEDS_WISH,
			emailadresse: 'a@b.example',
			joboensker: [
				{ conceptUriDa: OCCUPATION, harUddannelse: true, aarSidstBrugt: 2020, maanederMedErfaring: 12 },
				{ conceptUriDa: OCCUPATION, harUddannelse: false, maanederMedErfaring: 12, jobTargetIdentifier: OTHER_IDENTIFIER },
			],
		});
		const [{ path, headers }] = await jobagent.sent('CreateJobagent');
		expect(path).toBe('/star/jobagent/v1/Jobagent');
		expect(headers['x-civilregistrationidentifier']).toBe(cpr);
		expect(headers['x-requestid']).toBe(row.requestId);
	});

	test('tells that it may have enrolled the citizens, once for all items', async () => {
		const [one, other] = await jobagent.citizens();
		const { hints } = await jobagent.run(creation('={{ $json.citizen }}'), { items: [{ citizen: one }, { citizen: other }] });
		expect(hints.map(({ message }) => message)).toEqual([expect.stringContaining('may have enrolled')]);
	});

	test('reads its first job agent back, so that nobody relies on an identifier that was not taken', async () => {
		await jobagent.switches({ ownIdentifier: 'ignored' });
		const items = (await jobagent.citizens()).slice(0, 3).map((citizen) => ({ citizen }));
		const rows = await jobagent.rows(creation('={{ $json.citizen }}'), { items });
		expect(rows.map(({ outcome }) => outcome)).toEqual(['registered', 'registered', 'registered']);
		for (const row of rows) expect(textsOf(row)).toContain('assign one of its own');
		expect(await jobagent.sent('GetJobagent')).toHaveLength(1);
	});

	test('can leave the identifier to STAR, and says what that means', async () => {
		const row = await jobagent.row(creation(cpr, { identifierMode: 'assigned' }));
		expect(row).toMatchObject({ outcome: 'registered', jobAgentIdentifier: null });
		expect(textsOf(row)).toContain('can not be read back');
		const [{ body }] = await jobagent.sent('CreateJobagent');
		expect(JSON.parse(body)).not.toHaveProperty('jobagentidentifier');
	});

	test.each([
		[-10, undefined],
		[-11, '4338'],
		[1, '4338'],
	])('an enrolment %d days from now is left to the service to judge, with a warning where it is out of time', async (days, code) => {
		const row = await jobagent.row(creation(cpr, { enrolmentDate: day(days) }));
		expect(row.outcome).toBe(code ? 'rejected' : 'registered');
		if (code) expect(row.messages).toEqual([expect.objectContaining({ type: 'W' }), expect.objectContaining({ type: 'E', code })]);
	});

	test('of a dead, unknown or foreign citizen is refused with the code and both texts', async () => {
		const dead = (await jobagent.state('citizens')).find((citizen) => citizen.dead)!;
		const row = await jobagent.row(creation(String(dead.cpr)));
		expect(row.messages).toEqual([{ type: 'E', code: '4405', text: 'The citizen is dead: The person with specified cpr is dead' }]);
		expect((await jobagent.row(creation('0101575009'))).messages).toContainEqual(expect.objectContaining({ code: '1010' }));
	});

	test.each([
		['inBody', 'registered'],
		['withRefusedStatus', 'registered'],
	])('the warning 9345 (%s) is a success with a warning', async (warn9345, outcome) => {
		await jobagent.switches({ warn9345 });
		const row = await jobagent.row(creation(cpr));
		expect(row).toMatchObject({ outcome });
		expect(row.messages).toContainEqual(expect.objectContaining({ type: 'W', code: '9345' }));
		expect(await jobagent.jobAgentsOf(cpr)).toHaveLength(1);
	});

	test('two items with one identifier are refused before anything is sent', async () => {
		const { error } = await jobagent.run(creation(cpr, { jobAgentIdentifier: IDENTIFIER }), { items: [{}, {}] });
		expect(error?.message).toContain("'Job Agent Identifier' is the same as that of another item");
		expect(await jobagent.sent()).toEqual([]);
	});
});

describe('Update', () => {
	let option: string;
	beforeEach(async () => {
		await jobagent.jobAgent(cpr);
		option = await jobagent.interviewOption();
	});

	test('enrols and books, and gives the receipt and the booking out', async () => {
		const enrolment = { clientCategory: String(NEEDS_WISH), enrolmentDate: TODAY, unemploymentDegree: '9202', title: 'Ny' };
		const row = await jobagent.row(change(cpr, option, { ...wishes(WISH), enrolment, additionalFields: { caseworkerId: 'CVR:00000000-RID:9501' } }));
		expect(row).toMatchObject({ outcome: 'registered', messages: [], jobAgentIdentifier: IDENTIFIER, phone: '00000000', noSelfActivatingCodeNeeded: true });
		expect(row.jobCenterReceipt).toContain('booket');
		const [booking] = await jobagent.state('bookings');
		expect(booking).toMatchObject({
			indkaldelseId: row.bookingId,
			cpr,
			moedetilbudId: option,
			moedeStarttidspunkt: inUtc(MEETING),
			samtaleformType: 9302,
			sagsbehandlerEksterntId: 'CVR:00000000-RID:9501',
		});
		expect((await jobagent.jobAgentsOf(cpr))[0]).toMatchObject({ titel: 'Ny', klientKategori: NEEDS_WISH, ledighedsgrad: 9202 });
		const [{ method, path }] = await jobagent.sent('UpdateJobagent');
		expect([method, path]).toEqual(['PUT', `/star/jobagent/v1/UpdateJobagent?jobagentidentifier=${IDENTIFIER}`]);
	});

	test('can go to the other path, and have the fields of its wish at the top', async () => {
		await jobagent.switches({ updateWishes: 'flat' });
		const options = { path: '/v1/Jobagent/{jobagentidentifier}', wishesPlace: 'flat' };
		expect(await jobagent.row(change(cpr, option, { ...wishes({ ...WISH, conceptUri: '' }), options }))).toMatchObject({ outcome: 'registered' });
		const [{ path, body }] = await jobagent.sent('UpdateJobagent');
		expect(path).toBe(`/star/jobagent/v1/Jobagent/${IDENTIFIER}`);
		expect(JSON.parse(body)).toMatchObject({ harUddannelse: true, senestAktiv: 2020, erfaringsmaaneder: 12 });
	});

	test('is refused where the time is taken by now', async () => {
		await jobagent.row(change(cpr, option));
		const [, other] = await jobagent.citizens();
		await jobagent.jobAgent(other, OTHER_IDENTIFIER);
		const row = await jobagent.row(change(other, option, { jobAgentIdentifier: OTHER_IDENTIFIER }));
		expect(row).toMatchObject({ outcome: 'rejected', messages: [{ code: '4819' }, { type: 'I', text: expect.stringContaining('free times') }] });
	});

	test('with the warning 9345 and a status that says no is unknown: no read shows a booking', async () => {
		await jobagent.switches({ warn9345: 'withRefusedStatus' });
		expect(await jobagent.row(change(cpr, option, { options: { requestIdsKept: true } }))).toMatchObject({ outcome: 'unknown' });
		expect(await jobagent.state('bookings')).toHaveLength(1);
	});
});

describe('Delete', () => {
	test('takes the job agent away', async () => {
		await jobagent.jobAgent(cpr);
		expect(await jobagent.row(deletion(cpr))).toMatchObject({ outcome: 'registered', jobAgentIdentifier: IDENTIFIER });
		expect(await jobagent.jobAgentsOf(cpr)).toEqual([]);
		const [{ method, path, body }] = await jobagent.sent('DeleteJobagent');
		expect([method, path, body]).toEqual(['DELETE', `/star/jobagent/v1/UpdateJobagent?jobagentidentifier=${IDENTIFIER}`, '']);
	});

	test.each([400, 404])('of one that STAR does not know (%d) changes nothing, and says what that may mean', async (unknownStatus) => {
		await jobagent.switches({ unknownStatus });
		const row = await jobagent.row(deletion(cpr));
		expect(row.outcome).toBe('unchanged');
		expect(textsOf(row)).toContain('do not belong together');
	});

	test('leaves the job agent of another citizen alone', async () => {
		const [, other] = await jobagent.citizens();
		await jobagent.jobAgent(other);
		expect(await jobagent.row(deletion(cpr))).toMatchObject({ outcome: 'unchanged' });
		expect(await jobagent.jobAgentsOf(other)).toHaveLength(1);
	});
});

test.each([
	['create', { identifierMode: 'own', jobAgentIdentifier: 'x' }, "'Job Agent Identifier' is not an identifier"],
	['create', { cpr: '0000000000' }, "'CPR Number' is 0000000000"],
	['create', { options: { path: 'https://x.example/v1' } }, "'Path' is not a path"],
	['update', { jobAgentIdentifier: '={{ "" }}' }, "'Job Agent Identifier' is empty"],
	['delete', { options: { readBackPath: '/v1/Jobagent' } }, "'Read-Back Path' does not hold {jobagentidentifier}"],
	['delete', { cpr: '={{ 101575001 }}' }, "'CPR Number' has nine digits"],
])('%s with %j is refused before anything is sent', async (operation, parameters, message) => {
	const all = { ...creation(cpr), ...change(cpr, IDENTIFIER), operation, ...parameters } as INodeParameters;
	expect((await jobagent.run(all)).error?.message).toContain(message);
	expect(await jobagent.sent()).toEqual([]);
});
