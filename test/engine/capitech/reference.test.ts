import type { INodeParameters } from 'n8n-workflow';

import { CapitechBench, rowsOf, uidsOf } from './capitech';

const capitech = new CapitechBench({ seed: 11, people: 60, days: 62 });

/** The demo customer's agreement. */
const SETTINGS: INodeParameters = {
	specifySettings: 'json',
	payElementsJson: JSON.stringify([
		{ timeCategoryId: 10, payElement: '0310', serialNumber: 1 },
		{ timeCategoryId: 20, payElement: '0320', serialNumber: 1 },
		{ timeCategoryId: 21, payElement: '0321', serialNumber: 1 },
		{ timeCategoryId: 25, payElement: '0325', serialNumber: 1 },
		{ timeCategoryId: 30, payElement: '0330', serialNumber: 2 },
		{ timeCategoryId: 31, payElement: '0331', serialNumber: 2 },
		{ timeCategoryId: 32, payElement: '0332', serialNumber: 2 },
		{ timeCategoryId: 40, payElement: '0340', serialNumber: 1 },
	]),
	costCentersJson: JSON.stringify([
		{ departmentId: 10, costCenter: '1010100001' },
		{ departmentId: 20, costCenter: '1010200001' },
		{ departmentId: 50, costCenter: '1010500001' },
		{ departmentId: 70, costCenter: '1010700001' },
	]),
	pspElementsJson: JSON.stringify([1001, 1002, 1009].map((projectId) => ({ projectId, pspElement: `XG-${projectId}-00001` }))),
};

test.each([
	['the whole world', '2026-08-31', '2026-10-31'],
	['a month', '2026-09-01', '2026-09-30'],
	['a single date', '2026-10-15', '2026-10-15'],
])('what is read and prepared of %s is what the reference works out from the world alone', async (_what, from, to) => {
	const { counts, ledger } = await capitech.control.expected('capitech-to-opus', { from, to });
	const rows = rowsOf(await capitech.getMany(from, to, { simplify: true }));
	const prepared = rowsOf(await capitech.run({ resource: 'payrollLine', operation: 'prepare', ...SETTINGS }, { items: rows }));
	const count = (disposition: string) => prepared.filter((row) => row.disposition === disposition).length;

	expect({
		read: rows.length,
		eligible: count('line') + count('unmapped') + count('held'),
		unmapped: count('unmapped'),
		held: count('held'),
		lines: count('line'),
	}).toEqual({ read: counts.read, eligible: counts.eligible, unmapped: counts.unmapped, held: counts.held, lines: counts.registered + counts.rejected + counts.later });

	const lines = prepared.flatMap(({ payrollLine }) => (payrollLine ? [payrollLine as Record<string, unknown>] : []));
	const made = new Map(lines.map((line) => [line.reference, line]));
	for (const wanted of ledger) {
		expect(made.get(wanted.reference)).toEqual({
			employeeNumber: String(Number(wanted.Medarbejdernummer)),
			date: String(wanted.Startdato).slice(0, 10),
			payElement: wanted.Loenart,
			serialNumber: wanted.Loebenummer,
			quantity: wanted.Antal,
			costCenter: wanted.Afv_Omkostningssted,
			pspElement: wanted.Afv_PSP_Element,
			sender: wanted.Afsendelses_System,
			reference: wanted.reference,
		});
	}
	expect(ledger.length).toBeGreaterThan(0);
	expect(made.size).toBe(lines.length);
	expect(uidsOf(rows).length).toBeGreaterThan(1);
});
