import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Environment } from '../../scripts/demo/environment.ts';
import { switchOff, switchOn } from '../../scripts/n8n/activation.ts';
import { runWorkflow } from '../../scripts/n8n/execution.ts';
import type { Workflow } from '../../scripts/n8n/home.ts';
import type { Receiver } from './receiver';

type Hours = { ugedag: number; aabningstidspunkt: string; lukketidspunkt: string };
type Address = { vejnavn?: string; husnummer?: string; etage?: string; doer?: string; postnummer?: string; bynavn?: string };
type Data = {
	navn: string;
	adresse?: Address;
	telefonnummer?: string;
	webadresse?: string;
	akasseAabningstider?: Hours[];
	akasseTelefontider?: Hours[];
};
type Akasse = Data & { akasseKode: string; cvrNummer?: string; pNummer?: string };
type Branch = Data & { akasseKode: string; afdelingskontorKode: string };
type State = { akasser: Akasse[]; branches: Branch[] };

const TEMPLATE = 'akasse-directory';
const FILE = 'akasse-directory.csv';
const MESSAGES = 'messages of the directory';

const HEAD = [
	'akasseCode;akasseName;listed;street;postalCode;city;phone;webAddress;cvrNumber;pNumber;openingHours;phoneHours',
	'branchCode;branchName;branchStreet;branchPostalCode;branchCity;branchPhone;branchWebAddress;branchOpeningHours;branchPhoneHours',
].join(';');
const DAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

/** Lets the template write to the folder that n8n may write to, and says when it has messages. */
export function watchAkasseDirectory(name: string, template: Workflow, { receiver, files }: { receiver: Receiver; files: string }): void {
	if (name !== TEMPLATE) return;
	const { assignments } = template.nodes.find((node) => node.name === 'Settings')!.parameters.assignments as { assignments: Array<{ name: string; value: unknown }> };
	assignments.find((setting) => setting.name === 'folder')!.value = files;
	receiver.attach(template, 'Message', MESSAGES);
}

const cell = (text = ''): string => (/[;"\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

function hoursText(hours: Hours[] = []): string {
	const inOrder = [...hours].sort((a, b) => a.aabningstidspunkt.localeCompare(b.aabningstidspunkt));
	const days = DAYS.map((day, at) => ({ day, times: inOrder.filter(({ ugedag }) => ugedag === at + 1).map(({ aabningstidspunkt, lukketidspunkt }) => `${aabningstidspunkt}-${lukketidspunkt}`) }));
	return days.filter(({ times }) => times.length).map(({ day, times }) => `${day} ${times.join(', ')}`).join('; ');
}

/** Where somebody is found: street, postal code, city, phone, web address. */
const contactCells = ({ adresse = {}, telefonnummer, webadresse }: Data): Array<string | undefined> => [
	[adresse.vejnavn, adresse.husnummer, adresse.etage, adresse.doer].filter(Boolean).join(' '),
	...[adresse.postnummer, adresse.bynavn, telefonnummer, webadresse],
];

const hoursCells = ({ akasseAabningstider, akasseTelefontider }: Data): string[] => [hoursText(akasseAabningstider), hoursText(akasseTelefontider)];

/** The cells of an a-kasse; of one that is not listed its name alone is known. */
const akasseCells = (akasse: Akasse): Array<string | undefined> =>
	akasse.adresse
		? [akasse.akasseKode, akasse.navn, 'yes', ...contactCells(akasse), akasse.cvrNummer, akasse.pNummer, ...hoursCells(akasse)]
		: [akasse.akasseKode, akasse.navn, 'no', ...nothing(9)];

const branchCells = (branch: Branch): Array<string | undefined> => [branch.afdelingskontorKode, branch.navn, ...contactCells(branch), ...hoursCells(branch)];

const nothing = (cells: number): string[] => Array.from({ length: cells }, () => '');

/** The file that the directory should be, by what the sandbox holds. */
function expectedFile({ akasser, branches }: State): string {
	const rows = akasser.flatMap((akasse) => {
		const own = branches.filter(({ akasseKode }) => akasseKode === akasse.akasseKode).map(branchCells);
		const offices = own.length || !akasse.adresse ? own : [nothing(9)];
		return offices.map((office) => [...akasseCells(akasse), ...office].map((text) => text ?? ''));
	});
	const inOrder = rows.sort(([code, ...one], [otherCode, ...other]) => code.localeCompare(otherCode) || one[11].localeCompare(other[11]));
	return `\ufeff${[HEAD, ...inOrder.map((cells) => cells.map(cell).join(';'))].join('\n')}`;
}

/** The directory of a-kasser in a real n8n: a file on the disk, and messages. */
export function describeAkasseDirectory(get: () => Environment, receiver: Receiver, begin: () => Promise<void>): void {
	const control = async <T>(method: 'DELETE' | 'GET' | 'POST', path: string, body?: object) => await get().sandbox.control<T>(method, path, body);
	const state = async () => await control<State>('GET', '/state/starAkasse');
	const put = async (records: object) => await control('POST', '/world/starAkasse', records);
	const written = async () => await readFile(join(get().files, FILE), 'utf8');

	describe('the template STAR A-Kasse Directory', () => {
		beforeAll(begin);

		it('writes one row for each branch office, and one for an a-kasse without any', async () => {
			const { session, templates } = get();
			const adresse = { vejnavn: 'Nyvej', husnummer: '7', postnummer: '0999', bynavn: 'Nyby' };
			await put({ akasser: [{ akasseKode: '067', navn: 'Sandkassens "nye" A-kasse; æøå', adresse }] });
			const execution = await runWorkflow(session, templates[TEMPLATE].name, 'Run by Hand');
			expect(execution.failures).toEqual([]);
			const file = await written();
			expect(file).toBe(expectedFile(await state()));
			expect(file).toContain('\n067;"Sandkassens ""nye"" A-kasse; æøå";yes;Nyvej 7;0999;');
			expect(file).toContain(';no;');
			const { results } = await session.get<{ results: unknown[] }>(`/rest/executions?filter=${encodeURIComponent(JSON.stringify({ workflowId: (await session.workflow(templates[TEMPLATE].name)).id }))}`);
			expect(results).toEqual([]);
		}, 120_000);

		it('leaves the file as it was when the list of a-kasser is empty', async () => {
			const before = await written();
			const { akasser } = await state();
			await control('DELETE', '/world/starAkasse', { akasser });
			await put({ akasser: akasser.map(({ akasseKode, navn }) => ({ akasseKode, navn })) });
			const { session, templates } = get();
			expect((await runWorkflow(session, templates[TEMPLATE].name, 'Run by Hand')).failures).toEqual([]);
			expect(await written()).toBe(before);
			await put({ akasser });
		}, 120_000);

		it('has a message for each change', async () => {
			const { session, templates } = get();
			const { name } = templates[TEMPLATE];
			const { akasser, branches } = await state();
			const [changed] = akasser.filter(({ adresse }) => adresse);
			const [closed] = branches;
			await switchOn(session, name);
			await switchOff(session, name);
			await put({ akasser: [{ ...changed, telefonnummer: '70999999', akasseAabningstider: [] }, { akasseKode: '950', navn: 'Sandkassens nyeste', adresse: { vejnavn: 'Nyvej' } }] });
			await control('DELETE', '/world/starAkasse', { branches: [closed] });
			await switchOn(session, name);
			const { items } = await receiver.next(MESSAGES);
			await switchOff(session, name);
			expect(items.map(({ text }) => text).sort()).toEqual([
				`A-kasse ${changed.akasseKode} (${changed.navn}) has changed: contact data, opening hours.`,
				'A-kasse 950 (Sandkassens nyeste) is new.',
				`Branch office ${closed.afdelingskontorKode} of a-kasse ${closed.akasseKode} is closed: STAR does not know its code any more.`,
			].sort());
			expect(items.map(({ subject }) => subject)).toContain(`STAR: a-kasse ${closed.akasseKode}, branch office ${closed.afdelingskontorKode}`);
			expect(receiver.left(MESSAGES)).toEqual([]);
		}, 120_000);
	});
}
