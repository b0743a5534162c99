import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { describeParameters } from '../support';
import type { ParametersOfOperation } from '../support/parameters';
import { useOpus } from './opus';
import { changed, day } from './workSchedule';

const opus = useOpus();

const D1 = '2026-11-02';
const D2 = '2026-11-03';

/** What stands before each run. */
const STANDING = [day(D1), day(D2), day(D1, { employeeNumber: '7002' }), day('2026-11-05', { workTimeType: 'AA', startTime: '', endTime: '' })];

/** Runs an operation on one item; on two, of two days, where it is about how many go into a call. */
const run = async (parameters: INodeParameters) => {
	await opus.reset();
	await changed(opus, 'create', STANDING);
	const { occurrencesPerCall } = (parameters.options ?? {}) as IDataObject;
	return await opus.observe(parameters, occurrencesPerCall ? [{ day: D1 }, { day: D2 }] : [{ day: D1 }]);
};

const node = 'kmdOpus';
const resource = 'workSchedule';

const assumedNames: ParametersOfOperation['cases'] = {
	'assumedNames.elementNames': { values: ['{}', '{"StartDate": "BeginDate"}'] },
	'assumedNames.interface': { values: ['', 'SetMeetingTimes_OS_SI'] },
	'assumedNames.interfaceNamespace': { values: ['', 'urn:kmd.dk:LPT:MTP:external'] },
	'assumedNames.requestRoot': { values: ['', 'SetMeetingTimesRequest'] },
};

/** What stands is read under names of its own. */
const readNames: ParametersOfOperation['cases'] = {
	'options.readInterface': { values: ['', 'GetMeetingTimes_OS_SI'] },
	'options.readRequestRoot': { values: ['', 'GetMeetingTimesRequest'] },
};

const { hours, ...place } = day(D1);

/** A day on which nothing stands yet. */
const NEW_DAY = '2026-12-01';

describeParameters({
	node,
	resource,
	operation: 'create',
	base: { ...place, hours, startDate: NEW_DAY } as INodeParameters,
	run,
	cases: {
		employeeNumber: { values: ['7001', '7002'], differs: 'sent' },
		startDate: { values: [NEW_DAY, D1] },
		endDate: { values: ['', '2026-12-02'], differs: 'sent' },
		workTimeType: { values: ['01', 'ZZ'] },
		startTime: { values: ['07:30', '08:30'] },
		endTime: { values: ['15:00', '14:00'] },
		hours: { values: ['7.50', '7.60'] },
		'options.occurrencesPerCall': { values: [100, 1], with: { startDate: '={{ $json.day }}', workTimeType: 'AA', employeeNumber: '7003' }, differs: 'sent' },
		...assumedNames,
		...readNames,
	},
});

describeParameters({
	node,
	resource,
	operation: 'update',
	base: { ...place, hours: '6' } as INodeParameters,
	run,
	cases: {
		employeeNumber: { values: ['7001', '7003'] },
		startDate: { values: [D1, NEW_DAY] },
		endDate: { values: ['', '2026-11-04'] },
		workTimeType: { values: ['01', 'ZZ'], with: { original: { workTimeType: '01' } } },
		startTime: { values: ['07:30', '08:00'], with: { original: { startTime: '07:30' } }, differs: 'sent' },
		endTime: { values: ['15:00', '15:30'], with: { original: { endTime: '15:00' } }, differs: 'sent' },
		hours: { values: ['6', '7.60'] },
		'original.endDate': { values: [D1, '2026-11-06'] },
		'original.endTime': { values: ['15:00', '15:30'] },
		'original.startDate': { values: [D1, '2026-11-01'] },
		'original.startTime': { values: ['07:30', '08:00'] },
		'original.workTimeType': { values: ['01', 'AA'] },
		'options.occurrencesPerCall': { values: [100, 1], with: { startDate: '={{ $json.day }}' }, differs: 'sent' },
		...assumedNames,
		...readNames,
	},
});

describeParameters({
	node,
	resource,
	operation: 'delete',
	base: place as INodeParameters,
	run,
	cases: {
		employeeNumber: { values: ['7001', '7003'] },
		startDate: { values: [D1, NEW_DAY] },
		endDate: { values: ['', '2026-11-04'] },
		workTimeType: { values: ['01', 'AA'] },
		startTime: { values: ['07:30', '08:00'] },
		endTime: { values: ['15:00', '15:30'] },
		'options.occurrencesPerCall': { values: [100, 1], with: { startDate: '={{ $json.day }}' }, differs: 'sent' },
		...assumedNames,
		...readNames,
	},
});

describeParameters({
	node,
	resource,
	operation: 'getMany',
	base: { employeeNumber: '7001', fromDate: D1, toDate: '2026-11-30', returnAll: true },
	run,
	cases: {
		employeeNumber: { values: ['7001', '7002'] },
		fromDate: { values: [D1, D2] },
		toDate: { values: ['2026-11-30', D2] },
		returnAll: { values: [true, false], with: { limit: 1 }, differs: 'got' },
		limit: { values: [1, 2], with: { returnAll: false }, differs: 'got' },
		...assumedNames,
	},
});
