import type { IDataObject } from 'n8n-workflow';

import { badInput } from '../../kit/failure';
import { readDate, readText } from '../../kit/parameters';
import { readEmployeeNumber, ZONE } from '../payments/line';
import { readSendable } from '../soap/text';
import { COMMUNICATION_TYPES } from './areas';
import type { CommunicationMode, Wish } from './communication';
import { today } from './settings';

const MODES: readonly CommunicationMode[] = ['set', 'create', 'change', 'end', 'delete'];

function readMode(value: unknown): CommunicationMode {
	const mode = MODES.find((known) => known === value);
	if (!mode) throw badInput('Mode', 'is none that there is', `Choose one of ${MODES.join(', ')}.`);
	return mode;
}

function readType(name: unknown, code: unknown): string {
	const known = Object.entries(COMMUNICATION_TYPES).find(([own]) => own === name);
	if (known) return known[1];
	const own = readText(code);
	if (name !== 'other') throw badInput('Type', 'is none that there is');
	if (!/^\d{4}$/.test(own)) throw badInput('Code of the Type', own ? 'is not of four digits' : 'is empty');
	return own;
}

function readSequenceNumber(value: unknown): string {
	const text = readText(value) || '000';
	if (!/^\d{1,3}$/.test(text)) throw badInput('Sequence Number', 'is not a number of at most three digits');
	return text.padStart(3, '0');
}

function readValue(value: unknown): string {
	const text = readSendable('Value', value);
	if (!text) throw badInput('Value', 'is empty', 'An empty value would delete what stands: choose Delete or End for that.');
	return text;
}

const optionalDate = (label: string, value: unknown): string | undefined =>
	readText(value) || value instanceof Object ? readDate(label, value, ZONE) : undefined;

/**
 * What is wanted, from the parameters of *Update Communication*.
 * @param parameter gives the value of a parameter
 * @param readFirst whether what stands is read first: without it a deletion needs both dates
 * @throws Failure naming the field that is wrong
 */
export function readWish(parameter: (name: string) => unknown, options: IDataObject, readFirst: boolean): Wish {
	const mode = readMode(parameter('mode'));
	const isValue = mode !== 'end' && mode !== 'delete';
	const validFrom = mode === 'end' ? undefined : (optionalDate('Valid From', parameter('validFrom')) ?? (isValue ? today() : undefined));
	const validTo = optionalDate('Valid To', parameter('validTo'));
	const wish: Wish = {
		employeeNumber: readEmployeeNumber('Employee Number', parameter('employeeNumber')),
		mode,
		communicationType: readType(parameter('communicationType'), parameter('typeCode')),
		sequenceNumber: readSequenceNumber(options.sequenceNumber),
		validFrom,
		validTo,
		value: isValue ? readValue(parameter('value')) : '',
	};
	if (mode === 'end' && !validTo) throw badInput('Valid To', 'is empty', 'Enter the last day of the record.');
	if (mode === 'delete' && !readFirst && !(validFrom && validTo)) {
		throw badInput('Valid From', 'and Valid To are both needed to delete a record that is not read first', 'Enter them, or switch Read First on.');
	}
	if (validFrom && validTo && validTo < validFrom) throw badInput('Valid To', "lies before 'Valid From'");
	return wish;
}
