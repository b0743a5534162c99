import type { IDataObject } from 'n8n-workflow';

import type { ChainRun } from './support';
import { useChain } from './support';

const chain = useChain({ people: 12, days: 20 });

const listOf = ({ result }: ChainRun, name: string): IDataObject[] => (result.outputs[name]?.[0] ?? []).map(({ json }) => json);

/** Sums by employee, lønart, cost object and measure, in hundredths. */
function sums<T extends IDataObject>(lines: T[], keyOf: (line: T) => unknown[], valueOf: (line: T) => number): Record<string, number> {
	const totals: Record<string, number> = {};
	for (const line of lines) totals[keyOf(line).join('|')] = (totals[keyOf(line).join('|')] ?? 0) + Math.round(valueOf(line) * 100);
	return Object.fromEntries(Object.entries(totals).filter(([, total]) => total !== 0).sort());
}

const listKey = ({ employeeNumber, payElement, serialNumber, costCenter, pspElement, unit }: IDataObject) => [employeeNumber, payElement, serialNumber, costCenter, pspElement, unit === 'amount'];

const ledgerSums = async (): Promise<Record<string, number>> =>
	sums(
		await chain.payments(),
		(line) => [String(line.Medarbejdernummer).replace(/^0+/, ''), line.Loenart, line.Loebenummer, line.Afv_Omkostningssted, line.Afv_PSP_Element, !line.Antal],
		({ Antal, Beloeb }) => Antal || Number(Beloeb),
	);

const columnOf = (list: IDataObject[], column: string) => sums(list, listKey, (line) => Number(line[column]));

test('a manual start validates only: it writes nothing anywhere, and its control list is what posting then adds, to the hundredth', async () => {
	await chain.makeTrouble();
	const validation = await chain.run({ settings: { postOnManualStart: false } });
	expect(validation.result.error).toBeUndefined();
	expect(await chain.writes()).toEqual([]);
	expect(validation.result.outputs['Reconciled List']).toBeUndefined();
	const before = listOf(validation, 'Control List');
	expect(columnOf(before, 'inOpus')).toEqual({});
	expect(validation.summary).toMatchObject({ registered: 0, marked: 0, toPost: (await chain.expectedCounts()).registered });

	const posting = await chain.run();
	const posted = await ledgerSums();
	expect(columnOf(before, 'toPost')).toEqual(posted);
	expect(columnOf(listOf(posting, 'Control List'), 'toPost')).toEqual(posted);

	const after = listOf(posting, 'Reconciled List');
	expect(columnOf(after, 'inOpus')).toEqual(posted);
	expect(columnOf(after, 'toPost')).toEqual({});
	const explained = after.filter(({ difference }) => difference !== 0);
	expect(explained.length).toBeGreaterThan(0);
	expect(explained.filter(({ open }) => !/^(later|rejected)/.test(String(open)))).toEqual([]);
	expect(after.filter(({ difference, open }) => difference === 0 && open)).toEqual([]);
	expect(columnOf(after, 'inCapitech')).toEqual(columnOf(before, 'inCapitech'));
});

test('a correction shows as a difference to post, and after it as none', async () => {
	await chain.runToEnd();
	const row = (await chain.rows()).find(({ timeCategoryId, externalStatusCode, qty }) => timeCategoryId === 10 && externalStatusCode === 20 && Number(qty) > 1) as IDataObject;
	const payrollOf = (list: IDataObject[]) => list.filter(({ payElement, employee }) => payElement === '0310' && employee === row.employee);
	await chain.control.put('capitech', { transactions: [{ clientId: 100, uid: row.uid, timeCategoryId: 10, qty: Number(row.qty) - 0.75, approvedLevelOne: 1 }] });
	const run = await chain.run();
	const corrected = payrollOf(listOf(run, 'Control List')).filter(({ toPost }) => toPost !== 0);
	expect(corrected).toEqual([expect.objectContaining({ toPost: -0.75, difference: 0, approvers: expect.stringContaining('trineg') })]);
	expect(payrollOf(listOf(run, 'Reconciled List')).filter(({ difference, toPost }) => difference || toPost)).toEqual([]);
	expect(columnOf(listOf(run, 'Reconciled List'), 'inOpus')).toEqual(await ledgerSums());
});

test('the run saves nothing of persons, and its table holds none', async () => {
	const { result } = await chain.run();
	expect(result.error).toBeUndefined();
	const kept = JSON.stringify(chain.tables);
	const { employees } = await chain.control.state('capitech');
	const names = employees.map(({ lastName }) => String(lastName));
	expect(names.filter((name) => kept.includes(name))).toEqual([]);
	expect(chain.workflowSettings()).toMatchObject({ saveDataErrorExecution: 'none', saveDataSuccessExecution: 'none', saveManualExecutions: false, saveExecutionProgress: false });
});
