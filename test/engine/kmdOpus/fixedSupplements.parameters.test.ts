import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { describeParameters } from '../support';
import { useOpus } from './opus';

const opus = useOpus();

const CPR = '0101575001';
const OTHER_CPR = '0201575001';
const DATES = { Fra: '2020-01-01', Til: '9999-12-31' };

const run = async (parameters: INodeParameters) => {
	await opus.reset();
	await opus.control.put('kmdOpus', {
		employments: [
			{ Medarbejdernummer: '8001', CPR_nummer: CPR, Ansaettelsesforhold: '01', Ekstraciffer: '0', ...DATES },
			{ Medarbejdernummer: '8002', CPR_nummer: CPR, Ansaettelsesforhold: '03', Ekstraciffer: '1', ...DATES, Fra: '2026-12-01' },
		],
	});
	const options = (parameters.options ?? {}) as IDataObject;
	if ('keyed' in options) await opus.control.faults({ service: 'kmdOpus', kind: 'reset-after', nth: 1 });
	return await opus.observe(parameters, 'messagePrefix' in options ? [{ payElement: '0340' }, { payElement: '9999' }] : [{}]);
};

const node = 'kmdOpus';
const operation = 'send';
const keyed = { values: [false, true] } as const;

describeParameters({
	node,
	resource: 'fixedSupplement',
	operation,
	base: { mode: 'register', employeeNumber: '7001', startDate: '2026-11-01', endDate: '', payElement: '0340', serialNumber: '1', amount: '250', quantity: '' },
	run,
	cases: {
		mode: { values: ['register', 'validateOnly'] },
		employeeNumber: { values: ['7001', '7002'] },
		startDate: { values: ['2026-11-01', '2026-12-01'] },
		endDate: { values: ['', '2027-03-31'] },
		payElement: { values: ['0340', '0310'] },
		serialNumber: { values: ['1', '2'] },
		amount: { values: ['250', '251'] },
		quantity: { values: ['', '2'] },
		'additionalFields.costCenter': { values: ['', '1010500001'] },
		'additionalFields.pspElement': { values: ['', 'XG-1001-00001'] },
		'additionalFields.remark': { values: ['', 'Vinter'] },
		'options.fieldNames': { values: ['{}', '{"Faste_tillaeg": "FasteTillaeg"}'] },
		'options.keyed': keyed,
		'options.messagePrefix': { values: ['Fast tillæg Nr.', 'Tillæg'], with: { payElement: '={{ $json.payElement }}' }, differs: 'got' },
		'options.path': { values: ['lpe/update-fixed-supplements', 'lpe/faste-tillaeg'] },
	},
});

describeParameters({
	node,
	resource: 'personData',
	operation,
	base: { mode: 'register', cprNumber: CPR, firstName: 'Åse', lastName: 'Prøve', address: 'Hovedgaden 1' },
	run,
	cases: {
		mode: { values: ['register', 'validateOnly'] },
		cprNumber: { values: [CPR, OTHER_CPR] },
		firstName: { values: ['Åse', 'Bo'], differs: 'sent' },
		lastName: { values: ['Prøve', 'Test'], differs: 'sent' },
		address: { values: ['Hovedgaden 1', 'Hovedgaden 2'], differs: 'sent' },
		'additionalFields.employmentTerms': { values: ['01', '03'] },
		'additionalFields.startDate': { values: ['2026-11-01', '2026-12-01'] },
		'options.fieldNames': { values: ['{}', '{"Person": "Personoplysninger"}'] },
		'options.keyed': keyed,
		'options.path': { values: ['lpe/update-person-data', 'lpe/personer'] },
	},
});
