import { describeParameters } from '../support';
import { carried, line, SENDER, useOpus } from './opus';

const opus = useOpus();

const own = { employeeNumber: '7001', date: '2026-10-20', payElement: '0310', serialNumber: '1', quantity: '7.50', amount: '', sender: SENDER, remark: 'a:1' };

const standing = [
	line({ date: '2026-10-05', remark: 'a:1' }),
	line({ date: '2026-10-06', remark: 'a:2', payElement: '0320' }),
	line({ date: '2026-10-20', remark: 'a:3', sender: 'Vagtplan' }),
];

describeParameters({
	node: 'kmdOpus',
	resource: 'oneTimePayment',
	operation: 'getMany',
	base: { employeeNumber: '7001', returnAll: true },
	run: async (parameters) => {
		await opus.reset();
		await opus.registered([...standing, line({ employeeNumber: '7002' })]);
		return await opus.observe(parameters);
	},
	cases: {
		employeeNumber: { values: ['7001', '7002'] },
		returnAll: { values: [true, false], with: { limit: 1 }, differs: 'got' },
		limit: { values: [1, 2], with: { returnAll: false }, differs: 'got' },
		'filters.fromDate': { values: ['2026-10-01', '2026-10-06'] },
		'filters.toDate': { values: ['2026-10-05', '2026-10-20'] },
		'filters.sender': { values: ['Capitech', 'Vagtplan'], differs: 'got' },
		'filters.payElements': { values: ['0310', '0310, 320'], differs: 'got' },
		'filters.reference': { values: ['a:1', 'a:2'], differs: 'got' },
		'options.unknownEmployee': { values: ['stop', 'noItems'], with: { employeeNumber: '7999' }, differs: 'got' },
	},
});

describeParameters({
	node: 'kmdOpus',
	resource: 'oneTimePayment',
	operation: 'register',
	base: { mode: 'registerMissing', lines: 'fields', ...own },
	run: async (parameters) => {
		await opus.reset();
		await opus.registered([line({ remark: 'c:1' })]);
		if (parameters.mode === 'register') await opus.faultsOnUpdates({ kind: 'reset-after', nth: 1 });
		return await opus.observe(parameters, carried([line({ remark: 'carried' })]));
	},
	cases: {
		mode: { values: ['registerMissing', 'validateOnly'] },
		lines: { values: ['fields', 'payrollLine'] },
		employeeNumber: { values: ['7001', '7002'] },
		date: { values: ['2026-10-20', '2026-10-21'] },
		payElement: { values: ['0310', '0320'] },
		serialNumber: { values: ['1', '2'] },
		quantity: { values: ['7.50', '8'] },
		amount: { values: ['100', '200'], with: { quantity: '' } },
		sender: { values: ['Capitech', 'Vagtplan'] },
		remark: { values: ['a:1', 'a:2'] },
		'additionalFields.costCenter': { values: ['1010500001', '1010500002'] },
		'additionalFields.hourlyRate': { values: ['185.50', '190'] },
		'additionalFields.pspElement': { values: ['XG-1001-00001', ''] },
		'options.closedThrough': { values: ['', '2026-10-31'], with: { remark: 'c:1', quantity: '8' } },
		'options.corrections': { values: ['humanList', 'originalDate'], with: { remark: 'c:1', quantity: '8', options: { closedThrough: '2026-10-31' } } },
		'options.formerNumbers': { values: ['', '7001'], with: { employeeNumber: '7002', remark: 'c:1' } },
		'options.maxRemark': { values: [20, 5] },
		'options.keyed': { values: [false, true], with: { mode: 'register' } },
	},
});
