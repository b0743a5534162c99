import { randomUUID } from 'node:crypto';

import type { SandboxClock } from '../../clock.ts';
import type { JobAgent, JobWish, StarCitizen } from '../../world/starJobagentTypes.ts';
import { invalid } from '../star/refusal.ts';
import type { StarCall, StarRoute } from '../star/routes.ts';
import { book, codesOfBooking } from './booking.ts';
import { refusedWith } from './codes.ts';
import { isCpr } from './cpr.ts';
import { readCreate, readUpdate } from './dto.ts';
import { codesOfBeginning, codesOfEnrolment, danishDate } from './enrolment.ts';
import { isUuid } from './fields.ts';
import type { Registers } from './registers.ts';
import type { JobagentSwitch } from './switches.ts';

/** All that the operations work on. */
export interface House {
	readonly clock: SandboxClock;
	readonly registers: Registers;
	/** What a switch is set to. */
	readonly setting: (name: JobagentSwitch) => unknown;
}

const CPR_HEADER = 'x-civilregistrationidentifier';
const ROOT = '/star/jobagent/v1';

/** Refuses with all codes that stand against a request; none: it goes on. */
function demandNone(codes: readonly number[]): void {
	if (codes.length > 0) throw refusedWith(...codes);
}

/** The citizen of the header: 1014 when it is missing, 1001 when it is none, 1010 when nobody has the number. */
function citizenOf({ request }: StarCall, { registers }: House): StarCitizen {
	const cpr = request.headers[CPR_HEADER];
	if (typeof cpr !== 'string' || cpr === '') throw invalid('x-civilRegistrationIdentifier is missing');
	if (!isCpr(cpr)) throw refusedWith(1001);
	const citizen = registers.citizens.get(cpr);
	if (citizen === undefined) throw refusedWith(1010);
	return citizen;
}

/** The identifier in the path or in the query; empty when there is none. */
function identifierOf({ path, query }: StarCall): string {
	const id = path.jobagentidentifier ?? query.get('jobagentidentifier');
	if (id !== '' && !isUuid(id)) throw invalid('jobagentidentifier is not valid');
	return id.toLowerCase();
}

/** The citizen's job agent that a request names: 1014 when it names none, 4589 when there is none or it is another's. */
function jobAgentOf(call: StarCall, { cpr }: StarCitizen, { registers }: House): JobAgent {
	const id = identifierOf(call);
	if (id === '') throw invalid('jobagentidentifier is missing');
	const jobAgent = registers.jobAgents.get(id);
	if (jobAgent?.cpr !== cpr) throw refusedWith(4589);
	return jobAgent;
}

const today = ({ clock }: House): string => danishDate(clock.iso());

/** A job agent as the wire shows it: whose it is stays here. */
function onTheWire(jobAgent: JobAgent): Omit<JobAgent, 'cpr'> {
	const shown: Partial<JobAgent> = { ...jobAgent };
	delete shown.cpr;
	return shown as Omit<JobAgent, 'cpr'>;
}

function getJobagent(house: House, call: StarCall): object {
	const citizen = citizenOf(call, house);
	if (identifierOf(call) !== '' || house.setting('getWithoutIdentifier') === 'refused') return { jobagent: onTheWire(jobAgentOf(call, citizen, house)) };
	const own = house.registers.jobAgents.list().filter(({ cpr }) => cpr === citizen.cpr);
	return { jobagents: own.map(onTheWire) };
}

/** The identifier of a new job agent: the caller's own, or a new one. */
function newIdentifier(own: string | undefined, { cpr }: StarCitizen, { registers, setting }: House): string {
	if (own === undefined || setting('ownIdentifier') === 'ignored') return randomUUID();
	if (setting('ownIdentifier') === 'refused') throw invalid('jobagentidentifier is unknown');
	const known = registers.jobAgents.get(own.toLowerCase());
	const isReplaced = known?.cpr === cpr && setting('sameIdentifier') === 'replaces';
	if (known !== undefined && !isReplaced) throw invalid('jobagentidentifier is in use');
	return own.toLowerCase();
}

function createJobagent(house: House, call: StarCall): void {
	const { jobagentidentifier: own, enrolment } = readCreate(call.request.body);
	const citizen = citizenOf(call, house);
	const jobagentidentifier = newIdentifier(own, citizen, house);
	demandNone([...codesOfEnrolment(enrolment, citizen, house.registers, today(house)), ...codesOfBeginning(enrolment, today(house))]);
	house.registers.jobAgents.write({ jobagentidentifier, cpr: citizen.cpr, ...enrolment });
}

/** The wishes after an update: those sent, each over the one that stands in its place. */
function updatedWishes(stored: readonly JobWish[] = [], sent: readonly JobWish[] = []): JobWish[] {
	return Array.from({ length: Math.max(stored.length, sent.length) }, (_, index) => ({ ...stored[index], ...sent[index] }));
}

function updateJobagent(house: House, call: StarCall): object {
	const { clock, registers, setting } = house;
	const asked = readUpdate(call.request.body, setting('updateWishes') as 'list' | 'flat');
	const citizen = citizenOf(call, house);
	const jobAgent = jobAgentOf(call, citizen, house);
	const { jobagentidentifier, cpr } = jobAgent;
	if ((asked.jobagentidentifier ?? jobagentidentifier).toLowerCase() !== jobagentidentifier) throw invalid('jobagentidentifier is not that of the query');
	const joboensker = updatedWishes(jobAgent.joboensker, asked.enrolment.joboensker);
	const updated: JobAgent = { ...jobAgent, ...asked.enrolment, ...(joboensker.length > 0 ? { joboensker } : {}) };
	demandNone([
		...codesOfEnrolment(updated, citizen, registers, today(house)),
		...codesOfBeginning(asked.enrolment, today(house)),
		...codesOfBooking(asked, cpr, registers, today(house)),
	]);
	const indkaldelseId = randomUUID();
	registers.jobAgents.write(updated);
	book(asked, indkaldelseId, { cpr, jobagentidentifier }, registers);
	return {
		unemploymentEnrollmentAndBookResponse: {
			serviceReceipt: { eventDate: clock.local().toISO(), messageIdentifier: randomUUID() },
			jobCenterReceipt: 'Borgeren er tilmeldt, og mødet er booket (sandkassen).',
			phone: '00000000',
			noSelfActivatingCodeNeeded: true,
			indkaldelseId,
		},
	};
}

/** Takes the job agent away; a meeting that was booked stands. */
function deleteJobagent(house: House, call: StarCall): void {
	house.registers.jobAgents.delete(jobAgentOf(call, citizenOf(call, house), house));
}

/** The operations of the Jobagent service with their paths: documented ones, and that of the option (star.md 1.2). */
export function jobagentRoutes(house: House): StarRoute[] {
	const named = `${ROOT}/Jobagent/{jobagentidentifier}`;
	const update = { name: 'UpdateJobagent', method: 'PUT', run: (call: StarCall) => updateJobagent(house, call) } as const;
	const remove = { name: 'DeleteJobagent', method: 'DELETE', run: (call: StarCall) => deleteJobagent(house, call) } as const;
	return [
		{ name: 'GetJobagent', method: 'GET', path: `${ROOT}/Jobagent`, run: (call) => getJobagent(house, call) },
		{ name: 'CreateJobagent', method: 'POST', path: `${ROOT}/Jobagent`, run: (call) => createJobagent(house, call) },
		{ ...update, path: `${ROOT}/UpdateJobagent` },
		{ ...update, path: named },
		{ ...remove, path: `${ROOT}/UpdateJobagent` },
		{ ...remove, path: named },
	];
}
