import type {
	BusinessError,
	Failure,
	Records,
	SandboxService,
	ServiceContext,
	WireAnswer,
	WireRequest,
} from '../../service.ts';
import { DimensionIndex } from '../../world/transactionRows.ts';
import type { TimeTransaction, World } from '../../world/types.ts';
import { forEachRecord, type RecordKind } from '../collection.ts';
import { AbsenceStore } from './absenceStore.ts';
import { setExternalStatusCode } from './externalStatus.ts';
import { applyManagerEdit } from './managerEdit.ts';
import { MasterData } from './masterData.ts';
import { FIRM_OPERATIONS, read, type House, type HouseSettings, type Outcome } from './operations.ts';
import { Parameters } from './parameters.ts';
import { Planning } from './planning.ts';
import { Refusal } from './refusal.ts';
import { Registers } from './registers.ts';
import { Sessions } from './sessions.ts';
import { CAPITECH_SWITCHES, type CapitechSwitch } from './switches.ts';
import { findTimeTransactions, type QuerySettings } from './timeTransactions.ts';
import { TransactionStore } from './transactionStore.ts';
import { toWireRow, type RowStyle } from './wireRows.ts';

const PREFIX = '/capitech';
const API = `${PREFIX}/api/public/v1/`;

type Operation = (parameters: Parameters) => Outcome;

/** The envelope of every answer (capitech.md 1). */
function envelope(content: readonly object[]): string {
	return JSON.stringify({ success: true, serverErrorMessage: null, displayErrorMessage: null, content });
}

function refusalBody(displayErrorMessage: string, serverErrorMessage: string | null): string {
	return JSON.stringify({ success: false, serverErrorMessage, displayErrorMessage, content: null });
}

/** The simulated Capitech (capitech.md 1 to 4). */
class Capitech implements SandboxService {
	readonly name = 'capitech';
	readonly prefixes = [PREFIX];
	readonly switches = CAPITECH_SWITCHES;

	readonly #context: ServiceContext;
	readonly #sessions: Sessions;
	readonly #master = new MasterData();
	readonly #registers = new Registers();
	readonly #planning = new Planning();
	readonly #absences: AbsenceStore;
	readonly #store = new TransactionStore();
	/** Names of dimensions, built anew for each batch of edits: the catalogue may have changed between two. */
	#dimensions: DimensionIndex | null = null;
	readonly #operations: ReadonlyMap<string, { readonly name: string; readonly run: Operation }>;
	readonly #kinds: Readonly<Record<string, RecordKind>>;

	constructor(context: ServiceContext) {
		this.#context = context;
		this.#sessions = new Sessions(context.clock);
		this.#absences = new AbsenceStore(this.#master, context.clock);
		const operations: Record<string, Operation> = {
			'Access/login': (parameters) => this.#login(parameters),
			'Access/logout': (parameters) => this.#logout(parameters),
			'Time/getTimeTransactions': (parameters) => this.#getTimeTransactions(parameters),
			'Time/setExternalStatusCode': (parameters) => this.#setExternalStatusCode(parameters),
		};
		const house: House = {
			master: this.#master,
			registers: this.#registers,
			planning: this.#planning,
			absences: this.#absences,
			settings: () => this.#settings() as unknown as HouseSettings,
		};
		for (const [name, operation] of Object.entries(FIRM_OPERATIONS)) {
			operations[name] = (parameters) => operation(house, parameters, this.#authorise(parameters));
		}
		this.#operations = new Map(Object.entries(operations).map(([name, run]) => [name.toLowerCase(), { name, run }]));
		this.#kinds = {
			transactions: { upsert: (record) => this.#edit(record), remove: (record) => this.#delete(record) },
			absences: this.#absences,
			employees: this.#master.employees,
			...this.#master.catalogue,
			...this.#planning.kinds,
			...this.#registers.kinds,
		};
	}

	operationOf({ path }: Pick<WireRequest, 'path'>): string {
		const wanted = path.toLowerCase().startsWith(API) ? path.slice(API.length) : path;
		return this.#operations.get(wanted.toLowerCase())?.name ?? wanted;
	}

	answer(request: WireRequest, operation: string, businessError?: BusinessError): WireAnswer {
		const found = this.#operations.get(operation.toLowerCase());
		if (found === undefined) {
			return this.#platformAnswer(404, `No HTTP resource was found that matches the request URI '${request.path}'.`);
		}
		if (request.method !== 'POST') {
			return this.#platformAnswer(405, `The requested resource does not support http method '${request.method}'.`);
		}
		try {
			if (businessError !== undefined) {
				throw new Refusal(businessError.text ?? 'The request was refused.', String(businessError.code ?? 'Refused'));
			}
			const { content, tookEffect } = found.run(Parameters.parse(request.body));
			return { status: 200, body: envelope(content), tookEffect };
		} catch (error) {
			if (!(error instanceof Refusal)) throw error;
			return { status: error.status, body: refusalBody(error.message, error.serverMessage), tookEffect: false };
		}
	}

	failure(status: number): Failure {
		return { body: JSON.stringify({ Message: `An error has occurred (${status}).` }) };
	}

	expireTokens(): void {
		this.#sessions.closeAll();
	}

	load(world: World): void {
		this.#sessions.closeAll();
		this.#master.load(world.capitech);
		this.#registers.load(world.capitech);
		this.#planning.load(world.capitech);
		this.#absences.load(world.capitech.absences);
		this.#store.load(world.capitech.transactions);
	}

	state(): Records {
		return { transactions: this.#store.list(), ...this.#lists() };
	}

	worldState(): Records {
		return { transactions: this.#store.listAsWorld(), ...this.#lists() };
	}

	upsert(records: Records): void {
		this.#dimensions = null;
		forEachRecord(records, this.#kinds, (kind, record) => kind.upsert(record));
	}

	remove(keys: Records): void {
		forEachRecord(keys, this.#kinds, (kind, record) => kind.remove(record));
	}

	/** Everything but the hours, by kind. */
	#lists(): Records {
		const others = { ...this.#planning.kinds, ...this.#registers.kinds };
		const listed = Object.entries(others).map(([kind, collection]): [string, object[]] => [kind, collection.list()]);
		return { ...this.#master.lists(), absences: this.#absences.list(), ...Object.fromEntries(listed) };
	}

	#platformAnswer(status: number, message: string): WireAnswer {
		return { status, body: JSON.stringify({ Message: message }), tookEffect: false };
	}

	#setting(name: CapitechSwitch): unknown {
		return this.#context.switches.get(`${this.name}.${name}`);
	}

	/** What every switch is set to. */
	#settings(): Readonly<Record<CapitechSwitch, unknown>> {
		const names = Object.keys(this.switches) as CapitechSwitch[];
		return Object.fromEntries(names.map((name) => [name, this.#setting(name)])) as Record<CapitechSwitch, unknown>;
	}

	/** Checks token and firm; every operation but the log-ins begins with it. */
	#authorise(parameters: Parameters): number {
		this.#requireSession(parameters);
		const clientId = parameters.required('clientId', parameters.int('clientId'));
		if (!this.#master.hasFirm(clientId)) throw new Refusal(`The user has no access to client ${clientId}.`);
		return clientId;
	}

	#requireSession(parameters: Parameters): string {
		const token = parameters.required('accessToken', parameters.text('accessToken'));
		if (!this.#sessions.isLive(token)) {
			throw new Refusal('Session expired', 'Session expired', Number(this.#setting('expiredTokenAnswer')));
		}
		return token;
	}

	#login(parameters: Parameters): Outcome {
		const username = parameters.required('username', parameters.text('username'));
		const password = parameters.required('password', parameters.text('password'));
		const login = this.#sessions.open(username, password, this.#setting('secondLogin') === 'firstDies');
		return { content: [login], tookEffect: true };
	}

	#logout(parameters: Parameters): Outcome {
		this.#sessions.close(this.#requireSession(parameters));
		return { content: [], tookEffect: true };
	}

	#getTimeTransactions(parameters: Parameters): Outcome {
		const clientId = this.#authorise(parameters);
		const settings = this.#settings() as unknown as QuerySettings & RowStyle;
		const found = findTimeTransactions(parameters, clientId, this.#store, settings);
		return read(found.map((row) => toWireRow(row, settings)));
	}

	#setExternalStatusCode(parameters: Parameters): Outcome {
		const clientId = this.#authorise(parameters);
		const content = setExternalStatusCode(parameters, clientId, {
			store: this.#store,
			byCategory: this.#setting('statusWriteKey') === 'uidAndCategory',
			stamp: this.#setting('statusBumpsLastUpdated') === true ? this.#context.clock.stamp() : null,
		});
		return { content, tookEffect: true };
	}

	#edit(record: object): void {
		this.#dimensions ??= new DimensionIndex(this.#master.lists());
		applyManagerEdit(
			{
				store: this.#store,
				clock: this.#context.clock,
				dimensions: this.#dimensions,
				nameOfEmployee: (clientId, employeeId) => this.#master.nameOf(clientId, employeeId),
				editClearsStatus: this.#setting('editClearsStatus') === true,
				editClearsApprovals: this.#setting('editClearsApprovals') === true,
			},
			record as Partial<TimeTransaction>,
		);
	}

	#delete(record: object): void {
		const { clientId, uid, timeCategoryId } = record as Partial<TimeTransaction>;
		this.#store.remove(Number(clientId), Number(uid), Number(timeCategoryId), this.#context.clock.stamp());
	}
}

/** The simulated Capitech (capitech.md). */
export function makeCapitech(context: ServiceContext): SandboxService {
	return new Capitech(context);
}
