import type { Records, ServiceContext } from '../../../service.ts';
import type { HrWorld } from '../../../world/hrTypes.ts';
import type { OpusWorld } from '../../../world/types.ts';
import type { RecordKind } from '../../collection.ts';
import type { OpusLedger } from '../ledger.ts';
import type { OpusModule } from '../module.ts';
import type { SoapOperation, SoapReply } from '../soap/operation.ts';
import type { SoapRequest } from '../soap/request.ts';
import { indexedStatus, singleStatus, statusList, type StatusStyle } from '../soap/returnStatus.ts';
import { HrOffice } from './hrOffice.ts';
import { HrRecords, recordKinds } from './hrRecords.ts';
import { getChildren, getMaternityCases, getReasons, getWorkAccidentCases } from './lookups.ts';
import { MESSAGE_CLASS } from './messages.ts';
import { getAbsenceQuotaDetails, getAbsenceQuotas } from './quotaReads.ts';
import { readAbsences } from './readAbsences.ts';
import { SCHEMAS } from './schemas.ts';
import { setAbsence } from './setAbsence.ts';
import { setMaternityCase } from './setMaternityCase.ts';
import { settingOf, settingsOf } from './switches.ts';
import { getWorkScheduleByPeriod, setWorkSchedule } from './workSchedules.ts';

type Status = typeof singleStatus;
type Handler = (request: SoapRequest, office: HrOffice) => SoapReply;

/** What each operation does, and which shape its status has (kmd-opus.md 1.1). */
const HANDLERS: Readonly<Record<keyof typeof SCHEMAS, readonly [Status, Handler]>> = {
	setAbsenceAttendance: [singleStatus, setAbsence],
	getAbsenceAttendanceByPeriod: [statusList, readAbsences],
	getChildren: [singleStatus, getChildren],
	getMaternityCases: [singleStatus, getMaternityCases],
	getReasons: [singleStatus, getReasons],
	getWorkAccidentCases: [singleStatus, getWorkAccidentCases],
	setMaternityCase: [singleStatus, setMaternityCase],
	getAbsenceQuotas: [statusList, getAbsenceQuotas],
	getAbsenceQuotaDetails: [statusList, getAbsenceQuotaDetails],
	setWorkSchedule: [indexedStatus, setWorkSchedule],
	getWorkScheduleByPeriod: [statusList, getWorkScheduleByPeriod],
};

/** The module Fravær: absence, presence, quotas and work schedules (kmd-opus.md 1.1 to 1.3). */
export class AbsenceModule implements OpusModule {
	readonly operations: readonly SoapOperation[];
	readonly kinds: Readonly<Record<keyof HrWorld, RecordKind>>;
	/** Who knows employees' time. */
	readonly office: HrOffice;

	readonly #context: ServiceContext;
	readonly #records = new HrRecords();
	readonly #untouched = new HrRecords();

	constructor(context: ServiceContext, ledger: OpusLedger) {
		this.#context = context;
		this.kinds = recordKinds(this.#records, this.#untouched);
		this.office = new HrOffice(this.#records, ledger, () => settingsOf(context));
		const names = Object.keys(SCHEMAS) as (keyof typeof SCHEMAS)[];
		this.operations = names.map((name) => {
			const [status, handler] = HANDLERS[name];
			return {
				...SCHEMAS[name],
				status: (remarks) => status(this.statusStyle(), remarks),
				handle: (request) => handler(request, this.office),
			};
		});
	}

	load({ hr }: OpusWorld): void {
		for (const records of [this.#records, this.#untouched]) records.load(hr);
	}

	state(): Records {
		return this.#records.state();
	}

	worldState(): Records {
		return this.#untouched.state();
	}

	/** How every ReturnStatus is written at present. */
	statusStyle(): StatusStyle {
		return {
			success: settingOf(this.#context, 'soapSuccess') as StatusStyle['success'],
			messageText: settingOf(this.#context, 'soapMessageText') as StatusStyle['messageText'],
			messageClass: MESSAGE_CLASS,
		};
	}
}
