import { JOBAGENT_CODES } from '../../../nodes/StarJobagent/codes';

/** The tables of the vendor's page, in its order. */
const OF_CREATE = [1001, 1010, 4405, 4575, 4589];
const OF_UPDATE = [
	1001, 1010, 1014, 4313, 4314, 4316, 4318, 4338, 4405, 4641, 4645, 4698, 4710, 4720, 4725, 4750, 4763, 4769, 4783, 4786, 4819, 4822, 6014, 6033, 7062, 8108, 8109, 8111, 8273, 8281, 8288, 9003, 9018, 9344, 9345,
];

const listed = (operation: 'Create' | 'Update'): number[] =>
	Object.entries(JOBAGENT_CODES).filter(([, { listedBy }]) => listedBy.includes(operation)).map(([code]) => Number(code));

test('all 37 codes of the page are known, each with a text of its own', () => {
	expect(Object.keys(JOBAGENT_CODES)).toHaveLength(37);
	expect(new Set(Object.values(JOBAGENT_CODES).map(({ text }) => text)).size).toBe(37);
});

test('each is listed by the operations whose table has it', () => {
	expect(listed('Create')).toEqual(OF_CREATE);
	expect(listed('Update')).toEqual(OF_UPDATE);
});

test('who may not call is told what to look at', () => {
	expect(JOBAGENT_CODES['4575']).toMatchObject({ kind: 'credential', advice: expect.stringContaining('organisation in the credential') });
});
