import type { IDataObject } from 'n8n-workflow';

import { badInput } from '../../kit/failure';
import { readJson } from '../../kit/json';
import { readInteger, readText } from '../../kit/parameters';
import type { Language } from './document';
import { LANGUAGES } from './document';

/** What was agreed on the transfer. */
export interface TransferSettings {
	/** Tells the rows of one store (Laden) from those of another; a name of your own. */
	store: string;
	/** Who the data is passed on to. */
	thirdParty: string;
	/** What for. */
	purpose: string;
	/** The keys of the types of document, as agreed with KMD. */
	documentTypes: { consent: string; withdrawal: string };
	/** The sender, as agreed with KMD. */
	sourceSystem: string;
	language: Language;
	/** The service is known to file nothing twice under one external reference. */
	honoursReference: boolean;
	/** So long a name stands on the list for a human. */
	humanListDays: number;
	/** So long whoever is on the list waits until they are looked up again. */
	lookAgainHours: number;
}

function required(place: string, value: unknown): string {
	const text = readText(value);
	if (!text) throw badInput(place, 'is empty', 'Enter it in the settings of the workflow; nothing was filed.');
	return text;
}

function wholeNumber(place: string, value: unknown, fallback: number): number {
	return readText(value) === '' ? fallback : readInteger(place, value);
}

function readLanguage(value: unknown): Language {
	const word = readText(value) || LANGUAGES[0];
	const language = LANGUAGES.find((candidate) => candidate === word);
	if (!language) throw badInput('language', 'is none of its values', `Use ${LANGUAGES.join(', ')}.`);
	return language;
}

function readFlag(place: string, value: unknown): boolean {
	if (readText(value) === '') return false;
	if (typeof value !== 'boolean') throw badInput(place, 'is neither true nor false');
	return value;
}

/**
 * Reads the settings of the transfer.
 * @param document a JSON text or an object; further fields, which are other nodes' business, are left unheard
 * @throws Failure naming the setting that is empty or wrong
 */
export function readTransferSettings(document: unknown): TransferSettings {
	const settings = (typeof document === 'string' ? readJson(document) : document) as IDataObject | undefined | null;
	if (typeof settings !== 'object' || settings === null) throw badInput('Settings', 'is not a JSON object', 'Pass the item of the Settings node on to it.');
	const types = (settings.documentTypes ?? {}) as IDataObject;
	const documentTypes = { consent: required('documentTypes, consent', types.consent), withdrawal: required('documentTypes, withdrawal', types.withdrawal) };
	if (documentTypes.consent === documentTypes.withdrawal) {
		throw badInput('documentTypes', 'has one key for consent and withdrawal', 'Agree on a key for each with KMD: the folder could not tell the two apart.');
	}
	return {
		store: required('store', settings.store),
		thirdParty: required('thirdParty', settings.thirdParty),
		purpose: required('purpose', settings.purpose),
		documentTypes,
		sourceSystem: required('sourceSystem', settings.sourceSystem),
		language: readLanguage(settings.language),
		honoursReference: readFlag('honoursReference', settings.honoursReference),
		humanListDays: wholeNumber('humanListDays', settings.humanListDays, 30),
		lookAgainHours: wholeNumber('lookAgainHours', settings.lookAgainHours, 24),
	};
}
