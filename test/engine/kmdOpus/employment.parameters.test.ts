import { describeParameters } from '../support';
import { useOpus } from './opus';

const opus = useOpus();

const CPR = '0101575001';

describeParameters({
	node: 'kmdOpus',
	resource: 'employment',
	operation: 'getManyByCpr',
	base: { cprNumber: CPR },
	run: async (parameters) => {
		await opus.reset();
		const employment = (Medarbejdernummer: string, CPR_nummer: string, Fra: string, Til: string) => ({ Medarbejdernummer, CPR_nummer, Fra, Til });
		await opus.control.put('kmdOpus', {
			employments: [employment('8001', CPR, '2015-01-01', '2019-12-31'), employment('8002', CPR, '2020-01-01', '9999-12-31'), employment('8003', '0201575001', '2020-01-01', '9999-12-31')],
		});
		return await opus.observe(parameters);
	},
	cases: {
		cprNumber: { values: [CPR, '0201575001'] },
		'filters.keyDate': { values: ['2019-12-31', '2020-01-01'] },
		'filters.onlyOnDate': { values: [true, false], differs: 'got' },
		'assumedNames.elementNames': { values: ['{}', '{ "CPRNumber": "CPR" }'] },
		'assumedNames.interface': { values: ['', 'Other_OS_SI'] },
		'assumedNames.interfaceNamespace': { values: ['', 'urn:kmd.dk:OTHER'] },
		'assumedNames.requestRoot': { values: ['', 'Other_MT'] },
	},
});
