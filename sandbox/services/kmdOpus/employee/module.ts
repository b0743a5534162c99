import type { Records, ServiceContext } from '../../../service.ts';
import type { OpusWorld } from '../../../world/types.ts';
import type { OpusLedger } from '../ledger.ts';
import type { OpusModule } from '../module.ts';
import type { SoapOperation } from '../soap/operation.ts';
import { singleStatus, type StatusStyle } from '../soap/returnStatus.ts';
import { leaves } from '../soap/schema.ts';
import type { KmdOpusSwitch } from '../switches.ts';
import { changeCommunication } from './communication.ts';
import { employeeInfo } from './employeeInfo.ts';
import { readMany, readOne, type ReadingContext } from './reading.ts';
import { EmployeeRecords } from './recordStore.ts';
import { EMPLOYEE_REQUESTS } from './schemas.ts';
import { TimeRecords, type TimeOffice } from './timeRecords.ts';
import { EMPLOYEE_NAMESPACE, standardReturn, STATUS, STATUS_TEXTS } from './wire.ts';

const INFO_NAMESPACE = 'urn:kmd.dk:LPE:EMPLOYEEINFO:external';

/** What the module is told by others: employments, employees' time, and how a ReturnStatus is written. */
export interface EmployeeSources {
	readonly ledger: OpusLedger;
	readonly time: TimeOffice;
	readonly statusStyle: () => StatusStyle;
}

/** Medarbejderoplysninger and Hent ansættelsesforhold (kmd-opus.md 1.5, 1.8, 4.3). */
export class EmployeeModule implements OpusModule {
	readonly operations: readonly SoapOperation[];
	readonly kinds: OpusModule['kinds'];

	readonly #context: ServiceContext;
	readonly #ledger: OpusLedger;
	readonly #statusStyle: () => StatusStyle;
	readonly #records: EmployeeRecords;
	readonly #time: TimeRecords;

	constructor(context: ServiceContext, { ledger, time, statusStyle }: EmployeeSources) {
		const now = (): string => context.clock.stamp().replace(' ', 'T');
		this.#context = context;
		this.#ledger = ledger;
		this.#statusStyle = statusStyle;
		this.#records = new EmployeeRecords(now);
		this.#time = new TimeRecords(time, now);
		this.kinds = { employeeRecords: this.#records };
		this.operations = [
			this.#employeeService('Laes', (request, caller) => readOne(request, caller, this.#reading())),
			this.#employeeService('List', (request, caller) => readMany(request, caller, this.#reading())),
			this.#employeeService('Ret', (request, caller) =>
				changeCommunication(request, caller, { records: this.#records, ledger }),
			),
			this.#getEmployeeInfo(),
		];
	}

	load(world: OpusWorld): void {
		this.#records.load(world.employeeRecords);
		this.#time.load();
	}

	/** Takes note of what was changed in employees' time, after whatever may have changed it. */
	takeNote(): void {
		this.#time.takeNote();
	}

	state(): Records {
		return { employeeRecords: this.#records.list() };
	}

	#employeeService(name: keyof typeof EMPLOYEE_REQUESTS, handle: SoapOperation['handle']): SoapOperation {
		return {
			name,
			service: 'employee',
			interface: 'Employee_Provide_Out',
			interfaceNamespace: 'urn:kmd.dk:LPE:EMPLOYEE:external',
			request: EMPLOYEE_REQUESTS[name],
			response: { name: `${name}Output`, namespace: EMPLOYEE_NAMESPACE },
			status: standardReturn,
			textOf: (code) => STATUS_TEXTS[code ?? STATUS.inputInvalid],
			handle,
		};
	}

	#getEmployeeInfo(): SoapOperation {
		return {
			name: 'GetEmployeeInfo',
			service: 'employee',
			interface: 'GetEmployeeInfo_OS_SI',
			interfaceNamespace: INFO_NAMESPACE,
			request: { name: 'GetEmployeeInfoRequest_MT', namespace: INFO_NAMESPACE, children: leaves('CPRNumber!', 'KeyDate') },
			response: { name: 'GetEmployeeInfoResponse_MT', namespace: INFO_NAMESPACE },
			status: (remarks) => singleStatus(this.#statusStyle(), remarks),
			handle: (request) =>
				employeeInfo(request, { ledger: this.#ledger, records: this.#records, today: this.#today() }),
		};
	}

	#reading(): ReadingContext {
		return {
			records: this.#records,
			time: this.#time,
			boughtFields: this.#setting('boughtFields'),
			employeesPerAnswer: Number(this.#setting('employeesPerAnswer')),
			missingValidityFilter: this.#setting('missingValidityFilter'),
			changeFilterPrecision: this.#setting('changeFilterPrecision'),
			today: this.#today(),
		} as ReadingContext;
	}

	#today(): string {
		return this.#context.clock.stamp().slice(0, 10);
	}

	#setting(name: KmdOpusSwitch): unknown {
		return this.#context.switches.get(`kmdOpus.${name}`);
	}
}
