import type { SoapOperation } from '../../../nodes/KmdOpus/soap/operation';
import { readXml } from '../../../nodes/kit/xml';
import { readEnvelope, writeEnvelope } from '../../../nodes/KmdOpus/soap/envelope';
import { answerFailure } from '../../../nodes/KmdOpus/soap/fault';
import { overridden, overriddenValues, underOurNames } from '../../../nodes/KmdOpus/soap/overrides';
import { readReturnStatus } from '../../../nodes/KmdOpus/soap/returnStatus';

const operation: SoapOperation = {
	name: 'SetThing',
	service: 'employee',
	interface: 'SetThing_OS_SI',
	interfaceNamespace: 'urn:thing',
	request: {
		name: 'SetThingRequest_MT',
		namespace: 'urn:thing',
		children: [
			{ name: 'First' },
			{ name: 'List', children: [{ name: 'item', repeats: true, children: [{ name: 'A' }, { name: 'B' }] }] },
			{ name: 'Number', repeats: true },
			{ name: 'Ref', namespace: 'urn:other', children: [{ name: 'Id', namespace: 'urn:other', required: true }, { name: 'Urn', namespace: 'urn:thing' }] },
			{ name: 'Last' },
		],
	},
	response: 'SetThingResponse_MT',
	provenance: 'assumed',
};

const VALUES = { Last: 'z', First: 'a', List: { item: [{ B: '2', A: '1' }, { B: '3' }] }, Number: ['1', '2'], Ref: { Urn: 'x' } };

const bodyOf = (envelope: string): string => envelope.replace(/^.*<soapenv:Body>|<\/soapenv:Body>.*$/g, '');

describe('an envelope', () => {
	test('has the elements in their order and namespaces, whatever order the values come in', () => {
		expect(bodyOf(writeEnvelope(operation, VALUES))).toBe(
			'<ns0:SetThingRequest_MT xmlns:ns0="urn:thing" xmlns:ns1="urn:other"><First>a</First><List><item><A>1</A><B>2</B></item><item><B>3</B></item></List>' +
				'<Number>1</Number><Number>2</Number><ns1:Ref><ns1:Id/><ns0:Urn>x</ns0:Urn></ns1:Ref><Last>z</Last></ns0:SetThingRequest_MT>',
		);
	});

	test('leaves out what is empty, but for what is emptied on purpose', () => {
		expect(bodyOf(writeEnvelope(operation, { First: '', Last: null, Number: [], Ref: undefined }))).toBe(
			'<ns0:SetThingRequest_MT xmlns:ns0="urn:thing" xmlns:ns1="urn:other"><Last/></ns0:SetThingRequest_MT>',
		);
	});

	test('carries no character that XML forbids', () => {
		expect(() => writeEnvelope(operation, { First: 'a\u0001' })).toThrow("'First' holds a character that can not be sent");
	});

	test.each([
		['<E><Body/></E>', undefined],
		['<S:Envelope xmlns:S="x"><S:Body/></S:Envelope>', undefined],
		['<S:Envelope xmlns:S="x"><S:Header/><S:Body><n:Answer xmlns:n="y">1</n:Answer></S:Body></S:Envelope>', { name: 'Answer', text: '1', children: [] }],
		['<html><body>Bad Gateway</body></html>', undefined],
	])('is read: %s', (text, content) => {
		expect(readEnvelope(text)).toEqual(content);
	});
});

describe('names set by the user', () => {
	const overrides = { interface: 'I', interfaceNamespace: 'urn:mine', requestRoot: 'Root', elementNames: { First: 'Foerste', A: 'Aa', SetThingResponse_MT: 'Answer' } };

	test.each<Record<string, string>>([{ First: 'Last' }, { A: 'X', B: 'X' }])('that two elements would share are refused: %j', (elementNames) => {
		expect(() => overridden(operation, { elementNames })).toThrow("'Element Names' gives two elements of the request one name");
	});

	test('may be exchanged', () => {
		const exchanged = { elementNames: { First: 'Last', Last: 'First' } };
		expect(bodyOf(writeEnvelope(overridden(operation, exchanged), overriddenValues({ First: 'a', Last: 'z' }, exchanged)))).toContain('<Last>a</Last><First>z</First>');
	});

	test('take the place of ours in the request', () => {
		const actual = overridden(operation, overrides);
		expect([actual.interface, actual.interfaceNamespace, actual.response]).toEqual(['I', 'urn:mine', 'Answer']);
		expect(bodyOf(writeEnvelope(actual, overriddenValues(VALUES, overrides)))).toMatch(
			/^<ns0:Root xmlns:ns0="urn:mine" xmlns:ns1="urn:other"><Foerste>a<\/Foerste><List><item><Aa>1<\/Aa><B>2<\/B>/,
		);
	});

	test('are read as ours in the answer', () => {
		expect(underOurNames(readXml('<Answer><Foerste>1</Foerste><Other/></Answer>')!, overrides)).toMatchObject({
			name: 'SetThingResponse_MT',
			children: [{ name: 'First', text: '1' }, { name: 'Other' }],
		});
	});

	test('that are empty change nothing', () => {
		const none = { interface: '', interfaceNamespace: '', requestRoot: '', elementNames: {} };
		expect(overridden(operation, none)).toEqual(overridden(operation, {}));
		expect(bodyOf(writeEnvelope(overridden(operation, none), overriddenValues(VALUES, none)))).toBe(bodyOf(writeEnvelope(operation, VALUES)));
	});
});

describe('the status', () => {
	const statusOf = (inner: string) => readReturnStatus(readXml(`<R><ReturnStatus>${inner}</ReturnStatus></R>`)!);
	const one = (type: string, text = '') => `<StatusType>${type}</StatusType><MessageText>${text}</MessageText>`;

	test.each(['', 'S', ' s '])('%j without a text is a success that says nothing', (type) => {
		expect(statusOf(one(type))).toMatchObject({ messages: [], refused: false });
	});

	test.each([
		['S', 'I', false],
		['I', 'I', false],
		['W', 'W', false],
		['E', 'E', true],
		['A', 'E', true],
		['?', 'E', true],
	])('%s counts as %s', (type, shown, refused) => {
		expect(statusOf(one(type, 'Tekst'))).toMatchObject({ messages: [{ type: shown, code: null, text: 'Tekst' }], refused });
	});

	test.each(['item', 'Item'])('of a list of %s has its codes; one error refuses', (item) => {
		const entry = (type: string, number: string) => `<${item}>${one(type, 'Tekst')}<MessageClass>ZLPT</MessageClass><MessageNumber>${number}</MessageNumber></${item}>`;
		expect(statusOf(entry('W', '090') + entry('E', '042'))).toMatchObject({
			messages: [
				{ type: 'W', code: 'ZLPT 090', text: 'Tekst' },
				{ type: 'E', code: 'ZLPT 042', text: 'Tekst' },
			],
			refused: true,
		});
	});

	test('shows no CPR number', () => {
		expect(statusOf(one('E', 'Barn 010222-1234 findes ikke')).messages[0].text).toBe('Barn *** findes ikke');
	});

	test('that is not there refuses nothing, and is no clear yes', () => {
		expect(readReturnStatus(readXml('<R/>')!)).toEqual({ messages: [], refused: false, isClear: false });
	});
});

describe('a fault', () => {
	const fault = readXml('<Fault><faultcode>SOAP:Server</faultcode><faultstring>Server Error</faultstring></Fault>')!;
	const answer = (status: number) => ({ status, headers: {}, text: '' });

	test.each([200, 404, 500])('at HTTP %d leaves it open whether the request was acted upon', (status) => {
		expect(answerFailure(answer(status), fault)).toMatchObject({ mayHaveActed: true, failure: { details: { kind: 'unavailable', code: 'SOAP:Server', serviceText: 'Server Error' } } });
	});

	test.each([
		[401, 'credential'],
		[403, 'credential'],
		[429, 'rate-limited'],
	])('at HTTP %d is about the caller: %s', (status, kind) => {
		expect(answerFailure(answer(status), fault)).toMatchObject({ mayHaveActed: false, failure: { details: { kind } } });
	});

	test('is none where the answer is', () => {
		expect(answerFailure(answer(200), readXml('<Answer/>'))).toBeUndefined();
	});
});
