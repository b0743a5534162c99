import type { IDataObject, INodeParameters } from 'n8n-workflow';

import type { ParameterCase } from '../support';
import { describeParameters } from '../support';
import { communication, NUMBER, OPEN_END, record, unit } from './employeeRecords';
import { useOpus } from './opus';

const opus = useOpus();

const OTHER = { Medarbejdernummer: '9102' };
const PAY = { Loenklassenummer: '1-3011-111' };

const WORLD: IDataObject[] = [
	unit('Før', { Gyldighedsstop: '2024-12-31', Registreret: '2024-06-01T10:00:00' }),
	unit('Nu', { Gyldighedsstart: '2025-01-01', Registreret: '2025-06-01T10:00:00' }),
	communication('0010', 'a@b.example', { Gyldighedsstop: '2024-12-31', Registreret: '2024-06-01T10:00:00' }),
	communication('0010', 'c@d.example', { Gyldighedsstart: '2025-01-01', Registreret: '2025-06-01T10:00:00' }),
	communication('0020', '87130001'),
	record('9001', PAY),
	record('TPI', { Organisationsenhed: '10000001', OrganisationsenhedTekst: 'Æblehaven' }),
	unit('Egehaven', OTHER),
	record('9001', { ...PAY, ...OTHER }),
];

const run = async (parameters: INodeParameters) => {
	await opus.reset();
	await opus.control.put('kmdOpus', { employeeRecords: WORLD });
	return await opus.observe(parameters);
};

const RAW = { simplify: false };
const FROM_AND_TO: Record<string, ParameterCase> = {
	'filters.changedFrom': { values: ['2024-01-01', '2025-01-01'], with: RAW },
	'filters.changedTo': { values: ['2025-01-01', '2025-12-31'], with: RAW },
	'filters.validFrom': { values: ['2020-01-01', '2025-01-01'], with: RAW },
	'filters.validTo': { values: ['2020-12-31', '2025-01-01'], with: RAW },
};

const READ_CASES: Record<string, ParameterCase> = {
	areas: { values: [['organisation'], ['communication']] },
	simplify: { values: [true, false] },
	...FROM_AND_TO,
	'options.asOf': { values: ['2024-12-31', '2025-01-01'] },
	'options.findReplaced': { values: [false, true] },
	'options.numberForm': { values: ['employee', 'bare'], differs: 'sent' },
	'options.rotaCategory': { values: ['TPI', '0001'], with: { areas: ['rotaPlacement'] } },
	'options.senderUrn': { values: ['urn:a:{code}', 'urn:b:{code}'], differs: 'sent' },
};

describeParameters({
	node: 'kmdOpus',
	resource: 'employee',
	operation: 'get',
	base: { employeeNumber: NUMBER },
	run,
	cases: { ...READ_CASES, employeeNumber: { values: [NUMBER, '9102'] } },
});

describeParameters({
	node: 'kmdOpus',
	resource: 'employee',
	operation: 'getMany',
	base: { employeeNumbers: '9101-9102', returnAll: true },
	run,
	cases: {
		...READ_CASES,
		employeeNumbers: { values: ['9101-9102', '9101-9102 !9101'] },
		returnAll: { values: [true, false], with: { limit: 1 }, differs: 'got' },
		limit: { values: [1, 2], with: { returnAll: false }, differs: 'got' },
	},
});

const SET = { mode: 'set', value: 'ny@b.example', validFrom: '2026-01-01' };

describeParameters({
	node: 'kmdOpus',
	resource: 'employee',
	operation: 'updateCommunication',
	base: { employeeNumber: NUMBER, communicationType: 'email', ...SET },
	run,
	cases: {
		employeeNumber: { values: [NUMBER, '9103'] },
		mode: { values: ['change', 'create'] },
		communicationType: { values: ['email', 'mobile'] },
		typeCode: { values: ['0010', '9022'], with: { communicationType: 'other' } },
		value: { values: ['ny@b.example', 'anden@b.example'] },
		validFrom: { values: ['2026-01-01', '2026-02-01'] },
		validTo: { values: ['2026-12-31', OPEN_END] },
		'options.numberForm': { values: ['employee', 'bare'], differs: 'sent' },
		'options.readFirst': { values: [true, false], with: { value: 'c@d.example' } },
		'options.senderUrn': { values: ['urn:a:{code}', 'urn:b:{code}'], differs: 'sent' },
		'options.sequenceNumber': { values: ['000', '001'] },
	},
});
