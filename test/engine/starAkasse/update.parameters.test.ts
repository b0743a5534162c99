import type { INodeParameters } from 'n8n-workflow';

import { describeParameters } from '../support';
import { AkasseBench, byCode, OWN } from './bench';
import { interval, openOn, place, standing } from './update';

const akasse = new AkasseBench();

const OTHER = '902';

/** A record without hours: those of the form are the first. */
const RECORD = { navn: 'A', pNummer: '1234567890', telefonnummer: '1', adresse: { vejnavn: 'Gade', etage: '1', doer: 'th' }, dybeLinks: [{ label: 'A', adresse: 'a' }], logo: 'QUJD', kanal: 1 };

const CLOSED = { openingHoursMode: 'days', openingHours: { row: [{ weekday: 1, kind: 'closed' }] } };
const CLOSED_PHONE = { phoneHoursMode: 'days', phoneHours: { row: [{ weekday: 1, kind: 'closed' }] } };
const PHONE = { phoneHoursMode: 'days', phoneHours: { row: [interval(1, '09:00', '10:00')] } } as INodeParameters;
const hours = (from: string) => ({ row: [interval(1, from, '23:00')] });
const link = (address: string) => ({ link: [{ label: 'B', address }] });

/** The images of the item. */
const binary = Object.fromEntries(['one', 'other'].map((name) => [name, { data: Buffer.from(name).toString('base64'), mimeType: 'image/png' }]));

describeParameters({
	node: 'starAkasse',
	resource: 'akasse',
	operation: 'update',
	base: { akasseCode: byCode(OWN), fields: { phone: '70121212' } },
	run: async (parameters) => {
		await akasse.reset();
		await place(akasse, RECORD);
		return await akasse.observe(parameters, { items: [{ json: {}, binary }] });
	},
	cases: {
		akasseCode: { values: [byCode(OWN), byCode(OTHER)] },
		updateMode: { values: ['merge', 'preview'] },
		mayVanish: { values: [false, true], with: { updateMode: 'replace' } },
		'fields.nameAgreed': { values: [false, true], with: { fields: { name: 'B' } } },
		'fields.isBusinessDepartment': { values: [false, true] },
		'fields.city': { values: ['A', 'B'] },
		'fields.countryCode': { values: ['DK', 'SE'] },
		'fields.cvrNumber': { values: ['12345678', '87654321'] },
		'fields.door': { values: ['tv', 'mf'] },
		'fields.floor': { values: ['2', '3'] },
		'fields.houseNumber': { values: ['2', '3'] },
		'fields.logoBinaryField': { values: ['one', 'other'] },
		'fields.municipalityCode': { values: ['101', '102'] },
		'fields.name': { values: ['B', 'C'], with: { fields: { nameAgreed: true } } },
		'fields.pNumber': { values: ['1234567891', '1234567892'] },
		'fields.phone': { values: ['2', '3'] },
		'fields.postalCode': { values: ['2100', '2200'] },
		'fields.street': { values: ['A', 'B'] },
		'fields.webAddress': { values: ['a', 'b'] },
		openingHoursMode: { values: ['leave', 'days'], with: { openingHours: hours('08:00') } },
		openingHours: { values: [hours('08:00'), hours('09:00')], with: { openingHoursMode: 'days' } },
		phoneHoursMode: { values: ['leave', 'week'], with: { phoneHours: hours('08:00') } },
		phoneHours: { values: [hours('08:00'), hours('09:00')], with: { phoneHoursMode: 'days' } },
		deepLinksMode: { values: ['change', 'replace'], with: { deepLinks: link('b') } },
		deepLinks: { values: [link('b'), link('c')], with: { deepLinksMode: 'change' } },
		removeFields: { values: [['pNumber'], ['pNumber', 'floor']] },
		'options.closedDay': { values: ['omit', 'midnightPair'], with: CLOSED },
		'options.closedPhoneDay': { values: ['omit', 'midnightPair'], with: CLOSED_PHONE },
		'options.expectedFingerprint': { values: ['', 'f'.repeat(32)] },
		'options.lastWeekday': { values: [7, 5], with: openOn(interval(6, '09:00', '10:00')) },
		'options.path': { values: ['/v1/Akasse/Afkasse/{akassekode}', '/v1/Akasse/{akasseKode}'], differs: 'sent' },
		'options.phoneHoursShape': { values: ['list', 'nested'], with: PHONE, differs: 'sent' },
		'options.readPath': { values: ['/v1/Akasse/{akasseKode}', '/v1/Elsewhere/{akasseKode}'] },
		'options.requestKey': { values: ['one', 'other'] },
		'options.user': { values: [{ values: { type: 2, name: 'A' } }, { values: { type: 2, name: 'B' } }], differs: 'sent' },
		'options.verify': { values: [false, true], differs: 'sent' },
		'options.wireNames': { values: [{}, { entry: [{ field: 'webAddress', name: 'web' }] }], with: { fields: { webAddress: 'x' } }, differs: 'sent' },
	},
});

test('the record of the table is one that the service holds', async () => {
	await place(akasse, RECORD);
	expect(await standing(akasse)).toEqual({ ...RECORD, akasseKode: OWN });
});
