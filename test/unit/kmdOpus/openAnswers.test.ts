import { readXml } from '../../../nodes/kit/xml';
import type { Document } from '../../../nodes/KmdOpus/personnelFolder/document';
import { uploadDocuments } from '../../../nodes/KmdOpus/personnelFolder/upload';
import type { OpusSoapClient, SoapResult } from '../../../nodes/KmdOpus/soap/client';
import { doneBefore, judge, settledBefore, toldOfEach } from '../../../nodes/KmdOpus/workSchedules/judge';
import type { Change, Occurrence } from '../../../nodes/KmdOpus/workSchedules/occurrence';
import { writeSchedules } from '../../../nodes/KmdOpus/workSchedules/write';

const answered = (content: string): SoapResult & { kind: 'answer' } => ({ kind: 'answer', root: readXml(`<R>${content}</R>`)! });
const OTHER_NAMES = '<ReturnStatus><Type>E</Type><Message>Afvist</Message></ReturnStatus>';

describe('an upload', () => {
	const document: Document = {
		employeeNumber: '155',
		sourceSystem: 'CAPITECH',
		documentTypeKey: 'CAP-AFTALE',
		title: 'Aftale',
		documentDate: '',
		externalReference: '100:4711',
		fileName: 'aftale.pdf',
		recordedState: '',
		content: { value: 'JVBERi0=', mimeType: 'application/pdf', fileName: 'aftale.pdf' },
	};
	const upload = async (content: string) => {
		const client = { send: async () => await Promise.resolve(answered(content)) } as unknown as OpusSoapClient;
		const [outcome] = await uploadDocuments([document], { client, overrides: {}, honoursReference: false });
		return outcome;
	};

	test.each(['', OTHER_NAMES, '<ReturnStatus><StatusType>W</StatusType><MessageText>Se efter</MessageText></ReturnStatus>'])('is left to a human where the answer is no clear yes: %j', async (content) => {
		expect(await upload(content)).toMatchObject({ outcome: 'unknown', messages: expect.arrayContaining([{ type: 'E', code: null, text: expect.stringContaining('100:4711') }]) });
	});

	test.each(['<ReturnStatus><StatusType>S</StatusType></ReturnStatus>', '<ReturnStatus><StatusType>W</StatusType></ReturnStatus><DocumentId>7</DocumentId>', '<DocumentId>7</DocumentId>'])(
		'stands where the answer says so, or names the document: %s',
		async (content) => {
			expect(await upload(content)).toMatchObject({ outcome: 'registered' });
		},
	);
});

describe('an occurrence of a work schedule that can not be read back', () => {
	const day = { startDate: '2026-11-02', endDate: '2026-11-02', workTimeType: '01', startTime: '', endTime: '', hours: null };
	const change = { employeeNumber: '155', wanted: day };
	const outcomeOf = (content: string) => {
		const result = answered(content);
		return judge(change, result, toldOfEach(result.root, 1)[0], undefined, [change]);
	};
	const item = (type: string, index = '1') => `<ReturnStatus><item><Index>${index}</Index><StatusType>${type}</StatusType><MessageText>Tekst</MessageText></item></ReturnStatus>`;

	test.each([
		['registered', item('S')],
		['unknown', item('W')],
		['unknown', ''],
		['unknown', OTHER_NAMES],
		['rejected', item('E')],
		['rejected', item('E', '9')],
		['rejected', item('E', '1.5')],
		['rejected', '<ReturnStatus><StatusType>E</StatusType><MessageText>Lukket</MessageText></ReturnStatus>'],
	])('%s: %s', (outcome, content) => {
		expect(outcomeOf(content).outcome).toBe(outcome);
	});
});

describe('a place where an occurrence stands already', () => {
	const place = { startDate: '2026-11-02', endDate: '2026-11-02', workTimeType: '01', startTime: '', endTime: '' };
	const elsewhere = { ...place, startDate: '2026-11-03', endDate: '2026-11-03' };
	const standing = [{ ...place, hours: 740 }, { ...elsewhere, hours: 740 }];
	const made = { employeeNumber: '155', wanted: { ...place, hours: 500 } };
	const settled = (change: Change, there: Occurrence[], all: Change[]) => settledBefore(change, there, all, doneBefore(all, there));
	const moved = { employeeNumber: '155', wanted: { ...place, hours: null }, original: elsewhere };

	test.each([made, moved])('gets no second one: %j', (change) => {
		expect(settled(change, standing, [change])).toMatchObject({ outcome: 'rejected', messages: [{ type: 'E', text: expect.stringContaining('stands there already') }] });
	});

	test('is free where another change leaves it, and for a change of its own hours', () => {
		const leaving = { employeeNumber: '155', wanted: { ...place, workTimeType: 'AA', hours: null }, original: place };
		expect(settled(moved, standing, [moved, leaving])).toBeUndefined();
		const own = { employeeNumber: '155', wanted: { ...place, hours: 500 }, original: place };
		expect(settled(own, standing, [own])).toBeUndefined();
	});

	test('is not where a change came to whose original is gone, while another is to leave it', () => {
		const leaving = { employeeNumber: '155', wanted: { ...place, workTimeType: 'AA', hours: null }, original: place };
		expect(settled(moved, standing.slice(0, 1), [moved, leaving])).toMatchObject({ outcome: 'rejected', messages: [{ text: expect.stringContaining('does not stand') }] });
		expect(settled(moved, standing.slice(0, 1), [moved])).toMatchObject({ outcome: 'unchanged' });
	});

	test('is none of a change that others, one after the other, are to leave', () => {
		const third = { ...place, startDate: '2026-11-04', endDate: '2026-11-04' };
		const onward = { employeeNumber: '155', wanted: { ...third, hours: null }, original: elsewhere };
		const back = { employeeNumber: '155', wanted: { ...elsewhere, hours: null }, original: place };
		const into = { employeeNumber: '155', wanted: { ...place, hours: null }, original: { ...place, workTimeType: 'AA' } };
		expect(doneBefore([onward, back, into], standing)).toEqual(new Set());
	});
});

test('a change that is refused does not count as done because another one, refused before, would have come to its place', async () => {
	const day = (number: number) => ({ startDate: `2026-11-0${number}`, endDate: `2026-11-0${number}`, workTimeType: '01', startTime: '', endTime: '' });
	const move = (from: number, to: number): Change => ({ employeeNumber: '155', original: day(from), wanted: { ...day(to), hours: null } });
	const items = [2, 3].map((number) => `<item><StartDate>2026-11-0${number}</StartDate><EndDate>2026-11-0${number}</EndDate><WorkTimeType>01</WorkTimeType></item>`);
	const client = {
		read: async () => await Promise.resolve(readXml(`<R><WorkSchedule>${items.join('')}</WorkSchedule></R>`)),
		send: async () => await Promise.resolve(answered('<ReturnStatus><item><Index>1</Index><StatusType>E</StatusType><MessageText>Kollision</MessageText></item></ReturnStatus>')),
	} as unknown as OpusSoapClient;
	const outcomes = await writeSchedules([move(9, 2), move(2, 3), move(3, 4)], { client, overrides: { write: {}, read: {} }, perCall: 1 });
	expect(outcomes.map(({ outcome }) => outcome)).toEqual(['rejected', 'rejected', 'rejected']);
});
