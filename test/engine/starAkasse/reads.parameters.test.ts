import type { ParameterCase } from '../support';
import { describeParameters } from '../support';
import { AkasseBench, byCode } from './bench';

const star = new AkasseBench();

const run = async (parameters: Parameters<AkasseBench['observe']>[0]) => {
	await star.reset();
	return await star.observe(parameters);
};

/** Two users of an item. */
const USER: ParameterCase = { values: [{ values: { type: 2, identifier: 'a' } }, { values: { type: 4, identifier: 'b' } }], differs: 'sent' };

const LOGO: ParameterCase = { values: ['', 'logo'], differs: 'got' };

describeParameters({
	node: 'starAkasse',
	resource: 'akasse',
	operation: 'get',
	base: { akasseCode: byCode('901') },
	run,
	cases: {
		akasseCode: { values: [byCode('901'), byCode('902')] },
		simplify: { values: [true, false], differs: 'got' },
		'options.logoField': LOGO,
		'options.path': { values: ['', '/v1/Andet/{akasseKode}'] },
		'options.user': USER,
	},
});

describeParameters({
	node: 'starAkasse',
	resource: 'akasse',
	operation: 'getMany',
	base: {},
	run,
	cases: {
		simplify: { values: [true, false], differs: 'got' },
		'options.logoField': LOGO,
		'options.path': { values: ['', '/v1/Andet'] },
		'options.user': USER,
	},
});

describeParameters({
	node: 'starAkasse',
	resource: 'codeList',
	operation: 'get',
	base: { codeList: 'AkasseTypeCodeList' },
	run,
	cases: {
		codeList: { values: ['AkasseTypeCodeList', 'AkasseAfdelingskontorTypeCodeList'] },
		listName: { values: ['AkasseTypeCodeList', 'UkendtCodeList'], with: { codeList: 'other' } },
		'options.includeExpired': { values: [false, true], differs: 'got' },
		'options.path': { values: ['', '/v1/Kodelister/{name}'] },
		'options.user': USER,
		'options.validOn': { values: ['2020-01-01', '2026-10-31'], differs: 'got' },
	},
});
