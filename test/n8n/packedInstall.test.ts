import { join } from 'node:path';
import { applySettings, ledgerProblems, runChain, runTemplate } from '../../scripts/demo/chain.ts';
import { capitechAbsenceToOpus } from '../../scripts/demo/chains/capitechAbsenceToOpus.ts';
import { capitechToOpus } from '../../scripts/demo/chains/capitechToOpus.ts';
import { chains } from '../../scripts/demo/chains/index.ts';
import { credentialNames } from '../../scripts/demo/credentials.ts';
import { startEnvironment } from '../../scripts/demo/environment.ts';
import type { Environment } from '../../scripts/demo/environment.ts';
import { yesterdayInOslo } from '../../scripts/demo/options.ts';
import type { Workflow } from '../../scripts/n8n/home.ts';
import { anyPorts } from '../../scripts/sandbox.ts';
import { CleanUp } from '../../scripts/support/cleanUp.ts';
import manifest from '../../package.json';
import { describeAkasseDirectory, watchAkasseDirectory } from './akasseDirectory';
import { prepareAkasseHours } from './akasseDesk';
import { describeAkasseHours } from './akasseHours';
import { prepareConsentChain } from './consentChain';
import { describeJobagentWebhook } from './jobagentWebhook';
import { describeLinaCertificates, watchCertificates } from './linaCertificates';
import { describeLinaConsents } from './linaConsents';
import { describeLinaShifts, watchShifts } from './linaShifts';
import { describeLinaWebhook } from './linaWebhook';
import { describeLiveChain } from './liveChain';
import { Receiver } from './receiver';
import { describeTriggers } from './triggers';
import { describeTriggerTemplates, watchTriggerTemplates } from './triggerTemplates';
import { describeWorkingTimesReport, watchWorkingTimesReport } from './workingTimesReport';

/** Long enough for n8n to be installed first, on a machine that has none yet. */
const startMs = 15 * 60_000;
const runMs = 5 * 60_000;

type TypeDescription = {
	name: string;
	displayName: string;
	iconUrl?: { light: string; dark: string };
	codex?: { alias?: string[]; categories?: string[] };
};

type JournalEntry = { operation: string; tookEffect: boolean; faults: string[] };

const cleanUp = new CleanUp();
const receiver = new Receiver();
let environment: Environment;

beforeAll(async () => {
	const root = join(__dirname, '../..');
	const log = (line: string) => process.stderr.write(`${line}\n`);
	const adapt = (name: string, template: Workflow, files: string) => {
		const chain = chains.find((candidate) => candidate.name === name);
		if (chain) applySettings(chain, template, world);
		prepareAkasseHours(name, template);
		watchTriggerTemplates(name, template, receiver);
		prepareConsentChain(name, template, receiver);
		watchWorkingTimesReport(name, template, { receiver, files });
		watchCertificates(name, template, receiver);
		watchShifts(name, template, receiver);
		watchAkasseDirectory(name, template, { receiver, files });
	};
	await receiver.open();
	cleanUp.add(() => receiver.close());
	environment = await startEnvironment({ root, ports: anyPorts, adapt, cleanUp, log });
}, startMs);

afterAll(async () => await cleanUp.run(), 60_000);

const world = { seed: 7, people: 40, days: 20, until: yesterdayInOslo() };

/** A fresh small world with no faults, and workflows that never ran. */
async function resetWorld(): Promise<void> {
	await environment.session.dropDataTables();
	await environment.sandbox.control('POST', '/reset', world);
}

/** The same, on the real clock, by which n8n polls. */
async function resetLiveWorld(): Promise<void> {
	await resetWorld();
	await environment.sandbox.control('PUT', '/clock', { now: null });
}

describe('a real n8n with the packed nodes', () => {
	const ours = (types: TypeDescription[]) =>
		types.filter(({ name }) => name.startsWith(`${manifest.name}.`));

	async function expectIcons(description: TypeDescription) {
		for (const path of [description.iconUrl?.light, description.iconUrl?.dark]) {
			const response = await fetch(`${environment.session.url}/${path}`);
			expect(response.headers.get('content-type')).toContain('image/svg+xml');
		}
	}

	it('offers every node, with its search words and both icons', async () => {
		const nodes = ours(await environment.session.get<TypeDescription[]>('/types/nodes.json'));
		const names = nodes.map(({ name }) => name.replace(`${manifest.name}.`, ''));
		expect(names.sort()).toEqual(['capitech', 'capitechTool', 'capitechTrigger', 'kmdOpus', 'kmdOpusTool', 'kmdOpusTrigger', 'lina', 'linaPollTrigger', 'linaTool', 'linaTrigger', 'starAkasse', 'starAkasseTool', 'starAkasseTrigger', 'starJobagent', 'starJobagentTool', 'starJobagentTrigger']);
		for (const node of nodes.filter(({ name }) => !name.endsWith('Tool'))) {
			expect(node.codex?.categories).not.toHaveLength(0);
			expect(node.codex?.alias?.length).toBeGreaterThan(0);
			await expectIcons(node);
		}
	});

	it('offers every credential, with both icons', async () => {
		const types = await environment.session.get<TypeDescription[]>('/types/credentials.json');
		for (const name of ['capitechApi', 'kmdOpusApi']) {
			const type = types.find((candidate) => candidate.name === name);
			expect(type).toBeDefined();
			await expectIcons(type!);
		}
	});
});

describe('the test of a saved credential', () => {
	beforeAll(resetWorld);

	it('passes for both services', async () => {
		for (const name of [credentialNames.capitech, credentialNames.kmdOpus]) {
			const result = await environment.session.testCredential(name);
			expect(result).toMatchObject({ status: 'OK' });
		}
	});

	it('names the password when Capitech refuses it', async () => {
		const { capitech } = credentialNames;
		const result = await environment.session.testCredential(capitech, { password: 'wrong' });
		expect(result.status).toBe('Error');
		expect(result.message).toMatch(/password/i);
	});

	it('names the certificate when it comes from an authority that KMD Opus does not know', async () => {
		const result = await environment.session.testCredential(credentialNames.kmdOpus, {
			clientCertificate: await environment.sandbox.certificate('foreign.pem'),
			privateKey: await environment.sandbox.certificate('foreign.key'),
			jsonBaseUrl: `https://localhost:${environment.sandbox.httpsPort}`,
		});
		expect(result.status).toBe('Error');
		expect(result.message).toMatch(/certificate/i);
	});

	it('fails where the connection is cut for want of a certificate the service knows', async () => {
		const result = await environment.session.testCredential(credentialNames.kmdOpus, {
			clientCertificate: await environment.sandbox.certificate('foreign.pem'),
			privateKey: await environment.sandbox.certificate('foreign.key'),
		});
		expect(result.status).toBe('Error');
	});
});

/* First of the templates: what starts an execution stays in n8n's database until its clean-up, and the triggers of others hand on persons. */
describeLinaConsents(() => environment, receiver, resetLiveWorld);

/* It looks for traces at once, and leaves none itself. */
describeJobagentWebhook(() => environment, resetLiveWorld);

describe('the template Capitech to KMD Opus', () => {
	beforeEach(resetWorld);

	it(
		'moves what the reference says, once, and nothing more when it is run again',
		async () => {
			const result = await runChain(environment, capitechToOpus);
			expect(result.problems).toEqual([]);
			expect(result.first.registered).toBeGreaterThan(0);
		},
		runMs,
	);

	it(
		'ends in the same ledgers when answers to its writes were lost and it is run again',
		async () => {
			const { sandbox } = environment;
			await sandbox.control('PUT', '/faults', [
				{ service: 'kmdOpus', operation: 'update-onetime-payments', kind: 'reset-after', every: 3 },
				{ service: 'capitech', operation: 'Time/setExternalStatusCode', kind: 'reset-after', every: 4 },
			]);
			await runTemplate(environment, capitechToOpus).catch(() => undefined);
			const journal = await sandbox.control<JournalEntry[]>('GET', '/journal');
			const lost = journal.filter(({ faults, tookEffect }) => faults.includes('reset-after') && tookEffect);
			expect(lost.length).toBeGreaterThan(0);

			await sandbox.control('DELETE', '/faults');
			await runTemplate(environment, capitechToOpus);
			expect(await ledgerProblems(environment, capitechToOpus, 'After the clean run')).toEqual([]);
		},
		2 * runMs,
	);
});

describe('the template Capitech Absence to KMD Opus', () => {
	beforeEach(resetWorld);

	it(
		'moves what the reference says, once, and nothing more when it is run again',
		async () => {
			const result = await runChain(environment, capitechAbsenceToOpus);
			expect(result.problems).toEqual([]);
			expect(result.first.created).toBeGreaterThan(0);
			expect(result.second.unchanged).toBe(result.first.created);
		},
		runMs,
	);

	/** Leaves Opus with no absences but those to come, and nothing that it refuses. */
	async function makeRoom(): Promise<void> {
		const { sandbox } = environment;
		const { absences, quotas } = await sandbox.control<Record<string, object[]>>('GET', '/state/kmdOpus');
		await sandbox.control('DELETE', '/world/kmdOpus', { absences });
		await sandbox.control('POST', '/world/kmdOpus', { quotas: quotas.map((quota) => ({ ...quota, Entitlement: 10_000 })) });
		await sandbox.control('PUT', '/switches', { 'kmdOpus.absenceClosedPeriod': 'accepts' });
	}

	it(
		'follows changes and deletions, and ends in the same records when answers to its writes were lost and it is run again',
		async () => {
			const { sandbox } = environment;
			await makeRoom();
			await runTemplate(environment, capitechAbsenceToOpus);
			await sandbox.control('POST', '/manager', { seed: 3, edits: 12, kinds: ['absenceDates', 'absencePercent', 'deleteAbsence', 'newAbsence'] });
			await sandbox.control('PUT', '/faults', [{ service: 'kmdOpus', operation: 'SetAbsenceAttendance', kind: 'reset-after', every: 2 }]);
			await runTemplate(environment, capitechAbsenceToOpus);
			const journal = await sandbox.control<JournalEntry[]>('GET', '/journal');
			const lost = journal.filter(({ faults, tookEffect }) => faults.includes('reset-after') && tookEffect);
			expect(lost.length).toBeGreaterThan(0);

			await sandbox.control('DELETE', '/faults');
			await runTemplate(environment, capitechAbsenceToOpus);
			await runTemplate(environment, capitechAbsenceToOpus);
			expect(await ledgerProblems(environment, capitechAbsenceToOpus, 'After the clean runs')).toEqual([]);
		},
		3 * runMs,
	);
});

describeTriggers(() => environment, receiver, resetLiveWorld);
describeTriggerTemplates(() => environment, receiver, resetLiveWorld);
describeLinaWebhook(() => environment, receiver, resetLiveWorld);
describeLinaCertificates(() => environment, receiver, resetLiveWorld);
describeLinaShifts(() => environment, receiver, resetLiveWorld);
describeLiveChain(() => environment, resetLiveWorld);
describeWorkingTimesReport(() => environment, receiver, resetLiveWorld);
describeAkasseDirectory(() => environment, receiver, resetLiveWorld);
describeAkasseHours(() => environment, resetLiveWorld);
