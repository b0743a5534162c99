import type {
	BusinessError,
	Failure,
	Records,
	SandboxService,
	ServiceContext,
	WireAnswer,
	WireRequest,
} from '../../service.ts';
import type { World } from '../../world/types.ts';
import { forEachRecord, type RecordKind } from '../collection.ts';
import { AbsenceModule } from './absence/index.ts';
import { EmployeeModule } from './employee/module.ts';
import { FolderModule } from './folder/module.ts';
import { OpusJsonApi } from './jsonApi.ts';
import { OpusLedger } from './ledger.ts';
import type { OpusModule } from './module.ts';
import { faultAnswer } from './soap/answers.ts';
import type { StatusStyle } from './soap/returnStatus.ts';
import { MessageServlet } from './soap/servlet.ts';
import { SupplementsModule } from './supplements/module.ts';
import { KMD_OPUS_SWITCHES } from './switches.ts';
import { updatePayments } from './updatePayments.ts';

/** The simulated KMD Opus Personale: the JSON family and, behind one servlet, the modules of the SOAP families. */
class KmdOpus implements SandboxService {
	readonly name = 'kmdOpus';
	readonly prefixes: readonly string[];
	readonly switches = KMD_OPUS_SWITCHES;

	readonly #ledger = new OpusLedger();
	readonly #employees: EmployeeModule;
	readonly #modules: readonly OpusModule[];
	readonly #jsonApi: OpusJsonApi;
	readonly #servlet: MessageServlet;
	readonly #kinds: Readonly<Record<string, RecordKind>>;

	constructor(context: ServiceContext) {
		const supplements = new SupplementsModule();
		this.#jsonApi = new OpusJsonApi(context, this.#ledger, { 'update-onetime-payments': updatePayments, ...supplements.updates });
		const absence = new AbsenceModule(context, this.#ledger);
		const statusStyle = (): StatusStyle => absence.statusStyle();
		this.#employees = new EmployeeModule(context, { ledger: this.#ledger, time: absence.office, statusStyle });
		this.#modules = [absence, this.#employees, new FolderModule(context, this.#ledger, statusStyle), supplements];
		this.#servlet = new MessageServlet(this.#modules.flatMap(({ operations }) => operations));
		this.prefixes = [this.#jsonApi.prefix, this.#servlet.prefix];
		this.#kinds = {
			payments: this.#ledger.paymentRecords,
			employments: this.#ledger.employmentRecords,
			persons: this.#ledger.persons,
			costCenters: this.#ledger.costCenters,
			pspElements: this.#ledger.pspElements,
			payElements: this.#ledger.payElements,
			accounts: this.#ledger.accounts,
			payPeriods: this.#ledger.payPeriods,
			...Object.assign({}, ...this.#modules.map(({ kinds }) => kinds)),
		};
	}

	operationOf(request: WireRequest): string {
		return this.#servlet.owns(request.path) ? this.#servlet.operationOf(request) : this.#jsonApi.operationOf(request.path);
	}

	answer(request: WireRequest, operation: string, businessError?: BusinessError): WireAnswer {
		const answer = this.#servlet.owns(request.path)
			? this.#servlet.answer(request, businessError)
			: this.#jsonApi.answer(request, operation, businessError);
		if (answer.tookEffect) this.#employees.takeNote();
		return answer;
	}

	failure(status: number, { path }: WireRequest): Failure {
		return this.#servlet.owns(path) ? this.#servlet.failure(status) : this.#jsonApi.failure(status);
	}

	soapFault(text = 'com.sap.engine.interfaces.messaging.api.exception.MessagingException: HTTP 500'): WireAnswer {
		return faultAnswer(text);
	}

	load(world: World): void {
		this.#ledger.load(world.opus);
		this.#jsonApi.forget();
		for (const module of this.#modules) module.load(world.opus);
	}

	state(): Records {
		const ofModules = this.#modules.map((module) => module.state());
		return { payments: this.#ledger.payments(), ...this.#masterData(), ...Object.assign({}, ...ofModules) };
	}

	worldState(): Records {
		const ofModules = this.#modules.map((module) => module.worldState?.() ?? {});
		return { payments: this.#ledger.paymentsOfWorld(), ...this.#masterData(), ...Object.assign({}, ...ofModules) };
	}

	upsert(records: Records): void {
		forEachRecord(records, this.#kinds, (kind, record) => kind.upsert(record));
		this.#employees.takeNote();
	}

	remove(keys: Records): void {
		forEachRecord(keys, this.#kinds, (kind, record) => kind.remove(record));
		this.#employees.takeNote();
	}

	#masterData(): Records {
		return {
			employments: this.#ledger.employments.list(),
			persons: this.#ledger.persons.list(),
			costCenters: this.#ledger.costCenters.list(),
			pspElements: this.#ledger.pspElements.list(),
			payElements: this.#ledger.payElements.list(),
			accounts: this.#ledger.accounts.list(),
			payPeriods: this.#ledger.payPeriods.list(),
		};
	}
}

/** The simulated KMD Opus Personale. */
export function makeKmdOpus(context: ServiceContext): SandboxService {
	return new KmdOpus(context);
}
