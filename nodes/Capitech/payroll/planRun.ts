import { createHash } from 'crypto';
import type { IDataObject } from 'n8n-workflow';

import { addDays, datesIn } from '../../kit/dateWindows';
import type { RejectedRows } from './prepare';
import type { Settings } from './settings';

/** What a run begins with. */
export interface RunStart {
	/** The period, `yyyy-MM-dd`, both inclusive. */
	from: string;
	to: string;
	/** Whether all rows of the period are read and compared with all that stands. */
	fullReconcile: boolean;
	/** When the last run that came to its end began, `yyyy-MM-dd HH:mm:ss` in Norwegian time; empty when there was none. */
	watermark: string;
	/** Of the settings of that run. */
	settingsHash: string;
	retryRejected: 'whenChanged' | 'always' | 'never';
	/** Now, in Norwegian time; and the watermark less the overlap. */
	now: string;
	changedSince: string;
}

/** One request for rows, in the terms of *Time Transaction: Get Many*, and what the later steps need to know of the run. */
export interface RunQuery extends IDataObject {
	clientId: number;
	/** Which rows it asks for. */
	query: 'notExported' | 'changed' | 'all';
	fromDate: string;
	toDate: string;
	externalStatusCodes: string;
	withoutExternalStatus: 'yes' | 'any';
	lastApprovedOrUpdatedFrom: string;
	/** The period of the run; a request may reach beyond it. */
	periodFrom: string;
	periodTo: string;
	isWhole: boolean;
	/** The accounts that the firm's settings name, once for each firm. */
	accounts: string[];
	rejectedRows: RejectedRows;
	changedSince: string;
	/** The next watermark, once the run has come to its end. */
	startedAt: string;
	settingsHash: string;
}

/**
 * How far a whole reading reaches beyond the period. A line may be posted on a later date than its work date (the first open day of a closed period); its row then
 * lies at most one period and a month before it, and must be seen, or it would pass for deleted.
 */
const MARGIN_DAYS = 31;

/** A check of the settings: when it changes, what was refused is tried again. */
export const hashSettings = (firms: unknown): string => createHash('sha256').update(JSON.stringify(firms)).digest('hex').slice(0, 16);

/** Without a run before, nobody knows what has changed since a row was refused. */
function rejectedRowsOf({ retryRejected, settingsHash, watermark }: RunStart, hash: string): RejectedRows {
	if (retryRejected === 'always') return 'retry';
	if (retryRejected === 'never') return 'skip';
	return watermark === '' || settingsHash !== hash ? 'retry' : 'retryChanged';
}

/**
 * The requests of a run, firm by firm. Pure.
 *
 * Day by day: the rows that are not exported yet, and those that were changed since the last run whatever their status (contract, section 5). In full, or when
 * there was no run before: all rows of the period and some time around it.
 */
export function planRun({ firms, rejectedCode }: Settings, hash: string, start: RunStart): RunQuery[] {
	const { from, to, changedSince, watermark } = start;
	const isWhole = start.fullReconcile || watermark === '';
	const common = {
		periodFrom: from,
		periodTo: to,
		isWhole,
		rejectedRows: rejectedRowsOf(start, hash),
		changedSince: watermark === '' ? '' : changedSince,
		startedAt: start.now,
		settingsHash: hash,
	};
	const unset = { externalStatusCodes: '', withoutExternalStatus: 'any' as const, lastApprovedOrUpdatedFrom: '' };
	return [...firms.values()].flatMap(({ clientId, costObjects }): RunQuery[] => {
		const accounts = [...new Set(costObjects.map(({ account }) => account).filter(Boolean))];
		if (isWhole) {
			const around = datesIn({ from, to }) + MARGIN_DAYS;
			return [{ clientId, query: 'all', fromDate: addDays(from, -around), toDate: addDays(to, MARGIN_DAYS), ...unset, ...common, accounts }];
		}
		const dates = { fromDate: from, toDate: to };
		return [
			{ clientId, query: 'notExported', ...dates, ...unset, externalStatusCodes: String(rejectedCode), withoutExternalStatus: 'yes', ...common, accounts },
			{ clientId, query: 'changed', ...dates, ...unset, lastApprovedOrUpdatedFrom: changedSince, ...common, accounts: [] },
		];
	});
}
