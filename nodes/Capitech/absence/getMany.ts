import { badInput } from '../../kit/failure';
import type { Operation } from '../../kit/operation';
import { perItem } from '../../kit/operation';
import { readDate, readInteger } from '../../kit/parameters';
import { CapitechClient } from '../client';
import { readFilterTable } from '../filterValues';
import { ZONE } from '../time/filters';
import type { AbsenceKind } from './absence';
import { simplifyAbsence } from './absence';
import { MAX_DATES, readAbsences } from './read';

/** How many dates go into a request. */
function readDatesPerRequest(value: unknown): number {
	const dates = readInteger('Dates per Request', value, 1);
	if (dates > MAX_DATES) throw badInput('Dates per Request', `is ${dates}`, `Enter at most ${MAX_DATES}.`);
	return dates;
}

/** *Get Many* of absences, or of their days. */
export const readsAbsences = (kind: AbsenceKind): Operation['execute'] =>
	perItem(async (context, { index }) => {
		const parameter = (name: string, fallback?: unknown) => context.getNodeParameter(name, index, fallback as object) as unknown;
		const window = {
			from: readDate('From Date', parameter('fromDate'), ZONE),
			to: readDate('To Date', parameter('toDate'), ZONE),
		};
		if (window.from > window.to) throw badInput('To Date', 'lies before the From Date', 'Swap the two dates.');
		const { datesPerRequest = MAX_DATES, leaveOutDeleted } = context.getNodeParameter('options', index, {});
		const limit = parameter('returnAll', false) ? Infinity : readInteger('Limit', parameter('limit'), 1);
		const query = {
			clientId: readInteger('Client ID', parameter('clientId'), 1),
			window,
			filters: readFilterTable(context.getNodeParameter('filters', index, {}), kind.filters),
			datesPerRequest: readDatesPerRequest(datesPerRequest),
			leaveOutDeleted: leaveOutDeleted === true,
			enough: limit,
			signal: context.getExecutionCancelSignal(),
		};
		const simplify = parameter('simplify', true);
		const absences = await readAbsences(await CapitechClient.open(context), kind, query);
		return absences.slice(0, limit).map((absence) => ({ json: simplify ? simplifyAbsence(absence, kind) : absence }));
	});
