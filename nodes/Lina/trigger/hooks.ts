import type { IHookFunctions } from 'n8n-workflow';

import { badInput, Failure, toNodeError } from '../../kit/failure';
import type { Registration } from './kept';
import { KeptRegistrations, purposeOf, registering } from './kept';
import { publishedBy } from './published';
import { Registrar } from './registrar';

const HTTPS = /^https:\/\/[^\s/]+\S*$/i;

/** What becomes of the registration when the workflow is deactivated. */
type WhenDeactivated = 'changeUrl' | 'delete' | 'keep';

/** The address that LINA is to push to, for a test or for production, as n8n gives it. */
const ownUrl = (context: IHookFunctions): string => context.getNodeWebhookUrl('default') ?? '';

/**
 * A node without a webhook ID goes by its name, which n8n keeps escaped and looks up unescaped: each push would be answered with 404, and LINA repeats none. n8n gives the ID when a
 * workflow is saved, but not when it is imported by the command line.
 */
function checkReachable(context: IHookFunctions): void {
	if (context.getNode().webhookId !== undefined || !/%[\da-f]{2}/i.test(ownUrl(context))) return;
	throw new Failure({
		kind: 'bad input',
		message: 'n8n would not find this node under the URL that it gives for it, and all pushes would be lost',
		advice: 'Change something in the editor, so that the workflow is saved and the node gets a webhook ID, and publish it again. Or give the node a name of plain letters without blanks.',
	});
}

function deactivation(context: IHookFunctions): { whenDeactivated: WhenDeactivated; otherUrl: string } {
	const whenDeactivated = context.getNodeParameter('whenDeactivated', 'delete') as WhenDeactivated;
	const otherUrl = whenDeactivated === 'changeUrl' ? String(context.getNodeParameter('otherUrl', '')).trim() : '';
	if (whenDeactivated === 'changeUrl' && !HTTPS.test(otherUrl)) {
		throw badInput('Other URL', 'is no https address', "LINA pushes names and email addresses there: write it with https://, or choose another way under 'When Deactivated'.");
	}
	return { whenDeactivated, otherUrl };
}

/** LINA may keep one URL per API key (contract, section 3.1): what another workflow lives by is given back to it. */
async function leaveToOwner(kept: KeptRegistrations, registrar: Registrar, uuid: string): Promise<void> {
	const url = kept.urlOfOtherOwner(uuid);
	if (url === undefined) return;
	await registrar.change(uuid, url);
	throw new Failure({
		kind: 'bad input',
		message: 'Another active workflow receives the pushes of this API key, and LINA keeps one URL for it',
		advice: 'Deactivate that workflow first, or call this one from it. Its registration was left as it was.',
	});
}

/** Points the first of the registrations to the URL that LINA knows; where it knows none, registers the URL anew. */
async function registerAt(url: string, known: Registration[], kept: KeptRegistrations, registrar: Registrar): Promise<Registration> {
	for (const { uuid, borrowedFrom } of known) {
		if (uuid === undefined) continue;
		await leaveToOwner(kept, registrar, uuid);
		const changed = await registrar.change(uuid, url);
		if (changed !== undefined) return { uuid: changed, url, ...(borrowedFrom && { borrowedFrom }) };
	}
	const uuid = await registrar.register(url);
	await leaveToOwner(kept, registrar, uuid);
	return { uuid, url };
}

/** A test takes the registration of production where one is known. What it takes is kept first: n8n ends the test when it fails to begin, too. */
async function register(context: IHookFunctions): Promise<void> {
	checkReachable(context);
	const [purpose, url, kept] = [purposeOf(context), ownUrl(context), new KeptRegistrations(context)];
	const production = kept.of('production');
	const known = purpose === 'production' ? production : [...kept.of('test'), ...production.map((live) => ({ ...live, borrowedFrom: live.url }))];
	if (purpose === 'test') kept.keep('test', { ...known[0], url });
	deactivation(context);
	kept.keep(purpose, await registerAt(url, known, kept, await Registrar.open(context)));
}

/** Puts the registration back that a test had taken. */
async function giveBack(kept: KeptRegistrations, registrar: Registrar, uuid: string, url: string): Promise<void> {
	const live = kept.of('production').find((registration) => registration.uuid === uuid);
	kept.doubt();
	const changed = await registrar.change(uuid, url);
	if (!live) return;
	if (changed !== undefined) return kept.keep('production', { ...live, uuid: changed });
	throw new Failure({
		kind: 'refused',
		message: 'LINA does not know the registration of the published workflow any more',
		advice: 'Deactivate the workflow and activate it anew.',
	});
}

/** A registration that a test made, or took from whom it does not know: one that the published workflow may live by is pointed to it, and not made a second time by the next test. */
async function leave(context: IHookFunctions, kept: KeptRegistrations, registrar: Registrar, uuid: string, testUrl: string): Promise<void> {
	const published = await publishedBy(context, testUrl, uuid);
	if (!published) return await registrar.delete(uuid);
	kept.doubt();
	const changed = await registrar.change(uuid, published.url);
	if (!published.isCertain && changed !== undefined) kept.keep('production', { uuid: changed, url: published.url, isDoubtful: true });
}

/** What a test took goes back to production, what it made is deleted. */
async function endTest(context: IHookFunctions, kept: KeptRegistrations, { uuid, url, borrowedFrom }: Registration): Promise<void> {
	if (uuid !== undefined) {
		const live = kept.of('production').find((registration) => registration.uuid === uuid);
		const liveUrl = live?.url ?? borrowedFrom;
		const registrar = await Registrar.open(context);
		if (liveUrl === undefined) await leave(context, kept, registrar, uuid, url);
		else await giveBack(kept, registrar, uuid, liveUrl);
	}
	kept.forget('test');
}

/** What can't be ended stays known, so that it is neither lost nor doubled by the next activation. What another workflow lives by since is its own. */
async function endProduction(context: IHookFunctions, kept: KeptRegistrations): Promise<void> {
	const known = kept.of('production').flatMap(({ uuid }) => uuid ?? []);
	kept.doubt();
	const { whenDeactivated, otherUrl } = deactivation(context);
	if (whenDeactivated === 'keep' || !known.length) return;

	const registrar = await Registrar.open(context);
	for (const uuid of known.filter((id) => kept.urlOfOtherOwner(id) === undefined)) {
		if (whenDeactivated === 'delete') await registrar.delete(uuid);
		else kept.keep('production', { uuid: await registrar.change(uuid, otherUrl), url: otherUrl, isDoubtful: true });
	}
	if (whenDeactivated === 'delete') kept.forget('production');
}

async function deregister(context: IHookFunctions): Promise<void> {
	const kept = new KeptRegistrations(context);
	const test = kept.of('test').find(({ url }) => url === ownUrl(context));
	if (test) await endTest(context, kept, test);
	else await endProduction(context, kept);
}

/** Whether the published workflow's URL is registered as far as is known. A test is always registered: it may have been diverted since. */
export async function isRegistered(context: IHookFunctions): Promise<boolean> {
	if (purposeOf(context) === 'test') return false;
	const kept = new KeptRegistrations(context);
	const [registration] = kept.of('production');
	if (!registration || registration.isDoubtful || registration.url !== ownUrl(context)) return false;
	kept.keep('production', registration);
	return true;
}

/** Registers the URL at LINA, or points a registration to it that is known. */
export async function createRegistration(context: IHookFunctions): Promise<boolean> {
	try {
		await registering(context, async () => await register(context));
		return true;
	} catch (error) {
		throw toNodeError(context.getNode(), error);
	}
}

/** Ends the registration as the user wants it. */
export async function endRegistration(context: IHookFunctions): Promise<boolean> {
	try {
		await deregister(context);
		return true;
	} catch (error) {
		throw toNodeError(context.getNode(), error);
	}
}
