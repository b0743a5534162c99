/** How the demo customer pays what Capitech registers; the workflow template's settings say the same. */

/** The firm whose hours go to payroll. */
export const CLIENT_ID = 100;

/** Sender of our payroll lines (Afsendelses_System, comes back as Indv_Bemaerkning_1). */
export const SENDER = 'Capitech';

/** Status that marks a registration as transferred (capitech.md 5). */
export const EXPORTED_STATUS = 20;

/** Time category to pay element. What is not here is unmapped and goes to a human. */
export const PAY_ELEMENTS: ReadonlyMap<number, { readonly Loenart: string; readonly Loebenummer: number }> = new Map([
	[10, { Loenart: '0310', Loebenummer: 1 }],
	[20, { Loenart: '0320', Loebenummer: 1 }],
	[21, { Loenart: '0321', Loebenummer: 1 }],
	[25, { Loenart: '0325', Loebenummer: 1 }],
	[30, { Loenart: '0330', Loebenummer: 2 }],
	[31, { Loenart: '0331', Loebenummer: 2 }],
	[32, { Loenart: '0332', Loebenummer: 2 }],
	[40, { Loenart: '0340', Loebenummer: 1 }],
]);

/** Project to PSP element; a row with such a project sends only the PSP element. */
export const PSP_OF_PROJECT: ReadonlyMap<number, string> = new Map([
	[1001, 'XG-1001-00001'],
	[1002, 'XG-1002-00001'],
	[1009, 'XG-1009-00001'],
]);

/** Department to cost centre; other departments' hours stay on the employee's own. */
export const COST_CENTER_OF_DEPARTMENT: ReadonlyMap<number, string> = new Map([
	[10, '1010100001'],
	[20, '1010200001'],
	[50, '1010500001'],
	[70, '1010700001'],
]);
