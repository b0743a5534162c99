import type { IDataObject } from 'n8n-workflow';

import { asFailure, badInput } from '../../kit/failure';
import { isObject } from '../../kit/json';
import { readText } from '../../kit/parameters';
import type { RequestUser } from '../../star/headers';
import { checkUser } from '../../star/user.fields';
import { checkKey } from '../../star/write.fields';
import { readCpr, withoutCpr } from '../cpr';
import { identifierOf } from '../create';
import type { EnrolmentFields } from '../dto';
import { createBody } from '../dto';
import { readEmail, readPlainText } from '../values';
import { createWishes } from '../wishes';

/** A request for a job agent that passed all checks. */
export interface JobAgentRequest {
	/** The caller's key: the ID of the one write. */
	requestId: string;
	/** Made of the key: the same at each repeat. */
	jobAgentIdentifier: string;
	/** Ten digits. */
	cpr: string;
	enrolmentDate: string;
	/** As it goes on the wire. */
	body: IDataObject;
	user: RequestUser;
}

/** What is wrong with a field of a request; never its value. */
export interface Problem {
	field: string;
	text: string;
}

/** What a request can hold. */
const FIELDS = ['requestKey', 'cpr', 'title', 'clientCategory', 'enrolmentDate', 'unemploymentDegree', 'eventDate', 'email', 'jobWishes', 'user'];
const USER_FIELDS = ['type', 'identifier', 'name', 'email'];

/** Whether there is nothing in the request under a name. */
const isAbsent = (value: unknown): boolean => readText(value) === '';

/** Fields that each stand alone, checked by the very readers of *Create*; the others of an enrolment are filled so that a message is about this one. */
const HARMLESS: EnrolmentFields = { clientCategory: 0, enrolmentDate: '2026-01-01', unemploymentDegree: 0 };

const checkField = (field: keyof EnrolmentFields, value: unknown): unknown => createBody({ ...HARMLESS, [field]: value }, [], '', '');

/** A field holds one value; objects and lists would become texts of no sense. */
function refuseNested(fields: IDataObject, name: string): void {
	const value = fields[name];
	if (typeof value === 'object' && value !== null) throw badInput(name, 'is neither a text nor a number');
}

function readUser(value: unknown): RequestUser {
	if (value === undefined || value === null) return {};
	if (!isObject(value)) throw badInput('user', 'is not an object');
	if (Object.keys(value).some((name) => !USER_FIELDS.includes(name))) throw badInput('user', 'holds a field that is not known', `It can hold ${USER_FIELDS.join(', ')}.`);
	for (const name of Object.keys(value)) refuseNested(value, name);
	return Object.values(value).every(isAbsent) ? {} : checkUser(value);
}

/** What every field has to pass. */
const CHECKS: Record<string, (request: IDataObject) => unknown> = {
	requestKey: ({ requestKey }) => {
		if (isAbsent(requestKey)) throw badInput('requestKey', 'is empty', 'Give each job agent a key of its own, and the same one at each repeat.');
		return checkKey(readText(requestKey));
	},
	cpr: ({ cpr }) => {
		if (typeof cpr !== 'string') throw badInput('CPR Number', 'is not a text', 'In a number a leading zero is lost: put it in quotes.');
		return readCpr(cpr);
	},
	title: ({ title }) => readPlainText('Title', title),
	clientCategory: ({ clientCategory }) => checkField('clientCategory', clientCategory),
	enrolmentDate: ({ enrolmentDate }) => checkField('enrolmentDate', enrolmentDate),
	unemploymentDegree: ({ unemploymentDegree }) => checkField('unemploymentDegree', unemploymentDegree),
	eventDate: ({ eventDate }) => checkField('eventDate', eventDate),
	email: ({ email }) => readEmail('Email', email),
	jobWishes: ({ jobWishes }) => createWishes(jobWishes, ''),
	user: ({ user }) => readUser(user),
};

const NESTED = new Set(['jobWishes', 'user']);

function problemOf(field: string, request: IDataObject): Problem | undefined {
	try {
		if (!NESTED.has(field)) refuseNested(request, field);
		CHECKS[field](request);
		return undefined;
	} catch (error) {
		const { message, details } = asFailure(error);
		return { field, text: [message, details.advice].filter(Boolean).join('. ') };
	}
}

/** Whether the number of the citizen stands anywhere but in its own field. */
function repeatsCpr(request: IDataObject): boolean {
	const { cpr, ...others } = request;
	return JSON.stringify(withoutCpr(others, cpr)) !== JSON.stringify(others);
}

/**
 * All that is wrong with a request: an empty list where it is good. Each is named by the field, and no value is told.
 * @param request the body that the caller sent
 */
export function problemsOf(request: IDataObject): Problem[] {
	const unknown = Object.keys(request).filter((name) => !FIELDS.includes(name));
	const problems = FIELDS.flatMap((field) => problemOf(field, request) ?? []);
	if (unknown.length) problems.push({ field: '', text: `The request holds ${unknown.length === 1 ? 'a field that is' : 'fields that are'} not known. It can hold ${FIELDS.join(', ')}.` });
	if (!problems.length && repeatsCpr(request)) problems.push({ field: 'cpr', text: 'The CPR number stands in another field, too' });
	return problems;
}

/** A request without problems in the shape in which it is sent; the same however the caller wrote it. */
export function readRequest(request: IDataObject): JobAgentRequest {
	const requestId = checkKey(readText(request.requestKey));
	const jobAgentIdentifier = identifierOf(requestId);
	const { title, clientCategory, unemploymentDegree, eventDate, email } = request;
	const enrolmentDate = readText(request.enrolmentDate);
	return {
		requestId,
		jobAgentIdentifier,
		cpr: readCpr(request.cpr),
		enrolmentDate,
		body: createBody({ title, clientCategory, enrolmentDate, unemploymentDegree, eventDate, email }, request.jobWishes, requestId, jobAgentIdentifier),
		user: readUser(request.user),
	};
}
