import type { SoapOperation } from '../soap/operation.ts';
import { leaves, type ElementSchema } from '../soap/schema.ts';

const NAMESPACE = 'urn:kmd.dk:LPT:VACAB:external';

/** How an operation is called and what its request holds, in order. */
export type OperationSchema = Omit<SoapOperation, 'status' | 'handle'>;

function operation(name: string, children: readonly ElementSchema[]): OperationSchema {
	return {
		name,
		service: 'absence',
		interface: `${name}_OS_SI`,
		interfaceNamespace: NAMESPACE,
		request: { name: `${name}Request_MT`, namespace: NAMESPACE, children },
		response: { name: `${name}Response_MT`, namespace: NAMESPACE },
	};
}

const repeating = (name: string, children?: readonly ElementSchema[]): ElementSchema => ({ name, repeats: true, children });

/** The absence family (kmd-opus.md 1.1 as documented; the maternity write, quotas and schedules as assumed in 1.1 to 1.3). */
export const SCHEMAS = {
	setAbsenceAttendance: operation(
		'SetAbsenceAttendance',
		leaves(
			'StartDate!',
			'OriginalStartDate',
			'StartTime',
			'OriginalStartTime',
			'EndDate!',
			'OriginalEndDate',
			'EndTime',
			'OriginalEndTime',
			'AdditionalData',
			'Operation',
			'PersonnelNumber!',
			'AbsenceAttendanceType!',
			'OriginalAbsenceAttendanceType',
		),
	),
	getAbsenceAttendanceByPeriod: operation(
		'GetAbsenceAttendanceByPeriod',
		leaves('VendorUUID', 'StartDate', 'EndDate', 'PersonnelNumber'),
	),
	getChildren: operation('GetChildren', leaves('PersonnelNumber', 'StartDate')),
	getMaternityCases: operation('GetMaternityCases', leaves('MaternityType', 'StartDate', 'EndDate', 'PersonnelNumber')),
	getReasons: operation('GetReasons', leaves('PersonnelNumber', 'leaveType')),
	getWorkAccidentCases: operation('GetWorkAccidentCases', leaves('StartDate', 'EndDate', 'PersonnelNumber')),
	setMaternityCase: operation(
		'SetMaternityCase',
		leaves(
			'Operation',
			'PersonnelNumber',
			'MaternityCaseKey',
			'ValidStartDate',
			'ValidEndDate',
			'NotificationDate',
			'ExpectedDeliveryDate',
			'ActualDeliveryDate',
			'AuthorityReportDate',
			'MaternityType',
		),
	),
	getAbsenceQuotas: operation('GetAbsenceQuotas', [...leaves('KeyDate'), repeating('PersonnelNumber')]),
	getAbsenceQuotaDetails: operation('GetAbsenceQuotaDetails', leaves('PersonnelNumber', 'QuotaKey')),
	setWorkSchedule: operation('SetWorkSchedule', [
		{
			name: 'WorkSchedule',
			children: [
				repeating(
					'item',
					leaves(
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
					),
				),
			],
		},
	]),
	getWorkScheduleByPeriod: operation('GetWorkScheduleByPeriod', leaves('StartDate', 'EndDate', 'PersonnelNumber')),
} as const;
