import { describeParameters } from '../support';
import { useOpus } from './opus';

const opus = useOpus();

describeParameters({
	node: 'kmdOpus',
	resource: 'account',
	operation: 'getCostCenterOrPsp',
	base: { accountNumber: '0310005001' },
	run: async (parameters) => {
		await opus.reset();
		return await opus.observe(parameters);
	},
	cases: {
		accountNumber: { values: ['0310005001', '0390001001'] },
		'options.accountField': { values: ['Kontonummer', 'Konto'] },
		'options.fieldNames': { values: ['{}', { PSP_Element: 'Omkostningssted' }], differs: 'got' },
		'options.path': { values: ['lpe/get-cost-center-psp', 'lpe/konto'] },
	},
});
