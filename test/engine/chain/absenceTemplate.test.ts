import type { IDataObject } from 'n8n-workflow';

import { READ, transferFirms, useAbsenceChain, WRITE } from './absences';

const chain = useAbsenceChain({ people: 100, days: 62 });

const COUNTED = ['read', 'absences', 'created', 'unchanged', 'rejected', 'later', 'skipped', 'human'];
const PLAN_ONLY = { settings: { postOnManualStart: false } };

const figuresOf = (summary: IDataObject = {}) => Object.fromEntries(COUNTED.map((name) => [name, summary[name]]));

test('two months of 100 people come out as the reference says, record by record, and a second run adds nothing', async () => {
	const expected = await chain.expected();
	for (const name of ['created', 'rejected', 'later', 'skipped', 'human']) expect(expected[name]).toBeGreaterThan(0);
	const { summary, attention, result } = await chain.run();
	expect(result.error).toBeUndefined();
	expect(figuresOf(summary)).toEqual(expected);
	expect(summary).toMatchObject({ updated: 0, deleted: 0, planned: 0, partial: 0, unknown: 0, failed: 0 });
	expect(await chain.transferProblems()).toEqual([]);
	expect(attention).toHaveLength(expected.rejected + expected.human);
	expect(attention.filter(({ reason, standing }) => !reason || !standing)).toEqual([]);
	const records = await chain.standing();

	const second = await chain.runToEnd();
	expect(second).toMatchObject({ read: expected.read, created: 0, updated: 0, deleted: 0, unchanged: expected.created, rejected: expected.rejected });
	expect(await chain.standing()).toEqual(records);
	expect(await chain.transferProblems()).toEqual([]);
});

test('the table holds what is needed to change or delete a record, and neither name nor number of a person, nor a word of Capitech’s', async () => {
	await chain.runToEnd();
	const [row] = chain.memory();
	const record = ['employeeNumber', 'type', 'relation', 'relationKey', 'fromDate', 'startTime', 'toDate', 'endTime'];
	const original = ['originalType', 'originalRelation', 'originalRelationKey', 'originalFromDate', 'originalStartTime', 'originalToDate', 'originalEndTime'];
	expect(Object.keys(row).sort()).toEqual(['reference', 'revision', 'attempt', 'state', 'step', ...record, ...original, 'id', 'createdAt', 'updatedAt'].sort());
	const text = JSON.stringify(chain.memory());
	const { absences } = await chain.control.state('capitech');
	for (const { employee, absenceDescription } of absences) expect(text).not.toMatch(new RegExp(`${String(employee)}|${String(absenceDescription)}`));
	expect(chain.memory().filter(({ state }) => state !== 'standing')).toEqual([]);
});

test('a run by hand that is not to post writes nothing, and says what the run that posts then does', async () => {
	await chain.makeRoom();
	const { summary, result } = await chain.run(PLAN_ONLY);
	expect(result.status).toBe('success');
	expect(await chain.sent()).toEqual([]);
	expect(chain.memory()).toEqual([]);
	const posted = await chain.runToEnd();
	expect(posted.created).toBeGreaterThan(0);
	expect(summary).toMatchObject({ planned: Number(posted.created) + Number(posted.rejected), created: 0, human: posted.human });
});

test('until it is said which status counts as approved, everything goes to a human, and Opus is not even read', async () => {
	const { summary, attention } = await chain.run({ settings: { firms: transferFirms((firm) => (firm.approvedStatuses = [])) } });
	expect(summary).toMatchObject({ human: summary?.absences, created: 0, planned: 0 });
	expect(new Set(attention.map(({ reason }) => reason))).toEqual(new Set(['The settings do not say which status counts as approved']));
	expect(await chain.control.journal({ service: 'kmdOpus' })).toEqual([]);
});

test('a period without absences gives a summary of zeros, and the lease is free again', async () => {
	const { summary, attention, result } = await chain.run({ settings: { fromDate: '2025-01-01', toDate: '2025-02-15' } });
	expect(result.status).toBe('success');
	expect(Object.values(summary ?? {}).filter((value) => value !== 0)).toEqual([]);
	expect(attention).toEqual([]);
	await chain.runToEnd();
});

test('absences of another municipality than the credential’s are not sent', async () => {
	const { summary, attention } = await chain.run({ settings: { firms: transferFirms((firm) => (firm.municipalityCode = '730')) } });
	expect(summary).toMatchObject({ created: 0, failed: expect.any(Number) as number });
	expect(attention.filter(({ standing }) => standing === 'failed')).toHaveLength(Number(summary?.failed));
	expect((await chain.control.journal({ service: 'kmdOpus' })).filter(({ operation }) => operation === WRITE || operation === READ)).toEqual([]);
	expect(chain.memory().filter(({ state }) => state === 'pending')).toEqual([]);
});
