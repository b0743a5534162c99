import type { Operation, Resource } from '../../../nodes/kit/operation';
import { enrich, perItem, resourceProperties } from '../../../nodes/kit/operation';

const operation = (name: string, value: string): Operation => ({
	option: { name, value },
	provenance: { level: 'documented', source: 'a test' },
	fields: [{ displayName: 'Limit', name: 'limit', type: 'number', default: 50, displayOptions: { show: { returnAll: [false] } } }],
	execute: perItem(async () => []),
});
const selectorOf = (resource: Resource) => resourceProperties('thing', resource)[0];

test('a resource begins with its reading, whatever comes before it in the alphabet', () => {
	expect(selectorOf({ upsert: operation('Create or Update', 'upsert'), getMany: operation('Get Many', 'getMany'), remove: operation('Delete', 'delete') })).toMatchObject({
		default: 'getMany',
		options: [{ value: 'upsert' }, { value: 'delete' }, { value: 'getMany' }],
	});
});

test('a resource without one begins with the first of its operations', () => {
	expect(selectorOf({ send: operation('Send', 'send'), check: operation('Check', 'check') })).toMatchObject({ default: 'check' });
});

test('a field is shown for its resource and operation, and keeps its own condition', () => {
	expect(resourceProperties('thing', { getMany: operation('Get Many', 'getMany') })[1]).toMatchObject({
		name: 'limit',
		displayOptions: { show: { returnAll: [false], resource: ['thing'], operation: ['getMany'] } },
	});
});

describe('an item with something added', () => {
	test('keeps all that it carried', () => {
		const item = { json: { a: 1, outcome: 'before' }, binary: { data: { data: 'YQ==', mimeType: 'text/plain' } } };
		expect(enrich({ index: 0, item }, { outcome: 'registered' })).toEqual({ json: { a: 1, outcome: 'registered' }, binary: item.binary });
	});

	test.each(['x', '', null, { message: 'x' }])('never comes out as a failed one for an error that it came in with: %j', (error) => {
		expect(enrich({ index: 0, item: { json: { a: 1, error } } }, { outcome: 'registered' })).toEqual({ json: { a: 1, inputError: error, outcome: 'registered' } });
	});
});
