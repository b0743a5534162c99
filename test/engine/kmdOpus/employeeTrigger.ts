import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { DateTime } from 'luxon';

import type { PolledNode } from '../support';
import { Poller } from '../support';
import type { LastingGateway } from './lastingGateway';
import { openLastingGateway } from './lastingGateway';
import { communication, unit } from './employeeRecords';
import { packClock, useOpus } from './opus';

export const ZONE = 'Europe/Copenhagen';

/** Only employees that a test puts in. */
export const OWN = '90000000-90000999';

/** The trigger polled against a sandbox, on one clock for both, or on clocks that differ by some minutes. */
export class EmployeeTriggerBench {
	time = DateTime.fromISO('2026-11-02T09:00', { zone: ZONE });

	/** How far the service's clock is ahead of the pack's, in minutes. */
	ahead = 0;

	private readonly opus = useOpus();

	private gateway?: LastingGateway;

	constructor() {
		beforeAll(async () => (this.gateway = await openLastingGateway(this.opus.running)));
		afterAll(() => this.gateway?.close());
	}

	get control() {
		return this.opus.control;
	}

	/** Puts both clocks to a time: the wall clock in Denmark unless it has an offset. */
	async setTime(time: string | DateTime): Promise<void> {
		this.time = (typeof time === 'string' ? DateTime.fromISO(time, { zone: ZONE }) : time).setZone(ZONE);
		await this.control.clock({ now: this.time.plus({ minutes: this.ahead }).toUTC().toISO() });
		(await packClock()).setClock({ now: () => this.time.toJSDate(), sleep: async () => {} });
	}

	async pass(minutes: number): Promise<void> {
		await this.setTime(this.time.plus({ minutes }));
	}

	/** The trigger of an active workflow, with raw data of the areas by default and of the tests' own employees unless told otherwise. */
	async trigger(parameters: INodeParameters = {}, wishes: Partial<PolledNode> = {}): Promise<Poller> {
		await this.setTime(this.time);
		const credentials = { Lasting: { type: 'kmdOpusApi', data: this.gateway!.credential } };
		const base = { employeeNumbers: OWN, areas: ['organisation', 'communication'], simplify: false, options: {} };
		return await Poller.open({ type: 'kmdOpusTrigger', parameters: { ...base, ...parameters }, credentials, ...wishes });
	}

	async put(...employeeRecords: IDataObject[]): Promise<void> {
		await this.control.put('kmdOpus', { employeeRecords });
	}

	/** Someone's unit is entered anew, or their email address, stamped by the service's clock. */
	async moves(Medarbejdernummer: string, OrganisationsenhedTekst: string): Promise<void> {
		await this.put(edited(unit(OrganisationsenhedTekst, { Medarbejdernummer })));
	}

	async mails(Medarbejdernummer: string, address: string, fields: IDataObject = {}): Promise<void> {
		await this.put(edited(communication('0010', address, { Medarbejdernummer, ...fields })));
	}

	async requests(): Promise<Array<{ operation: string; body: string }>> {
		return await this.control.journal({ service: 'kmdOpus' });
	}
}

/** As if entered now. */
export const edited = (record: IDataObject): IDataObject => Object.fromEntries(Object.entries(record).filter(([name]) => name !== 'Registreret'));

export const told = async (trigger: Poller): Promise<IDataObject[]> => (await trigger.poll()).map(({ json }) => json);
