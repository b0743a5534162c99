import type { IDataObject } from 'n8n-workflow';

import { badInput } from '../../kit/failure';
import { readJson } from '../../kit/json';
import { readInteger, readText } from '../../kit/parameters';

/** What a time category becomes in the payroll system. */
export interface PayElement {
	/** Lønart, four digits. */
	payElement: string;
	/** Løbenummer. */
	serialNumber: number;
}

/** How a customer's hours become payroll lines. */
export interface Agreement {
	/** The approval level that counts, 1 to 4. */
	approvalLevel: number;
	/** By time category. */
	payElements: ReadonlyMap<number, PayElement>;
	/** Cost centre by department. */
	costCenters: ReadonlyMap<number, string>;
	/** PSP element by project; it goes before the department's cost centre. */
	pspElements: ReadonlyMap<number, string>;
	/** Name of the sending system on each line. */
	sender: string;
}

/** A table of a setting: a list from an expression, a JSON text, or the rows of a form. */
function readTable(field: string, value: unknown): IDataObject[] {
	const table = typeof value === 'string' ? readJson(value || '[]') : (value ?? []);
	const rows = Array.isArray(table) ? table : (table as { rows?: unknown } | undefined)?.rows;
	if (rows === undefined && typeof table === 'object' && table !== null && Object.keys(table).length === 0) return [];
	if (!Array.isArray(rows) || rows.some((row) => typeof row !== 'object' || row === null)) {
		throw badInput(field, 'is not a list of entries', 'Give a JSON list such as [{"timeCategoryId": 10, "payElement": "0310", "serialNumber": 1}].');
	}
	return rows as IDataObject[];
}

/** Reads a table into a map; a key that stands twice is refused, since one of the two would be lost. */
function readMap<T>(field: string, value: unknown, key: string, read: (row: IDataObject, at: string) => T): Map<number, T> {
	const map = new Map<number, T>();
	readTable(field, value).forEach((row, at) => {
		const place = `${field}, entry ${at + 1}`;
		const number = readInteger(`${place}, ${key}`, row[key]);
		if (map.has(number)) throw badInput(place, `gives ${key} ${number} a second time`, 'Leave one of the two entries out.');
		map.set(number, read(row, place));
	});
	return map;
}

function readPayElement(row: IDataObject, place: string): PayElement {
	const payElement = readText(row.payElement);
	if (!/^\d{1,4}$/.test(payElement)) throw badInput(place, 'has no pay element (lønart) of at most four digits');
	return { payElement: payElement.padStart(4, '0'), serialNumber: readInteger(`${place}, serialNumber`, row.serialNumber) };
}

const readTextOf =
	(name: string) =>
	(row: IDataObject, place: string): string => {
		const text = readText(row[name]);
		if (!text) throw badInput(place, `has no ${name}`);
		return text;
	};

/**
 * Reads the settings of the operation.
 * @throws Failure naming the setting and the entry that is wrong
 */
export function readAgreement(settings: Record<keyof Agreement, unknown>): Agreement {
	const approvalLevel = readInteger('Approval Level', settings.approvalLevel, 1);
	if (approvalLevel > 4) throw badInput('Approval Level', 'is above 4', 'Capitech has the levels 1 to 4.');
	const payElements = readMap('Pay Elements', settings.payElements, 'timeCategoryId', readPayElement);
	if (!payElements.size) throw badInput('Pay Elements', 'is empty', 'Say which time category becomes which pay element; otherwise no hour would be exported.');
	const sender = readText(settings.sender);
	if (!sender) throw badInput('Sender', 'is empty', 'Name the sending system, Capitech for example. It must never change: lines are found again by it.');
	return {
		approvalLevel,
		payElements,
		costCenters: readMap('Cost Centers', settings.costCenters, 'departmentId', readTextOf('costCenter')),
		pspElements: readMap('PSP Elements', settings.pspElements, 'projectId', readTextOf('pspElement')),
		sender,
	};
}
