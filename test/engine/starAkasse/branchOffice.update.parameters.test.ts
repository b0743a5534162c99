import { describeParameters } from '../support';
import { AkasseBench, byCode } from './bench';
import { BRANCH, update } from './branchOffice';
import { CHANGE_PATH, FIELDS, HOURS_OPTIONS, KEY, links, READ_PATH, rows, runIn, sent, USER, wireNames } from './branchOfficeCases';

const akasse = new AkasseBench();

describeParameters({
	node: 'starAkasse',
	resource: 'branchOffice',
	operation: 'update',
	base: update(),
	run: runIn(akasse),
	cases: {
		akasseCode: { values: [byCode('901'), byCode('902')] },
		branchCode: { values: [byCode(BRANCH), byCode('0001')] },
		updateMode: { values: ['merge', 'preview'] },
		mayVanish: { values: [false, true], with: { updateMode: 'replace' } },
		...FIELDS,
		'fields.branchName': sent('Nord', 'Syd'),
		deepLinks: { ...sent(links('a.example'), links('b.example')), with: { deepLinksMode: 'change' } },
		deepLinksMode: { ...sent('leave', 'change'), with: { deepLinks: links('a.example') } },
		openingHours: { ...sent(rows('09:00'), rows('10:00')), with: { openingHoursMode: 'days' } },
		openingHoursMode: { ...sent('days', 'week'), with: { openingHours: rows('10:00') } },
		phoneHours: { ...sent(rows('09:00'), rows('10:00')), with: { phoneHoursMode: 'days' } },
		phoneHoursMode: { ...sent('leave', 'week'), with: { phoneHours: rows('10:00') } },
		removeFields: sent([], ['address']),
		...HOURS_OPTIONS,
		'options.expectedFingerprint': { values: ['', '0'.repeat(32)] },
		'options.path': CHANGE_PATH,
		'options.readPath': READ_PATH,
		'options.requestKey': KEY,
		'options.user': USER,
		'options.verify': sent(false, true),
		'options.wireNames': { ...sent(wireNames('telefon'), wireNames('tlf')), with: { removeFields: [], fields: { phone: '1' }, updateMode: 'replace', mayVanish: true } },
	},
});
