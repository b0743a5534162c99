import type { IDataObject } from 'n8n-workflow';

import { badInput } from '../../../kit/failure';
import { readJson } from '../../../kit/json';
import { readText } from '../../../kit/parameters';
import { readEntries } from './entries';

/** The settings as an object: a JSON text or an object. */
export function readDocument(document: unknown): IDataObject {
	const settings = (typeof document === 'string' ? readJson(document) : document) as IDataObject | undefined | null;
	if (typeof settings !== 'object' || settings === null) throw badInput('Settings', 'is not a JSON object', 'Pass the item of the Settings node on to it.');
	return settings;
}

/** The kommunekode of a firm; empty where the credential alone says so. */
export function readMunicipalityCode(place: string, value: unknown): string {
	const municipalityCode = readText(value);
	if (municipalityCode && !/^\d{3}$/.test(municipalityCode)) throw badInput(`${place}, municipalityCode`, 'is not a kommunekode of three digits');
	return municipalityCode;
}

/**
 * The firms of the settings by clientId: at least one, and each once.
 * @param aim      what is to become of a firm, for the message that there is none
 * @param readFirm reads one entry; its place is for messages
 * @throws Failure naming the entry that is wrong
 */
export function readFirms<Firm extends { clientId: number }>(value: unknown, aim: string, readFirm: (place: string, entry: IDataObject) => Firm): Map<number, Firm> {
	const firms = new Map<number, Firm>();
	readEntries('firms', value).forEach((entry, at) => {
		const place = `firms, entry ${at + 1}`;
		const firm = readFirm(place, entry);
		if (firms.has(firm.clientId)) throw badInput(place, `gives clientId ${firm.clientId} a second time`, 'Leave one of the two entries out.');
		firms.set(firm.clientId, firm);
	});
	if (!firms.size) throw badInput('firms', 'is empty', `Say which firm is to be ${aim}, and how.`);
	return firms;
}
