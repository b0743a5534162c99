import fc from 'fast-check';
import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import { headerJson, headerNames, metadataHeaders } from '../../../nodes/star/headers';
import { readUser } from '../../../nodes/star/user.fields';

const CREDENTIAL: IDataObject = {
	organisationType: 2,
	organisationCode: '901',
	userType: 2,
	userIdentifier: 'CVR:00000901-UUID:1',
	userName: 'Søren Sørensen',
	userEmail: 'soeren@example.org',
	organisationHeader: 'x-activeOrganisation',
	userHeader: 'x-requestUserMetadata',
	requestIdHeader: 'x-requestId',
	cprHeader: 'x-civilRegistrationIdentifier',
};

const withFields = (fields: IDataObject) => ({ ...CREDENTIAL, ...fields }) as never;

test('any text survives the way into a header and back, and is ASCII there', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'binary' }), (text) => {
			const header = headerJson({ text });
			expect(header).toMatch(/^[\x20-\x7e]*$/);
			expect(JSON.parse(header)).toEqual({ text });
		}),
		{ numRuns: 500 },
	);
});

test('organisation and user go as the contract has them', () => {
	expect(metadataHeaders(withFields({}))).toEqual({
		'x-activeOrganisation': '{"organisationTypeIdentifier":2,"organisationCode":"901"}',
		'x-requestUserMetadata':
			'{"requestUserStructure":{"userFullName":"S\\u00f8ren S\\u00f8rensen","requestUserType":2,"userEmail":"soeren@example.org","userIdentifier":"CVR:00000901-UUID:1"},"requestOrganisationStructure":{"organisationType":2,"organisationCode":"901"}}',
	});
});

const userIn = (fields: IDataObject, over = {}) => JSON.parse(metadataHeaders(withFields(fields), over)['x-requestUserMetadata']).requestUserStructure as IDataObject;

test('a user of the item goes before the credential’s, field by field', () => {
	const told = { userFullName: 'Søren Sørensen', requestUserType: 4, userEmail: 'me@example.org', userIdentifier: CREDENTIAL.userIdentifier };
	expect(userIn({}, { type: 4, identifier: '', name: '', email: 'me@example.org' })).toEqual(told);
	expect(userIn({}, { type: 4, identifier: CREDENTIAL.userIdentifier, name: '', email: 'me@example.org' })).toEqual(told);
});

test('another user of the item has neither name nor address of the credential’s', () => {
	expect(userIn({}, { type: 4, identifier: 'me', name: 'Åse', email: '' })).toEqual({ userFullName: 'Åse', requestUserType: 4, userIdentifier: 'me' });
	expect(userIn({}, { type: 4, identifier: 'me', name: '', email: 'me@example.org' })).toEqual({ requestUserType: 4, userEmail: 'me@example.org', userIdentifier: 'me' });
});

test('what nobody entered is left out', () => {
	expect(userIn({ userName: '', userEmail: undefined })).toEqual({ requestUserType: 2, userIdentifier: 'CVR:00000901-UUID:1' });
});

test.each<[string, IDataObject]>([
	['Organisation Type', { organisationType: 0 }],
	['Organisation Type', { organisationType: 101 }],
	['Organisation Type', { organisationType: 2.5 }],
	['Organisation Type', { organisationType: '' }],
	['Organisation Type', { organisationType: 'a-kasse' }],
	['Organisation Code', { organisationCode: ' ' }],
	['Organisation Code', { organisationCode: '1'.repeat(21) }],
	['Organisation Code', { organisationCode: '9\n1' }],
	['User Type', { userType: 5 }],
	['User Type', { userType: '' }],
	['User Identifier', { userIdentifier: '' }],
	['User Identifier', { userIdentifier: 'a\r\nx-evil: 1' }],
	['User Name', { userName: 'a\u0085b' }],
	['User E-Mail', { userEmail: 'a\tb' }],
])("'%s' that can not be is told: %j", (field, fields) => {
	expect(() => metadataHeaders(withFields(fields))).toThrow(`The '${field}' in the credential`);
});

const readItem = (values: IDataObject) => readUser({ getNodeParameter: () => ({ user: { values } }) } as unknown as IExecuteFunctions, 0);

test.each<[string, IDataObject]>([
	['Name', { name: 'Evil\u0000' }],
	['Identifier', { identifier: 'a\r\nx-evil: 1' }],
	['E-Mail', { email: 'a\tb' }],
	['Type', { type: 5 }],
	['Type', { type: 0 }],
])("'%s' of an item's user that can not be is told, and not shown: %j", (field, values) => {
	expect(() => readItem(values)).toThrow(new RegExp(`^'Request User: ${field}' (?!.*Evil)`));
});

test('a user of an item needs no more than a type', () => expect(readItem({})).toEqual({ type: 2, identifier: '', name: '', email: '' }));

test('the usual names count where the credential has none', () => {
	expect([...headerNames({}).values()]).toEqual(['x-activeOrganisation', 'x-requestUserMetadata', 'x-requestId', 'x-civilRegistrationIdentifier']);
});

test.each<[string, IDataObject]>([
	['Organisation Header', { organisationHeader: 'x active' }],
	['User Header', { userHeader: 'x-user:' }],
	['Request ID Header', { requestIdHeader: 'x\r\ny' }],
	['CPR Header', { cprHeader: 'Authorization' }],
	['User Header', { userHeader: 'X-ACTIVEorganisation' }],
	['CPR Header', { cprHeader: 'x-requestid' }],
	['Organisation Header', { organisationHeader: 'Host' }],
])("'%s' that can not be a header of its own is told: %j", (field, fields) => {
	expect(() => headerNames(withFields(fields))).toThrow(`The '${field}' in the credential`);
});
