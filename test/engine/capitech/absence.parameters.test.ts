import type { IDataObject } from 'n8n-workflow';

import type { ParameterCase } from '../support';
import { describeParameters } from '../support';
import { CapitechBench, entries } from './capitech';

const capitech = new CapitechBench();

const absence = (absenceId: number, more: IDataObject = {}): IDataObject => ({
	...{ clientId: 100, absenceId, employeeId: 2001, absenceCode: 'SYK', fromDate: '2026-01-14', endDate: '2026-01-16', updatedOn: '2026-01-14 08:00:00' },
	...more,
});
const ABSENCES = [
	absence(900_001),
	absence(900_002, { employeeId: 2002, absenceCode: 'FER', departmentId: 20 }),
	absence(900_003, { employeeId: 2003, fromDate: '2026-02-02', endDate: '2026-02-03', departmentId: 30, updatedOn: '2026-02-02 08:00:00' }),
	absence(900_005, { clientId: 200, employeeId: 2001, absenceCode: 'PERM' }),
];

const run = async (parameters: Parameters<typeof capitech.observe>[0]) => {
	await capitech.control.reset();
	await capitech.control.put('capitech', { absences: [...ABSENCES, absence(900_004, { employeeId: 2004 })] });
	await capitech.control.remove('capitech', { absences: [{ absenceId: 900_004 }] });
	await capitech.control.switches({ 'capitech.deletedRows': 'flagged' });
	return await capitech.observe(parameters);
};

const base = { clientId: 100, fromDate: '2026-01-10', toDate: '2026-02-10', returnAll: true };
const CASES: Record<string, ParameterCase> = {
	clientId: { values: [100, 200] },
	fromDate: { values: ['2026-01-10', '2026-01-25'] },
	toDate: { values: ['2026-02-10', '2026-01-20'] },
	limit: { values: [1, 2], with: { returnAll: false }, differs: 'got' },
	returnAll: { values: [false, true], with: { limit: 1 }, differs: 'got' },
	simplify: { values: [false, true], differs: 'got' },
	'filters.absenceCodes': { values: ['SYK', 'FER, PERM'] },
	'filters.absenceIds': { values: ['900001', '900002'] },
	'filters.absenceTypes': { values: ['1', '3'] },
	'filters.departments': { values: [entries('20'), entries('30')] },
	'filters.employees': { values: [entries('2001'), entries('2002')] },
	'filters.updatedFrom': { values: ['2026-01-01', '2026-02-01'] },
	'options.datesPerRequest': { values: [366, 10], differs: 'sent' },
	'options.leaveOutDeleted': { values: [false, true], with: { filters: { updatedFrom: '2026-01-01' } }, differs: 'got' },
};

describeParameters({ node: 'capitech', resource: 'absence', operation: 'getMany', base, run, cases: CASES });

describeParameters({
	node: 'capitech',
	resource: 'absence',
	operation: 'getManyDays',
	base,
	run,
	cases: { ...CASES, 'filters.includeAllDetails': { values: ['any', 'yes'], with: { simplify: false } } },
});
