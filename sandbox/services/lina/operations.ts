import type { SandboxClock } from '../../clock.ts';
import type { WireRequest } from '../../service.ts';
import type { Scope } from './apiKeys.ts';
import { readUpload, type Certificates } from './certificates.ts';
import type { Consents } from './consents.ts';
import type { LinaRecords, LinaRecordsRead } from './records/index.ts';
import { badRequest, forbidden } from './refusal.ts';
import { RequestBody } from './requestBody.ts';
import { readShift } from './saveShift.ts';
import type { Caller } from './signIn.ts';
import type { LinaSwitch } from './switches.ts';
import type { Webhooks } from './webhooks.ts';

/** All that the operations of the group Personal work on. */
export interface House {
	readonly clock: SandboxClock;
	readonly records: LinaRecords;
	readonly consents: Consents;
	readonly webhooks: Webhooks;
	readonly certificates: Certificates;
	/** Counted calls of the last 15 minutes. */
	readonly calls: () => number;
	/** What a switch is set to. */
	readonly setting: (name: LinaSwitch) => unknown;
}

/** What an operation answers: a body to be written as JSON, or JSON text as it is. */
export interface Outcome {
	readonly status: number;
	readonly body: unknown;
	readonly tookEffect: boolean;
}

/** An operation: how it is asked, who may ask it, and what it does. */
export interface Operation {
	readonly method: 'GET' | 'POST';
	readonly scope: Scope;
	/** Counts against the rate limit (lina.md 4). */
	readonly counted: boolean;
	/** Open to API keys only (lina.md 2.2). */
	readonly keyOnly?: true;
	run(house: House, request: WireRequest, caller: Caller): Outcome;
}

const done = (body: unknown, tookEffect: boolean): Outcome => ({ status: 200, body, tookEffect });
const success = (message: string): Outcome => done({ status: 'success', message }, true);

const READ = { method: 'GET', scope: 'personal_read', counted: true } as const;
const WRITE = { method: 'POST', scope: 'personal_write', counted: true } as const;
const WEBHOOK = { method: 'POST', scope: 'personal_read', counted: false, keyOnly: true } as const;

const NO_CONSENT = 'This user has not agreed to the sharing of data.';

const BY_DAY: readonly LinaRecordsRead[] = [
	'personalkostenprostunde',
	'personalkostenprotag',
	'acceptedworkingtimes',
	'userdataperday',
	'userdataperdaydelta',
];

const readsByDay = BY_DAY.map((name): [string, Operation] => [
	name,
	{
		...READ,
		run: ({ clock, records }, { query }) => ({
			...records.read(name, new URLSearchParams(query), new Date(clock.now())),
			tookEffect: false,
		}),
	},
]);

function saveShift({ clock, consents, records }: House, request: WireRequest): Outcome {
	const shift = readShift(RequestBody.parse(request.body));
	if (!consents.has(shift.userUuid)) throw forbidden(NO_CONSENT);
	const complaint = records.addShift(shift, new Date(clock.now()));
	if (complaint !== undefined) throw badRequest(complaint);
	return success('Shift saved.');
}

function addUserCert({ clock, certificates, consents, records, setting }: House, request: WireRequest): Outcome {
	const upload = readUpload(request.form);
	const isOpen = setting('consentForUpload') === 'notNeeded' ? records.user(upload.userUuid) !== undefined : consents.has(upload.userUuid);
	if (!isOpen) throw forbidden(NO_CONSENT);
	certificates.file(upload, clock.iso(), setting('uploadRepeated') === 'overwritten');
	return success('File saved.');
}

function registerWebhook({ webhooks, setting }: House, { body }: WireRequest, { id }: Caller): Outcome {
	return done(webhooks.register(RequestBody.parse(body), id, setting('secondRegistration') === 'adds'), true);
}

function deleteWebhook({ webhooks }: House, { body }: WireRequest, { id }: Caller): Outcome {
	webhooks.delete(RequestBody.parse(body), id);
	return success('Webhook deleted.');
}

function getlimit({ calls, setting }: House): Outcome {
	return done({ status: 'success', limit: setting('rateLimit'), calls: calls() }, false);
}

/** The operations of the group Personal by wire name. */
export const OPERATIONS: ReadonlyMap<string, Operation> = new Map<string, Operation>([
	...readsByDay,
	['getPersonalData', { ...READ, run: ({ consents }) => done(consents.rows(), false) }],
	['getlimit', { ...READ, counted: false, run: getlimit }],
	['saveShift', { ...WRITE, run: saveShift }],
	['addUserCert', { ...WRITE, run: addUserCert }],
	['registerWebhook', { ...WEBHOOK, run: registerWebhook }],
	['deleteWebhook', { ...WEBHOOK, run: deleteWebhook }],
]);
