import type { Akasse, AkasseBranch } from '../../world/starAkasseTypes.ts';
import { invalid, refused } from '../star/refusal.ts';
import type { StarCall, StarRoute } from '../star/routes.ts';
import type { JsonObject } from '../star/spelling.ts';
import { AKASSE, akasseOf, branchOf, demandCodes, type House } from './reads.ts';
import { readRecord } from './recordBody.ts';
import { complaintsAboutRecord } from './recordChecks.ts';

const MOST_CODE_CHARACTERS = 20;

/** An a-kasse writes what is its own: the code of the request is that of the organisation that calls (star.md 6). */
function demandOwn({ setting }: House, { caller }: StarCall, akasseKode: string): void {
	if (setting('ownOnly') === true && caller.organisationCode !== akasseKode) throw refused(4575);
}

/** Codes that the body repeats must be those of the address. */
function complaintsAboutCodes(record: JsonObject, codes: Readonly<Record<string, string>>): string[] {
	return Object.entries(codes).flatMap(([name, code]) => (record[name] === undefined || record[name] === code ? [] : [`${name} is not that of the address.`]));
}

/** Refuses a record with the complete list of what is wrong with it. */
function demandValid(house: House, record: JsonObject, complaints: readonly string[]): void {
	const all = [...complaints, ...complaintsAboutRecord(record, house.setting)];
	if (all.length > 0) throw invalid(...all);
}

/** What stays through an update that has to leave it out: virksomhedsafdeling, where it cannot be reported. */
function untouchable({ setting }: House, { virksomhedsafdeling }: Akasse): Partial<Akasse> {
	return setting('virksomhedsafdeling') === 'refused' && virksomhedsafdeling !== undefined ? { virksomhedsafdeling } : {};
}

/**
 * Replaces all that is kept of an a-kasse. A name that is sent is taken: agreeing on it with STAR happens outside. One that
 * is not sent is kept, since only STAR creates and names a-kasser (`nameMissing`).
 */
function updateAkasse(house: House, call: StarCall): void {
	const { akasseKode } = call.path;
	demandOwn(house, call, akasseKode);
	const stored = akasseOf(house, akasseKode);
	const record = readRecord(call.request.body, stored, house.setting);
	demandValid(house, record, complaintsAboutCodes(record, { akasseKode }));
	const { navn } = stored;
	const name = house.setting('nameMissing') === 'kept' && navn !== undefined ? { navn } : {};
	house.register.akasser.write({ ...untouchable(house, stored), ...name, ...record, akasseKode });
}

/** The branch office that the address names; an a-kasse has only its own. */
function addressed(house: House, call: StarCall): AkasseBranch {
	const akasseKode = call.query.get('akasseKode');
	demandCodes({ akasseKode });
	demandOwn(house, call, akasseKode);
	return branchOf(house, akasseKode, call.path.afdelingskontorKode);
}

/** Replaces all that is kept of a branch office, its name too. */
function updateBranch(house: House, call: StarCall): void {
	const stored = addressed(house, call);
	const { akasseKode, afdelingskontorKode, members } = stored;
	const record = readRecord(call.request.body, stored, house.setting);
	demandValid(house, record, complaintsAboutCodes(record, { akasseKode, afdelingskontorKode }));
	house.register.branches.write({ ...untouchable(house, stored), ...record, akasseKode, afdelingskontorKode, members });
}

/** A code of a new branch office's body. */
function codeOf(record: JsonObject, name: string): string {
	const code = record[name];
	return typeof code === 'string' && code.length <= MOST_CODE_CHARACTERS ? code : '';
}

/** Opens a branch office of an a-kasse that exists, under a code that the a-kasse has not used yet (star.md 6). */
function createBranch(house: House, call: StarCall): void {
	const record = readRecord(call.request.body, {}, house.setting);
	const [akasseKode, afdelingskontorKode] = [codeOf(record, 'akasseKode'), codeOf(record, 'afdelingskontorKode')];
	demandCodes({ akasseKode, afdelingskontorKode });
	demandOwn(house, call, akasseKode);
	akasseOf(house, akasseKode);
	const isTaken = house.register.branches.get(akasseKode, afdelingskontorKode) !== undefined;
	demandValid(house, record, isTaken ? [`Afdelingskontor ${afdelingskontorKode} exists already.`] : []);
	house.register.branches.write({ ...record, akasseKode, afdelingskontorKode, members: 0 });
}

/** Closes a branch office. */
function deleteBranch(house: House, call: StarCall): void {
	house.register.close(addressed(house, call), house.clock.iso());
}

/** The writes of the A-kasse service; those of branch offices stand at paths that are assumed (star.md 1.1). */
export function makeWrites(house: House): StarRoute[] {
	const write = (name: string, method: StarRoute['method'], path: string, run: (house: House, call: StarCall) => void): StarRoute => {
		return { name, method, path, run: (call) => run(house, call) };
	};
	const branches = `${AKASSE}/Afdelingskontor`;
	return [
		write('UpdateAkasseOplysninger', 'PUT', `${AKASSE}/Afkasse/{akasseKode}`, updateAkasse),
		write('UpdateAkasseOplysninger', 'PUT', `${AKASSE}/{akasseKode}`, updateAkasse),
		write('CreateAfdelingskontor', 'POST', branches, createBranch),
		write('UpdateAfdelingskontor', 'PUT', `${branches}/{afdelingskontorKode}`, updateBranch),
		write('DeleteAfdelingskontor', 'DELETE', `${branches}/{afdelingskontorKode}`, deleteBranch),
	];
}
