import type { IDataObject, INodeParameters } from 'n8n-workflow';

import type { FaultRule } from '../support';
import { NUMBER, unit } from './employeeRecords';
import type { Opus } from './opus';
import { useOpus } from './opus';

const BASE = { resource: 'employee', operation: 'updateCommunication', employeeNumber: NUMBER, mode: 'set', communicationType: 'email', value: 'ny@b.example', validFrom: '2026-01-01', validTo: '', options: {} };

/** A sandbox with one employee, and *Employee: Update Communication*. */
export function useCommunication() {
	const opus = useOpus();

	const run = async (parameters: INodeParameters = {}, items: IDataObject[] = [{}], settings: Parameters<Opus['run']>[2] = {}) =>
		await opus.run({ ...BASE, ...parameters }, items, settings);

	/** The one item; a run that fails fails the test. */
	const outcome = async (parameters: INodeParameters = {}): Promise<IDataObject> => {
		const { outputs, error } = await run(parameters);
		if (error) throw error;
		expect(outputs[0]).toHaveLength(1);
		return outputs[0][0].json;
	};

	/** What stands of an employee's communication: type, sequence number, dates and value. */
	const standing = async (number = NUMBER): Promise<string[]> => {
		const { employeeRecords } = await opus.control.state<{ employeeRecords: IDataObject[] }>('kmdOpus');
		return employeeRecords
			.filter((entry) => entry.Medarbejdernummer === number && entry.Datakategori === '0105' && entry.Slettet !== true)
			.map((entry) => `${entry.Kommunikationsart}/${entry.Sekvensnummer} ${entry.Gyldighedsstart}..${entry.Gyldighedsstop} ${entry.KommunikationsID}`)
			.sort();
	};

	const put = async (...employeeRecords: IDataObject[]) => await opus.control.put('kmdOpus', { employeeRecords });

	/** The requests that write, oldest first. */
	const writes = async () => (await opus.control.journal({ service: 'kmdOpus' })).filter(({ operation }) => operation === 'Ret');

	/** Plays faults, on writes unless told otherwise. */
	const faults = async (...rules: Array<Partial<FaultRule>>) =>
		await opus.control.faults(...rules.map((rule) => ({ service: 'kmdOpus', operation: 'Ret', ...rule }) as FaultRule));

	beforeEach(async () => await put(unit('Æblehaven')));
	return { opus, run, outcome, standing, put, writes, faults };
}
