import { describeParameters } from '../support';
import { useOpus } from './opus';

const opus = useOpus();

const CPR = '0101575001';
const OTHER_CPR = '0201575001';
const DATES = { Fra: '2020-01-01', Til: '9999-12-31' };

describeParameters({
	node: 'kmdOpus',
	resource: 'employee',
	operation: 'getNumbersFromCpr',
	base: { cprNumber: CPR },
	run: async (parameters) => {
		await opus.reset();
		await opus.control.put('kmdOpus', {
			employments: [
				{ Medarbejdernummer: '8001', CPR_nummer: CPR, Ansaettelsesforhold: '01', Ekstraciffer: '0', ...DATES },
				{ Medarbejdernummer: '8002', CPR_nummer: CPR, Ansaettelsesforhold: '03', Ekstraciffer: '1', ...DATES, Til: '2026-06-30' },
				{ Medarbejdernummer: '8003', CPR_nummer: OTHER_CPR, Ansaettelsesforhold: '01', Ekstraciffer: '0', ...DATES },
			],
		});
		return await opus.observe(parameters);
	},
	cases: {
		cprNumber: { values: [CPR, OTHER_CPR] },
		'additionalFields.date': { values: ['2026-06-30', '2026-07-01'] },
		'additionalFields.employmentForm': { values: ['1', '3'] },
		'additionalFields.employmentTerms': { values: ['01', '03'] },
		'additionalFields.extraDigit': { values: ['0', '1'] },
		'options.cprField': { values: ['CPR_nummer', 'PersonNr'] },
		'options.fieldNames': { values: ['{}', '{"Dato": "Noegledato", "Medarbejdernummer": "MaNr"}'], with: { additionalFields: { date: '2026-07-01' } } },
		'options.path': { values: ['lpe/get-employee-number-from-cpr', 'lpe/andet'] },
		'options.personField': { values: ['Person', 'Identifikation'] },
	},
});
