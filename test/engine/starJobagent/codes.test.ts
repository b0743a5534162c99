import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { JOBAGENT_CODES } from '../../../nodes/StarJobagent/codes';
import { change, creation, deletion, JobagentBench } from './bench';

const jobagent = new JobagentBench();

/** Says that it is done all the same. */
const WARNING = '9345';

/** Says that there is nothing to delete. */
const NOT_THERE = '4589';

/** One that the vendor's page does not have: the numbers are being changed. */
const NEWER = '70001';

const CODES = [...Object.keys(JOBAGENT_CODES), NEWER].filter((code) => code !== WARNING);
const TEXT = 'Tekst fra STAR';

const OPERATIONS: Array<[wire: string, parameters: () => Promise<INodeParameters>]> = [
	['CreateJobagent', async () => creation('={{ $json.cpr }}')],
	['UpdateJobagent', async () => change('={{ $json.cpr }}', await jobagent.interviewOption())],
	['DeleteJobagent', async () => deletion('={{ $json.cpr }}')],
];

test.each(OPERATIONS)('%s tells each code in English beside the vendor’s text, listed for it or not', async (wire, parameters) => {
	const [cpr] = await jobagent.citizens();
	await jobagent.faults(wire, ...CODES.map((code, at) => ({ kind: 'business-error', nth: at + 1, code: Number(code), text: `${TEXT} ${code}` })));
	const rows = await jobagent.rows(await parameters(), { items: CODES.map(() => ({ cpr })) });
	rows.forEach(({ outcome, messages }, at) => {
		const code = CODES[at];
		const own = (messages as IDataObject[]).filter((message) => message.code === code);
		expect(own).toHaveLength(1);
		const text = JOBAGENT_CODES[code]?.text;
		for (const part of [text ?? '', `${TEXT} ${code}`]) expect(own[0].text).toContain(part);
		const gone = wire === 'DeleteJobagent' && code === NOT_THERE;
		expect([code, outcome]).toEqual([code, gone ? 'unchanged' : JOBAGENT_CODES[code]?.kind === 'unavailable' ? 'later' : 'rejected']);
	});
	expect(await jobagent.sent(wire)).toHaveLength(CODES.length);
	expect(await jobagent.sent('GetJobagent')).toEqual([]);
});

test.each(['errors', 'single', 'array', 'problem'])('a refusal in the shape "%s" is told with its code', async (errorShape) => {
	const [cpr] = await jobagent.citizens();
	await jobagent.switches({ errorShape });
	const row = await jobagent.row(creation(cpr, { clientCategory: '9999' }));
	expect(row).toMatchObject({ outcome: 'rejected', messages: [{ type: 'E', code: '4313', text: expect.stringContaining('client category') }, { type: 'I' }] });
});

test('what to do about a refusal is told too, where something can be done', async () => {
	const [cpr] = await jobagent.citizens();
	await jobagent.switches({ scopes: 'read' });
	const { outcome, messages } = await jobagent.row(creation(cpr));
	expect([outcome, messages]).toEqual(['rejected', [expect.objectContaining({ type: 'E', code: '1013' }), expect.objectContaining({ type: 'I', text: expect.stringContaining('organisation') })]]);
});
