import { setClock } from '../../../nodes/kit/clock';
import { bookingDoubts, bookingOf, createBody, dateWarnings, updateBody } from '../../../nodes/StarJobagent/dto';

const GUID = '0a1b2c3d-1111-4222-8333-444455556666';
const OTHER = '0a1b2c3d-1111-4222-8333-444455556667';

const REQUIRED = { clientCategory: 2, enrolmentDate: '2026-10-31', unemploymentDegree: '1' };
const WISH = { conceptUri: 'http://data.star.dk/esco/occupation/1', hasEducation: true };
const MEETING = { meetingStart: '2026-11-05T09:30', interviewOptionId: GUID, interviewForm: 3 };

const created = (fields = {}, wishes: unknown = [], id = '') => createBody({ ...REQUIRED, ...fields }, wishes, 'key-1', id);

describe('the body of Create', () => {
	test('holds what is required, and nothing empty', () => {
		expect(created({ title: '', email: ' ', eventDate: '' })).toEqual({ klientKategori: 2, tilmeldingsdato: '2026-10-31T00:00:00+01:00', ledighedsgrad: 1 });
	});

	test('holds every field of the DTO', () => {
		const wishes = [{ ...WISH, aliasIdentifier: GUID, yearLastUsed: '2019', monthsOfExperience: 0, jobTargetIdentifier: OTHER }];
		expect(created({ title: 'Murer', email: 'a@b.example', eventDate: '2026-07-01T08:15' }, wishes, GUID)).toEqual({
			titel: 'Murer',
			klientKategori: 2,
			tilmeldingsdato: '2026-10-31T00:00:00+01:00',
			ledighedsgrad: 1,
			haendelsesdato: '2026-07-01T08:15:00+02:00',
			emailadresse: 'a@b.example',
			joboensker: [{ conceptUriDa: WISH.conceptUri, aliasIdentifier: GUID, harUddannelse: true, aarSidstBrugt: 2019, maanederMedErfaring: 0, jobTargetIdentifier: OTHER }],
			jobagentidentifier: GUID,
		});
	});

	test.each([
		[{ clientCategory: '' }, "'Client Category' is empty"],
		[{ clientCategory: 'x' }, "'Client Category' is not a whole number"],
		[{ unemploymentDegree: 1.5 }, "'Degree of Unemployment' is not a whole number"],
		[{ unemploymentDegree: -1 }, "'Degree of Unemployment' is not a whole number"],
		[{ clientCategory: '0x10' }, "'Client Category' is not a whole number"],
		[{ clientCategory: 2 ** 31 }, "'Client Category' is too great a number"],
		[{ eventDate: '2026-03-29T02:30' }, "'Event Date' is a time that the clocks skip"],
		[{ eventDate: '2026-02-29' }, "'Event Date' is not a date"],
		[{ title: { a: 1 } }, "'Title' is not a text"],
		[{ title: ['a'] }, "'Title' is not a text"],
		[{ enrolmentDate: '' }, "'Enrolment Date' is empty"],
		[{ enrolmentDate: '31-10-2026' }, "'Enrolment Date' is not a date"],
		[{ eventDate: 'x' }, "'Event Date' is not a date"],
		[{ email: 'a@b@c' }, "'Email' is not an e-mail address"],
		[{ email: `${'a'.repeat(192)}@b.example` }, "'Email' is not an e-mail address"],
		[{ email: `a@${'b'.repeat(65)}` }, "'Email' is not an e-mail address"],
		[{ title: 'a\nb' }, "'Title' holds a line break"],
	])('is refused with %j', (fields, message) => {
		expect(() => created(fields)).toThrow(message);
	});

	test.each([
		['2026-03-29T02:30+01:00', '2026-03-29T03:30:00+02:00'],
		['2026-03-29 03:30', '2026-03-29T03:30:00+02:00'],
		['2026-03-29', '2026-03-29T00:00:00+01:00'],
	])('takes %s in a night when the clocks change', (eventDate, haendelsesdato) => {
		expect(created({ eventDate })).toMatchObject({ haendelsesdato });
	});

	test('takes e-mail addresses up to the lengths of the pattern', () => {
		const email = `${'a'.repeat(191)}@${'b'.repeat(64)}`;
		expect(created({ email })).toMatchObject({ emailadresse: email });
	});
});

describe('job wishes', () => {
	test('without an id get one each, the same at each repeat of a request, and another in another request', () => {
		const ids = (requestId: string) => (createBody(REQUIRED, [WISH, WISH], requestId, '').joboensker as Array<{ jobTargetIdentifier: string }>).map(({ jobTargetIdentifier }) => jobTargetIdentifier);
		expect(ids('a')).toEqual(ids('a'));
		expect(new Set([...ids('a'), ...ids('b')]).size).toBe(4);
		expect(ids('a')[0]).toMatch(/^[\da-f]{8}-[\da-f]{4}-8[\da-f]{3}-a[\da-f]{3}-[\da-f]{12}$/);
	});

	test('may be JSON, by our names or STAR’s in any letter case', () => {
		const wish = { ConceptUriDa: WISH.conceptUri, HarUddannelse: 'false', AarSidstBrugt: 2020, jobTargetIdentifier: GUID };
		const expected = [{ conceptUriDa: WISH.conceptUri, harUddannelse: false, aarSidstBrugt: 2020, jobTargetIdentifier: GUID }];
		expect(created({}, JSON.stringify([wish])).joboensker).toEqual(expected);
		expect(created({}, wish).joboensker).toEqual(expected);
	});

	test.each([
		['not json', "'Job Wishes' is not JSON"],
		['["a"]', "'Job Wishes, 1' is not an object"],
		[[WISH, { ...WISH, colour: 'red' }], "'Job Wishes, 2' holds a field that is not known"],
		[[{ ...WISH, conceptUriDa: 'x' }], "'Job Wishes, 1: Concept URI' is given twice"],
		[[{ hasEducation: true }], "'Job Wishes, 1: Concept URI' is empty"],
		[[{ conceptUri: 'x' }], "'Job Wishes, 1: Has Education' is empty"],
		[[{ ...WISH, hasEducation: 'yes' }], "'Job Wishes, 1: Has Education' is neither true nor false"],
		[[{ ...WISH, yearLastUsed: 19 }], "'Job Wishes, 1: Year Last Used' is not a year"],
		[[{ ...WISH, yearLastUsed: 2101 }], "'Job Wishes, 1: Year Last Used' is not a year"],
		[[{ ...WISH, monthsOfExperience: -1 }], "'Job Wishes, 1: Months of Experience' is not a whole number"],
		[[{ ...WISH, aliasIdentifier: 'x' }], "'Job Wishes, 1: Alias Identifier' is not an identifier"],
		[[{ ...WISH, jobTargetIdentifier: GUID }, { ...WISH, jobTargetIdentifier: GUID.toUpperCase() }], "'Job Wishes, 2: Job Target Identifier' is the same"],
	])('are refused: %j', (wishes, message) => {
		expect(() => created({}, wishes)).toThrow(message);
	});
});

describe('the body of Update', () => {
	const full = { hasEducation: true, yearLastUsed: 2019, monthsOfExperience: 12 };
	const ON_WIRE = { harUddannelse: true, senestAktiv: 2019, erfaringsmaaneder: 12 };
	const BOOKED = { moedeStarttidspunkt: '2026-11-05T09:30:00+01:00', moedetilbudId: GUID, samtaleformType: 3 };

	test('has the wishes as a list, or one of them at its top', () => {
		expect(updateBody({ ...MEETING, jobWishes: [full] }, {}, 'list')).toEqual({ joboensker: [ON_WIRE], ...BOOKED });
		expect(updateBody({ ...MEETING, jobWishes: [full] }, {}, 'flat')).toEqual({ ...ON_WIRE, ...BOOKED });
		expect(updateBody(MEETING, {}, 'list')).toEqual(BOOKED);
	});

	test('has the occupation of a wish where one is given', () => {
		expect(updateBody({ ...MEETING, jobWishes: [{ ...full, ...WISH, jobTargetIdentifier: OTHER }] }, {}, 'list').joboensker).toEqual([
			{ conceptUriDa: WISH.conceptUri, ...ON_WIRE, jobTargetIdentifier: OTHER },
		]);
	});

	test('has the enrolment, whole, when any field of it is given', () => {
		expect(updateBody({ ...MEETING, caseworkerId: 'abc' }, REQUIRED, 'list')).toEqual({
			klientKategori: 2,
			tilmeldingsdato: '2026-10-31T00:00:00+01:00',
			ledighedsgrad: 1,
			...BOOKED,
			sagsbehandlerEksterntId: 'abc',
		});
		expect(() => updateBody(MEETING, { title: 'x' }, 'list')).toThrow("'Client Category' is empty");
	});

	test.each([
		[{ meetingStart: '' }, "'Meeting Start' is empty"],
		[{ interviewOptionId: '' }, "'Interview Option ID' is empty"],
		[{ interviewOptionId: 'x' }, "'Interview Option ID' is not an identifier"],
		[{ interviewForm: '' }, "'Interview Form' is empty"],
		[{ caseworkerId: 'a'.repeat(256) }, "'Caseworker ID' is longer than 255"],
		[{ jobWishes: [{ ...full, yearLastUsed: '' }] }, "'Job Wishes, 1: Year Last Used' is empty"],
		[{ jobWishes: [{ ...full, monthsOfExperience: '' }] }, "'Job Wishes, 1: Months of Experience' is empty"],
	])('is refused with %j', (fields, message) => {
		expect(() => updateBody({ ...MEETING, ...fields }, {}, 'list')).toThrow(message);
	});

	test('has no occupation at its top', () => {
		expect(() => updateBody({ ...MEETING, jobWishes: [{ ...full, ...WISH }] }, {}, 'flat')).toThrow('names an occupation');
	});

	test.each([[[]], [[full, full]]])('has exactly one wish at its top, not %j', (jobWishes) => {
		expect(() => updateBody({ ...MEETING, jobWishes }, {}, 'flat')).toThrow("'Job Wishes' holds");
	});
});

describe('the enrolment date', () => {
	/** Half past midnight in Denmark, still the day before by UTC. */
	beforeEach(() => setClock({ now: () => new Date('2026-10-31T00:30:00+01:00') }));
	afterEach(() => setClock());

	test.each(['2026-10-31', '2026-10-21', '2026-10-20T22:30:00Z'])('%s is taken by the service', (date) => {
		expect(dateWarnings(date)).toEqual([]);
	});

	test.each(['2026-11-01', '2026-10-20', '2026-10-31T23:30:00Z'])('%s may be refused, and is sent with a warning', (date) => {
		expect(dateWarnings(date)).toEqual([expect.objectContaining({ type: 'W', text: expect.stringContaining('4338') })]);
	});
});

test('the answer of Update is flattened, in any letter case', () => {
	const wire = { UnemploymentEnrollmentAndBookResponse: { ServiceReceipt: { EventDate: 'now', MessageIdentifier: GUID }, JobCenterReceipt: '', Phone: '12', NoSelfActivatingCodeNeeded: false, indkaldelseId: OTHER, fax: null } };
	const expected = { bookingId: OTHER, messageIdentifier: GUID, eventDate: 'now', jobCenterReceipt: '', phone: '12', noSelfActivatingCodeNeeded: false };
	expect(bookingOf(wire)).toEqual(expected);
	expect(bookingOf(wire.UnemploymentEnrollmentAndBookResponse)).toEqual(expected);
	expect(bookingOf({})).toEqual({});
});

test('a yes to an update without a booking is doubted', () => {
	expect(bookingDoubts('done', bookingOf({}))).toEqual([expect.objectContaining({ type: 'W', text: expect.stringContaining('no booking ID') })]);
	expect(bookingDoubts('done', bookingOf({ IndkaldelseId: GUID }))).toEqual([]);
	expect(bookingDoubts('refused', {})).toEqual([]);
});
