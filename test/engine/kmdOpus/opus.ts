import { join } from 'node:path';
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import type { CredentialRecords, FaultRule, NodeResult, Observed, SandboxControl, TestSandbox } from '../support';
import { runNode, startSandbox } from '../support';

/** Employments that no payment was ever made on, put into every world. */
export const EMPLOYEES = ['7001', '7002', '7003', '7004', '7005', '7006'];
export const SENDER = 'Capitech';

/** An update as it went over the wire. */
export interface SentUpdate {
	updateId: string;
	employeeNumber: string;
	validateOnly: boolean;
	lines: IDataObject[];
	tookEffect: boolean;
}

/** A payment that stands, as the sandbox's ledger has it. */
export interface Payment extends IDataObject {
	Medarbejdernummer: string;
	Objekt_id: string;
	Startdato: string;
	Loenart: string;
	Antal: number;
	Beloeb: number;
	Afv_Timeloen: number;
	Afv_Omkostningssted: string;
	Afv_PSP_Element: string;
	Indv_Bemaerkning_1: string;
	Indv_Bemaerkning_2: string;
}

type RunSettings = Omit<Parameters<typeof runNode>[0], 'type' | 'parameters' | 'items'>;

/** An item that the node's fields are filled from. */
export const line = (fields: IDataObject = {}): IDataObject => ({
	employeeNumber: '7001',
	date: '2026-10-20',
	payElement: '0310',
	serialNumber: '1',
	quantity: '7.50',
	sender: SENDER,
	remark: 'a:1',
	...fields,
});

/** So many lines of one employee, each with its own reference. */
export const lines = (count: number, fields: IDataObject = {}): IDataObject[] =>
	Array.from({ length: count }, (_, at) => line({ remark: `a:${at.toString(36)}`, ...fields }));

/** The same lines as items carry them from another node: many are read faster than by expressions. */
export const carried = (items: IDataObject[]): IDataObject[] => items.map(({ remark: reference, ...fields }) => ({ payrollLine: { ...fields, reference } }));
export const AS_CARRIED = { parameters: { lines: 'payrollLine' } };

const OWN_FIELDS = ['employeeNumber', 'date', 'payElement', 'serialNumber', 'quantity', 'amount', 'sender', 'remark'];
const ADDITIONAL_FIELDS = ['costCenter', 'pspElement', 'hourlyRate'];

const fromItem = (names: string[]): INodeParameters => Object.fromEntries(names.map((name) => [name, `={{ $json.${name} }}`]));

/** The fields of Register, each from the item's field of its name. */
export const registerParameters = (mode: string, options: INodeParameters = {}): INodeParameters => ({
	resource: 'oneTimePayment',
	operation: 'register',
	mode,
	...fromItem(OWN_FIELDS),
	additionalFields: fromItem(ADDITIONAL_FIELDS),
	options,
});

export interface Registering extends Omit<RunSettings, 'mode'> {
	mode?: 'register' | 'registerMissing' | 'validateMissing' | 'validateOnly';
	options?: INodeParameters;
	/** Fields of the node that are filled in another way. */
	parameters?: INodeParameters;
}

/** A sandbox for one test file, in the state of its reset before every test; retries wait without time passing. */
export class Opus {
	private sandbox?: TestSandbox;

	get control(): SandboxControl {
		return this.running.control;
	}

	get running(): TestSandbox {
		if (!this.sandbox) throw new Error('The sandbox is not started');
		return this.sandbox;
	}

	async start(): Promise<void> {
		this.sandbox = await startSandbox();
	}

	async reset(): Promise<void> {
		await this.control.reset();
		await this.control.put('kmdOpus', { employments: EMPLOYEES.map((Medarbejdernummer) => ({ Medarbejdernummer })) });
	}

	/** The demo's credential, with other values where given. */
	async credential(data: IDataObject = {}): Promise<CredentialRecords> {
		const { 'KMD Opus (sandbox)': record } = await this.running.credentials();
		return { 'KMD Opus': { type: record.type, data: { ...record.data, ...data } as typeof record.data } };
	}

	/** Runs the node on items. */
	async run(parameters: INodeParameters, items: IDataObject[] = [{}], settings: RunSettings = {}): Promise<NodeResult> {
		const credentials = settings.credentials ?? (await this.credential());
		return await runNode({ type: 'kmdOpus', ...settings, credentials, parameters, items });
	}

	/** Runs the node, and gives what the service received and what came out; update IDs, made up for each run, are left out. */
	async observe(parameters: INodeParameters, items?: IDataObject[]): Promise<Observed> {
		const { outputs, error } = await this.run(parameters, items);
		const journal = await this.control.journal({ service: 'kmdOpus' });
		const plain = (text: string): string => text.replace(/"(OpdateringsID|updateId)":"[^"]*"/g, '"$1":""');
		return { sent: journal.map(({ path, body }) => [path, plain(body)]), got: error ? error.message : JSON.parse(plain(JSON.stringify(outputs))) };
	}

	/** Runs Register, Register Missing unless told otherwise. */
	async register(items: IDataObject[], { mode = 'registerMissing', options, parameters, ...settings }: Registering = {}): Promise<NodeResult> {
		return await this.run({ ...registerParameters(mode, options), ...parameters }, items, settings);
	}

	/** The JSON of the items that come out of Register; a run that fails fails the test. */
	async registered(items: IDataObject[], registering: Registering = {}): Promise<IDataObject[]> {
		const { error, outputs } = await this.register(items, registering);
		if (error) throw error;
		return outputs[0].map(({ json }) => json);
	}

	/** What became of each item. */
	async outcomes(items: IDataObject[], registering: Registering = {}): Promise<unknown[]> {
		return (await this.registered(items, registering)).map(({ outcome }) => outcome);
	}

	/** The wire operations that were asked for, oldest first. */
	async operations(): Promise<string[]> {
		return (await this.control.journal({ service: 'kmdOpus' })).map(({ operation }) => operation);
	}

	/** The updates that reached the service, oldest first. */
	async updates(): Promise<SentUpdate[]> {
		const journal = await this.control.journal({ service: 'kmdOpus' });
		return journal
			.filter(({ operation }) => operation === UPDATE)
			.map(({ body, tookEffect }) => {
				const { Header, Medarbejder, Engangsydelser } = JSON.parse(body);
				return {
					updateId: Header.OpdateringsID,
					employeeNumber: Medarbejder.Medarbejdernummer,
					validateOnly: Header.Kun_Valider === '1',
					lines: Engangsydelser,
					tookEffect,
				};
			});
	}

	/** All that stands for an employee, oldest first. */
	async payments(employeeNumber = '7001'): Promise<Payment[]> {
		const { payments } = await this.control.state<{ payments: Payment[] }>('kmdOpus');
		return payments.filter(({ Medarbejdernummer }) => Medarbejdernummer === employeeNumber);
	}

	/** What it comes to by date, pay element, cost object and rate, for one employee and reference; zero sums are left out. */
	async sums(reference = 'a:1', employeeNumber = '7001'): Promise<Record<string, number>> {
		const own = (await this.payments(employeeNumber)).filter(
			(payment) => payment.Indv_Bemaerkning_1 === SENDER && payment.Indv_Bemaerkning_2.split('#')[0] === reference,
		);
		const totals = new Map<string, number>();
		for (const { Startdato, Loenart, Afv_Omkostningssted, Afv_PSP_Element, Afv_Timeloen, Antal, Beloeb } of own) {
			const place = [Startdato, Loenart, Afv_Omkostningssted || Afv_PSP_Element || '-', Afv_Timeloen || '-'].join(' ');
			totals.set(place, (totals.get(place) ?? 0) + Math.round(Antal * 100) + Math.round(Beloeb * 100));
		}
		return Object.fromEntries([...totals].filter(([, total]) => total !== 0).map(([place, total]) => [place, total / 100]));
	}

	/** Plays faults on updates. */
	async faultsOnUpdates(...rules: Array<Omit<FaultRule, 'service'>>): Promise<void> {
		await this.control.faults(...rules.map((rule) => ({ service: 'kmdOpus', operation: UPDATE, ...rule }) as FaultRule));
	}

	/** Plays faults on reads of payments. */
	async faultsOnReads(...rules: Array<Omit<FaultRule, 'service'>>): Promise<void> {
		await this.control.faults(...rules.map((rule) => ({ service: 'kmdOpus', operation: READ, ...rule }) as FaultRule));
	}
}

export const UPDATE = 'update-onetime-payments';
export const READ = 'read-onetime-payments';

type Clock = typeof import('../../../nodes/kit/clock');

/** The clock of the built pack. */
export const packClock = async (): Promise<Clock> => (await import(join(process.cwd(), 'dist/nodes/kit/clock.js'))) as Clock;

/** Begins a test file: a sandbox for it, and waits of the pack that cost nothing. */
export function useOpus(): Opus {
	const opus = new Opus();
	jest.setTimeout(60_000);
	beforeAll(async () => {
		await opus.start();
		(await packClock()).setClock({ sleep: async () => {} });
	});
	afterAll(async () => {
		await opus.running.stop();
		(await packClock()).setClock();
	});
	beforeEach(async () => await opus.reset());
	return opus;
}
