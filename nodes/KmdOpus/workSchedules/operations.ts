import { operation } from '../absence/operations';
import { leaves } from '../soap/operation';

/* Neither is published: names and elements are our reading in the style of the absence family (contract, section 1.3). */

const OCCURRENCE = leaves(
	'Operation',
	'PersonnelNumber',
	'StartDate',
	'EndDate',
	'WorkTimeType',
	'StartTime',
	'EndTime',
	'Hours',
	'OriginalStartDate',
	'OriginalEndDate',
	'OriginalWorkTimeType',
	'OriginalStartTime',
	'OriginalEndTime',
);

export const SetWorkSchedule = operation('SetWorkSchedule', 'assumed', [
	{ name: 'WorkSchedule', children: [{ name: 'item', repeats: true, children: OCCURRENCE }] },
]);

export const GetWorkScheduleByPeriod = operation('GetWorkScheduleByPeriod', 'assumed', leaves('StartDate', 'EndDate', 'PersonnelNumber'));
