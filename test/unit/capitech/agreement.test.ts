import { readAgreement } from '../../../nodes/Capitech/payroll/agreement';
import { SETTINGS } from './rows';

const read = (changes: Partial<Record<keyof typeof SETTINGS, unknown>> = {}) => readAgreement({ ...SETTINGS, ...changes });
const ELEMENT = { timeCategoryId: 10, payElement: '0310', serialNumber: 1 };

describe('the settings', () => {
	test('are read from lists, from JSON and from the rows of a form alike', () => {
		const fromLists = read();
		const { payElements, costCenters, pspElements } = SETTINGS;
		expect(read({ payElements: JSON.stringify(payElements), costCenters: JSON.stringify(costCenters), pspElements: JSON.stringify(pspElements) })).toEqual(fromLists);
		expect(read({ payElements: { rows: payElements }, costCenters: { rows: costCenters }, pspElements: { rows: pspElements } })).toEqual(fromLists);
	});

	test('write a pay element with four digits', () => {
		const { payElements } = read({ payElements: [{ ...ELEMENT, payElement: 310 }, { ...ELEMENT, timeCategoryId: '20', payElement: ' 7 ', serialNumber: '2' }] });
		expect([...payElements]).toEqual([
			[10, { payElement: '0310', serialNumber: 1 }],
			[20, { payElement: '0007', serialNumber: 2 }],
		]);
	});

	test.each([undefined, null, '', '[]', [], {}, { rows: [] }])('may hold no cost centers and no PSP elements: %p', (nothing) => {
		const { costCenters, pspElements } = read({ costCenters: nothing, pspElements: nothing });
		expect([costCenters.size, pspElements.size]).toEqual([0, 0]);
	});

	test('take approval levels 1 to 4', () => {
		for (const approvalLevel of [1, 2, 3, 4, '4']) expect(read({ approvalLevel }).approvalLevel).toBe(Number(approvalLevel));
	});

	test('take the sender without blanks around it', () => {
		expect(read({ sender: ' Capitech ' }).sender).toBe('Capitech');
	});
});

test.each<[string, Partial<Record<keyof typeof SETTINGS, unknown>>, RegExp]>([
	['no pay elements', { payElements: [] }, /'Pay Elements' is empty/],
	['pay elements left out', { payElements: undefined }, /'Pay Elements' is empty/],
	['a table that is no JSON', { payElements: '[{' }, /'Pay Elements' is not a list of entries/],
	['a table that is a number', { costCenters: '5' }, /'Cost Centers' is not a list of entries/],
	['a table of texts', { costCenters: ['1010100001'] }, /'Cost Centers' is not a list of entries/],
	['a table that is a single entry', { payElements: ELEMENT }, /'Pay Elements' is not a list of entries/],
	['a time category given twice', { payElements: [ELEMENT, { ...ELEMENT, payElement: '0320' }] }, /'Pay Elements, entry 2' gives timeCategoryId 10 a second time/],
	['a time category given twice, once as text', { payElements: [ELEMENT, { ...ELEMENT, timeCategoryId: '10' }] }, /a second time/],
	['a department given twice', { costCenters: [{ departmentId: 10, costCenter: 'A' }, { departmentId: 10, costCenter: 'B' }] }, /'Cost Centers, entry 2' gives departmentId 10 a second time/],
	['a project given twice', { pspElements: [{ projectId: 1, pspElement: 'A' }, { projectId: 1, pspElement: 'A' }] }, /'PSP Elements, entry 2' gives projectId 1 a second time/],
	['an entry without a time category', { payElements: [ELEMENT, { payElement: '0320', serialNumber: 1 }] }, /'Pay Elements, entry 2, timeCategoryId' is empty/],
	['a time category of letters', { payElements: [{ ...ELEMENT, timeCategoryId: 'ten' }] }, /'Pay Elements, entry 1, timeCategoryId' is not a whole number/],
	['a pay element left out', { payElements: [{ timeCategoryId: 10, serialNumber: 1 }] }, /'Pay Elements, entry 1' has no pay element/],
	['a pay element of five digits', { payElements: [{ ...ELEMENT, payElement: '03100' }] }, /'Pay Elements, entry 1' has no pay element/],
	['a pay element of letters', { payElements: [{ ...ELEMENT, payElement: '03A0' }] }, /'Pay Elements, entry 1' has no pay element/],
	['a serial number left out', { payElements: [{ timeCategoryId: 10, payElement: '0310' }] }, /'Pay Elements, entry 1, serialNumber' is empty/],
	['a serial number of letters', { payElements: [{ ...ELEMENT, serialNumber: 'one' }] }, /serialNumber' is not a whole number/],
	['a cost center left out', { costCenters: [{ departmentId: 10 }] }, /'Cost Centers, entry 1' has no costCenter/],
	['a cost center of blanks', { costCenters: [{ departmentId: 10, costCenter: '  ' }] }, /'Cost Centers, entry 1' has no costCenter/],
	['a PSP element left out', { pspElements: [{ projectId: 1 }] }, /'PSP Elements, entry 1' has no pspElement/],
	['approval level 0', { approvalLevel: 0 }, /'Approval Level' is not a whole number/],
	['approval level 5', { approvalLevel: 5 }, /'Approval Level' is above 4/],
	['approval level 1.5', { approvalLevel: 1.5 }, /'Approval Level' is not a whole number/],
	['no approval level', { approvalLevel: '' }, /'Approval Level' is empty/],
	['no sender', { sender: '' }, /'Sender' is empty/],
	['a sender of blanks', { sender: '  ' }, /'Sender' is empty/],
])('%s is refused, naming the setting and the entry', (_what, changes, message) => {
	expect(() => read(changes)).toThrow(message);
});
