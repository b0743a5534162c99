import type { IDataObject } from 'n8n-workflow';

import { isObject, readJson } from '../kit/json';

/** One error in an answer. The JSON of STAR's errors is not published (contract, section 5.5): names and shapes are read leniently. */
export interface StarError {
	/** As the service gives it; empty where there is none. */
	code: string;
	/** The service's own text; empty where there is none. */
	text: string;
}

const OWN_CODES = ['fejlkode', 'errorcode', 'errornumber'];
const CODES = [...OWN_CODES, 'code'];
const TEXTS = ['fejltekst', 'errormessage', 'errortext', 'message', 'text', 'detail', 'title'];
const LISTS = ['errors', 'error', 'fejl', 'fejlliste', 'errorlist'];
/** What may stand beside the code and the text of an error. */
const BESIDE = new Set(['type', 'status', 'statuscode', 'instance', 'traceid', 'requestid', 'correlationid', 'timestamp', 'path', 'severity', 'field']);
const DEEPEST = 4;

const plain = (name: string): string => name.toLowerCase().replace(/[_-]/g, '');

/** The first field of these names that holds anything, in the order of the names. */
function fieldOf(object: IDataObject, names: readonly string[]): unknown {
	const entries = Object.entries(object);
	return names.map((name) => entries.find(([key, value]) => plain(key) === name && value !== null && value !== '')?.[1]).find((value) => value !== undefined);
}

const textOf = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '');

/** A zero is how some say that all is well. */
const codeIn = (object: IDataObject, names: readonly string[]): string => textOf(fieldOf(object, names)).replace(/^0+$/, '');

/** A code at the head of a text: `9345: Data are missing`. */
const HEADED = /^(\d{3,6})(?::|\s[-–])\s+(\S[^]*)$/;

/** An error whose code may stand in its text. */
function errorOf(code: string, text: string): StarError {
	const [, ownCode, ownText] = (code === '' && HEADED.exec(text)) || [];
	return ownCode === undefined ? { code, text } : { code: ownCode, text: ownText };
}

/** The map of ProblemDetails: texts by field, or by code. */
const errorsInMap = (map: IDataObject): StarError[] =>
	Object.entries(map).flatMap(([key, value]) =>
		(Array.isArray(value) ? value : [value]).map(textOf).filter(Boolean).map((text) => (/^\d+$/.test(key) ? { code: key, text } : { code: '', text: `${key}: ${text}` })),
	);

/** Whether an object in a yes is an error and nothing else; a list of codes and texts may well be a code list, and some repeat the status: 200. */
const isError = (object: IDataObject, isAlone: boolean): boolean =>
	codeIn(object, OWN_CODES) !== '' ||
	(isAlone && !/^(20\d)?$/.test(codeIn(object, CODES)) && Object.keys(object).every((key) => CODES.includes(plain(key)) || TEXTS.includes(plain(key)) || BESIDE.has(plain(key))));

const SUCCESS = ['success', 'issuccess', 'succeeded'];
const STATUS = ['status', 'statuscode'];
const SPOKEN = new Set([...CODES, ...TEXTS, ...LISTS, ...STATUS, ...BESIDE]);

/** Whether an answer by itself says no, whatever its status: ProblemDetails with the status of an error, or a word that it went wrong. */
function saysNo(answer: IDataObject): boolean {
	if (fieldOf(answer, SUCCESS) === false) return true;
	const isProblem = Number(fieldOf(answer, STATUS)) >= 400 && fieldOf(answer, TEXTS) !== undefined;
	return isProblem && Object.keys(answer).every((key) => SPOKEN.has(plain(key)));
}

function errorsInValue(value: unknown, isRefusal: boolean, depth: number): StarError[] {
	if (depth > DEEPEST) return [];
	if (Array.isArray(value)) return value.flatMap((entry) => errorsInValue(entry, isRefusal, depth + 1));
	if (!isObject(value)) return isRefusal && textOf(value) ? [errorOf('', textOf(value))] : [];
	const list = fieldOf(value, LISTS);
	const listed = list === undefined ? [] : errorsInValue(list, true, depth + 1);
	if (listed.length) return listed;
	const isNo = isRefusal || (depth === 0 && saysNo(value));
	const code = isNo || isError(value, depth === 0) ? codeIn(value, CODES) : '';
	const text = textOf(fieldOf(value, TEXTS));
	if (code || (isNo && text)) return [errorOf(code, text)];
	if (isNo && !isRefusal) return [{ code: '', text: 'The answer says that it did not succeed' }];
	return isRefusal && depth > 0 ? errorsInMap(value) : [];
}

/** What is in an object that holds nothing else: a response by its name. */
const contentOf = (body: unknown): unknown => (isObject(body) && Object.keys(body).length === 1 ? Object.values(body)[0] : undefined);

/**
 * The errors in a body, in their order.
 * @param isRefusal whether the status says no; in a yes, only what can't be anything else counts as an error
 */
export function errorsIn(text: string, isRefusal: boolean): StarError[] {
	const body = readJson(text);
	const errors = errorsInValue(body, isRefusal, 0);
	const content = contentOf(body);
	return errors.length || !isObject(content) ? errors : errorsInValue(content, isRefusal, 0);
}

const BARE_ID = /^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/i;

/** Whether a body is what a read answers: JSON with something in it. */
export function isWholeRead(text: string): boolean {
	const body = readJson(text);
	return typeof body === 'object' && body !== null;
}

/** Whether a body is what a write answers: nothing, JSON, or an ID by itself (contract, section 1.1). */
export const isWholeWrite = (text: string): boolean => text.trim() === '' || readJson(text) !== undefined || BARE_ID.test(text.trim());
