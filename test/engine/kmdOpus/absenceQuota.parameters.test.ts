import { describeParameters } from '../support';
import { quotaWorld } from './absenceQuota';
import { useOpus } from './opus';

const opus = useOpus();

const assumedNames = {
	'assumedNames.elementNames': { values: ['{}', '{"PersonnelNumber": "EmployeeNumber"}'] },
	'assumedNames.interface': { values: ['', 'Quotas_OS_SI'] },
	'assumedNames.interfaceNamespace': { values: ['', 'urn:kmd.dk:LPT:QUOTA:external'] },
	'assumedNames.requestRoot': { values: ['', 'QuotasRequest'] },
} as const;

const run = async (parameters: Parameters<typeof opus.observe>[0]) => {
	await opus.reset();
	await quotaWorld(opus);
	return await opus.observe(parameters);
};

describeParameters({
	node: 'kmdOpus',
	resource: 'absenceQuota',
	operation: 'getMany',
	base: { employeeNumbers: '7001, 7002', keyDate: '2026-11-02', returnAll: true },
	run,
	cases: {
		employeeNumbers: { values: ['7001, 7002', '7001'] },
		keyDate: { values: ['2026-11-02', '2025-11-02'] },
		returnAll: { values: [true, false], with: { limit: 1 }, differs: 'got' },
		limit: { values: [1, 2], with: { returnAll: false }, differs: 'got' },
		'options.employeesPerCall': { values: [50, 1], differs: 'sent' },
		...assumedNames,
	},
});

describeParameters({
	node: 'kmdOpus',
	resource: 'absenceQuota',
	operation: 'getDetails',
	base: { employeeNumber: '7001', quotaKey: 'Q-7001-FE' },
	run,
	cases: {
		employeeNumber: { values: ['7001', '7002'] },
		quotaKey: { values: ['Q-7001-FE', 'Q-7001-6F'] },
		...assumedNames,
	},
});
