import type { ServiceContext } from '../../service.ts';
import type { Akasse, AkasseBranch } from '../../world/starAkasseTypes.ts';
import { invalid, refused } from '../star/refusal.ts';
import type { StarRoute } from '../star/routes.ts';
import { shown, styled, type Setting } from './answers.ts';
import type { AkasseRegister } from './register.ts';

/** Where the A-kasse service and the code lists begin. */
export const AKASSE = '/star/akasse/v1/Akasse';
export const CODE_LISTS = '/star/codelists/v1/CodeLists';

/** All that the operations of the A-kasse service work on. */
export interface House {
	readonly clock: ServiceContext['clock'];
	readonly register: AkasseRegister;
	readonly setting: Setting;
}

/** The a-kasse with this code; an unknown one is refused (4589). */
export function akasseOf({ register }: House, akasseKode: string): Akasse {
	const akasse = register.akasser.get(akasseKode);
	if (akasse === undefined) throw refused(4589, `A-kasse ${akasseKode} is unknown`);
	return akasse;
}

/** The branch office with these codes; an unknown one is refused (4589). */
export function branchOf({ register }: House, akasseKode: string, afdelingskontorKode: string): AkasseBranch {
	const branch = register.branches.get(akasseKode, afdelingskontorKode);
	if (branch === undefined) throw refused(4589, `Afdelingskontor ${afdelingskontorKode} of a-kasse ${akasseKode} is unknown`);
	return branch;
}

/** Codes that a request must name; all that are missing are refused together (1014). */
export function demandCodes(codes: Readonly<Record<string, string>>): void {
	const missing = Object.keys(codes).filter((name) => codes[name] === '');
	if (missing.length > 0) throw invalid(...missing.map((name) => `${name} is missing.`));
}

/** The reads of the A-kasse service (star.md 1.1); every a-kasse may read all. */
export function makeReads(house: House): StarRoute[] {
	const { register, setting } = house;
	const read = (name: string, path: string, run: StarRoute['run']): StarRoute => {
		return { name, method: 'GET', path, run: (call) => styled(run(call), setting) };
	};
	return [
		read('GetAkasseListe', AKASSE, () => {
			const isListed = ({ adresse }: Akasse): boolean => adresse !== undefined || setting('listNeedsAddress') === false;
			return register.akasser.list().filter(isListed).map((akasse) => shown(akasse, setting));
		}),
		read('GetAkasseOplysninger', `${AKASSE}/{akasseKode}`, ({ path }) => shown(akasseOf(house, path.akasseKode), setting)),
		read('GetAkasseAfdelingskontorRelation', `${AKASSE}/AkasseAfdelingskontorRelation`, () =>
			register.akasser.list().map(({ akasseKode, navn }) => {
				const afdelingskontorer = register.branchesOf(akasseKode).map(({ afdelingskontorKode, navn: name }) => ({ afdelingskontorKode, navn: name }));
				return { akasseKode, navn, afdelingskontorer };
			}),
		),
		read('GetAfdelingskontor', `${AKASSE}/Afdelingskontor`, ({ query }) => {
			const akasseKode = query.get('akasseKode');
			const afdelingskontorKode = query.get('afdelingskontorKode');
			demandCodes({ akasseKode, afdelingskontorKode });
			return shown(branchOf(house, akasseKode, afdelingskontorKode), setting);
		}),
		read('GetCodeList', `${CODE_LISTS}/{name}`, ({ path }) => {
			const lines = register.codeLists.list().filter(({ name }) => name.toLowerCase() === path.name.toLowerCase());
			if (lines.length === 0) throw refused(2001);
			return lines.map(({ kode, navn, beskrivelse, startdato, slutdato }) => ({ kode, navn, beskrivelse, startdato, slutdato }));
		}),
	];
}
