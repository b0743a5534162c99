import type { INodeParameters } from 'n8n-workflow';

import { firmsWith } from '../chain/support';
import { CapitechBench, rowsOf, uidsOf } from './capitech';

const capitech = new CapitechBench({ seed: 11, people: 60, days: 62 });

/** The demo customer's agreement, as the template holds it. */
const SETTINGS: INodeParameters = {
	settings: JSON.stringify({ sender: 'Capitech', exportedCode: 20, rejectedCode: 90, firms: JSON.parse(firmsWith(() => {})) as object[] }),
};

test.each([
	['the whole world', '2026-08-31', '2026-10-31'],
	['a month', '2026-09-01', '2026-09-30'],
	['a single date', '2026-10-15', '2026-10-15'],
])('what is read and prepared of %s is what the reference works out from the world alone', async (_what, from, to) => {
	const { counts, ledger } = await capitech.control.expected('capitech-to-opus', { from, to });
	const rows = rowsOf(await capitech.getMany(from, to, { simplify: true }));
	const employees = rowsOf(await capitech.run({ resource: 'employee', operation: 'getMany', clientId: 100, returnAll: true, simplify: true, filters: {} }));
	const prepared = rowsOf(await capitech.run({ resource: 'payrollLine', operation: 'prepare', ...SETTINGS }, { items: [...rows, ...employees] }));
	const count = (disposition: string) => prepared.filter((row) => row.disposition === disposition).length;

	expect({
		read: rows.length,
		eligible: count('line') + count('unmapped') + count('notExported') + count('held'),
		unmapped: count('unmapped') + count('notExported'),
		notExported: count('notExported'),
		held: count('held'),
		lines: count('line'),
	}).toEqual({ read: counts.read, eligible: counts.eligible, unmapped: counts.unmapped, notExported: counts.notExported, held: counts.held, lines: counts.registered + counts.rejected + counts.later });

	const lines = prepared.flatMap(({ payrollLine }) => (payrollLine ? [payrollLine as Record<string, unknown>] : []));
	const made = new Map(lines.map((line) => [line.reference, line]));
	for (const wanted of ledger) {
		expect(made.get(wanted.reference)).toMatchObject({
			employeeNumber: String(Number(wanted.Medarbejdernummer)),
			date: String(wanted.Startdato).slice(0, 10),
			payElement: wanted.Loenart,
			serialNumber: wanted.Loebenummer,
			quantity: wanted.Antal || null,
			amount: wanted.Beloeb || null,
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
