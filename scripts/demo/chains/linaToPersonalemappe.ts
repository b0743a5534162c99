import type { Sandbox } from '../../sandbox.ts';
import type { Chain } from '../chain.ts';

type Person = { userUuid: string; mainStore: string };
type LinaState = { users: Person[]; consents: Array<{ userUuid: string }>; consentEvents: Array<{ userUuid: string }> };
type Expectation = { human: Array<{ userUuid: string }> };
type Documents = { documents: Array<{ SourceSystem: string; DocumentTypeKey: string }> };

const lina = async (sandbox: Sandbox) => await sandbox.control<LinaState>('GET', '/state/lina');

/** Gives the consents of some who may give one, and never did. */
async function give(sandbox: Sandbox, count: number): Promise<void> {
	const { users, consents, consentEvents } = await lina(sandbox);
	const asked = new Set([...consents, ...consentEvents].map(({ userUuid }) => userUuid));
	const store = users.find(({ userUuid }) => userUuid === consents[0].userUuid)?.mainStore;
	const undecided = users.filter(({ userUuid, mainStore }) => mainStore === store && !asked.has(userUuid));
	await sandbox.control('POST', '/world/lina', { consents: undecided.slice(0, count).map(({ userUuid }) => ({ userUuid })) });
}

/** Withdraws one of the consents that were given here, of somebody whose folder is known. */
async function withdraw(sandbox: Sandbox): Promise<void> {
	const { human } = await sandbox.control<Expectation>('GET', '/expected/lina-to-personalemappe');
	const { consentEvents } = await lina(sandbox);
	const filed = consentEvents.find(({ userUuid }) => human.every((entry) => entry.userUuid !== userUuid));
	if (!filed) throw new Error('Nobody who consented has a personnel folder');
	await sandbox.control('DELETE', '/world/lina', { consents: [{ userUuid: filed.userUuid }] });
}

/** Who consents in LINA gets a document on it in the personnel folder; who withdraws gets another one. */
export const linaToPersonalemappe: Chain = {
	name: 'lina-to-personalemappe',
	summary: 'Summary',
	counts: ['consents', 'filed', 'withdrawn', 'human'],
	additions: ['filed', 'withdrawn', 'erased'],
	figures: (summary) => summary,
	settings: () => ({ postOnManualStart: true }),
	live: {
		service: 'lina',
		events: [
			{ what: 'three consents', happens: async (sandbox) => await give(sandbox, 3) },
			{ what: 'a withdrawal', happens: withdraw },
		],
		unheard: async (sandbox) => {
			await sandbox.control('PUT', '/switches', { 'lina.pushes': 'lost' });
			await give(sandbox, 1);
			await sandbox.control('PUT', '/switches', { 'lina.pushes': 'once' });
		},
		found: async (sandbox, { consents, human }) => {
			const { documents } = await sandbox.control<Documents>('GET', '/state/kmdOpus');
			const count = (type: string) => documents.filter((of) => of.SourceSystem === 'LINA' && of.DocumentTypeKey === type).length;
			return { consents, human, filed: count('LINA-SAMTYKKE'), withdrawn: count('LINA-TILBAGETRAEKNING') };
		},
		refusal: 'Refuse to Start',
	},
};
