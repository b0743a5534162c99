import { describeParameters } from '../support';
import { AkasseBench, byCode } from './bench';
import { BRANCH, creation, deletion, NEW } from './branchOffice';
import { CHANGE_PATH, FIELDS, HOURS_OPTIONS, KEY, links, READ_PATH, rows, runIn, sent, USER, wireNames } from './branchOfficeCases';

const akasse = new AkasseBench();

describeParameters({
	node: 'starAkasse',
	resource: 'branchOffice',
	operation: 'get',
	base: { akasseCode: byCode('901'), branchCode: byCode(BRANCH) },
	run: runIn(akasse),
	cases: {
		akasseCode: { values: [byCode('901'), byCode('902')] },
		branchCode: { values: [byCode(BRANCH), byCode('0001')] },
		simplify: { values: [true, false], differs: 'got' },
		'options.logoField': { values: ['', 'logo'], differs: 'got' },
		'options.readPath': READ_PATH,
		'options.user': USER,
	},
});

describeParameters({
	node: 'starAkasse',
	resource: 'branchOffice',
	operation: 'getMany',
	base: { returnAll: true },
	run: runIn(akasse),
	cases: {
		akasser: { values: ['own', 'all'], differs: 'got' },
		limit: { values: [1, 2], with: { returnAll: false }, differs: 'got' },
		returnAll: { values: [false, true], with: { limit: 1 }, differs: 'got' },
		withDetails: { values: [false, true] },
		'options.readPath': { ...READ_PATH, with: { withDetails: true } },
		'options.user': USER,
	},
});

describeParameters({
	node: 'starAkasse',
	resource: 'branchOffice',
	operation: 'create',
	base: creation(),
	run: runIn(akasse),
	cases: {
		akasseCode: { values: [byCode('901'), byCode('902')] },
		branchCode: { values: [NEW, '0778'] },
		name: sent('Nord', 'Syd'),
		...FIELDS,
		deepLinks: sent(links('a.example'), links('b.example')),
		openingHours: sent(rows('09:00'), rows('10:00')),
		phoneHours: sent(rows('09:00'), rows('10:00')),
		...HOURS_OPTIONS,
		'options.checkFirst': { values: [true, false], with: { branchCode: BRANCH } },
		'options.method': sent('POST', 'PUT'),
		'options.path': sent('', '/v1/Kontor'),
		'options.readPath': READ_PATH,
		'options.requestKey': KEY,
		'options.user': USER,
		'options.wireNames': { ...sent(wireNames('telefon'), wireNames('tlf')), with: { fields: { phone: '70 00 00 01' } } },
	},
});

describeParameters({
	node: 'starAkasse',
	resource: 'branchOffice',
	operation: 'delete',
	base: deletion(),
	run: runIn(akasse),
	cases: {
		akasseCode: { values: [byCode('901'), byCode('902')] },
		branchCode: { values: [byCode(BRANCH), byCode('0001')] },
		membersMoved: { values: [true, false] },
		'options.path': CHANGE_PATH,
		'options.readPath': READ_PATH,
		'options.requestKey': KEY,
		'options.user': USER,
	},
});
