import type { Mutant, TestSet } from '../mutant.ts';
import { engine, unit } from '../mutant.ts';

const TRIGGER = 'nodes/Lina/trigger';

const lifeCycle = (named?: string): TestSet => engine('lina/webhookTrigger.lifeCycle', named);
const listen = (named?: string): TestSet => engine('lina/webhookTrigger.listen', named);
const push = (named?: string): TestSet => engine('lina/webhookTrigger.push', named);

/** What goes wrong where LINA pushes consents, and where the trigger registers for them. */
export const linaWebhook: Mutant[] = [
	{
		name: 'a push of any registration starts the workflow',
		file: `${TRIGGER}/receive.ts`,
		find: 'if (!(await isKnown(context, body.webhook))) return refuse(context, 403, NOT_KNOWN);',
		replace: '',
		tests: push('forged'),
	},
	{
		name: 'a push that comes before the answer to the registration is lost',
		file: `${TRIGGER}/receive.ts`,
		find: 'await registered(context);',
		replace: '',
		tests: push('waits for it'),
	},
	{
		name: 'a push may be of any length',
		file: `${TRIGGER}/receive.ts`,
		find: 'if (rawBody.length > MAX_PUSH_BYTES)',
		replace: 'if (rawBody.length > 64 * MAX_PUSH_BYTES)',
		tests: push('16 KiB'),
	},
	{
		name: 'an event that is not wanted starts the workflow',
		file: `${TRIGGER}/receive.ts`,
		find: "if (!events.includes(push.event)) return { webhookResponse: '' };",
		replace: '',
		tests: engine('lina/webhookTrigger.parameters'),
	},
	{
		name: 'a push is stamped in the time of the server',
		file: `${TRIGGER}/receive.ts`,
		find: '.setZone(ZONE)',
		replace: ".setZone('UTC')",
		tests: push('with the person'),
	},
	{
		name: 'trap 15: a withdrawal hands on what else stands in it',
		file: `${TRIGGER}/push.ts`,
		find: "return { event: 'consentWithdrawn', registrationId, userUuid };",
		replace: "return { event: 'consentWithdrawn', registrationId, userUuid, lastName: text(userName) } as Push;",
		tests: push('trap 15'),
	},
	{
		name: 'trap 15: a withdrawal that is not said plainly counts as a consent',
		file: `${TRIGGER}/push.ts`,
		find: 'if (isWithdrawn !== undefined && isWithdrawn !== null && isWithdrawn !== false) return undefined;',
		replace: '',
		tests: push('trap 15'),
	},
	{
		name: 'trap 14: a person goes on without the registration',
		file: `${TRIGGER}/push.ts`,
		find: "event: 'consentGiven', registrationId, userUuid, firstName",
		replace: "event: 'consentGiven', registrationId: '', userUuid, firstName",
		tests: push('trap 14'),
	},
	{
		name: 'trap 13: a number of an area passes as its name',
		file: `${TRIGGER}/push.ts`,
		find: '[userVorname, userName, userEmail, bereich].every(isText)',
		replace: '[userVorname, userName, userEmail].every(isText)',
		tests: push('trap 13'),
	},
	{
		name: 'a push without a person counts as a consent',
		file: `${TRIGGER}/push.ts`,
		find: ' || ![userVorname, userName, userEmail].some(isId)',
		replace: '',
		tests: push('without a person'),
	},
	{
		name: 'a registration that could not be deleted is forgotten',
		file: `${TRIGGER}/registrar.ts`,
		find: "if (result.outcome !== 'ok' && !isGone(result)) throw result.failure;",
		replace: '',
		tests: lifeCycle('could not be deleted'),
	},
	{
		name: 'a registration that LINA does not know stops the trigger for good',
		file: `${TRIGGER}/registrar.ts`,
		find: 'if (isGone(result)) return undefined;',
		replace: '',
		tests: lifeCycle('does not know any more'),
	},
	{
		name: 'a changed registration goes by its old id although LINA answered another',
		file: `${TRIGGER}/registrar.ts`,
		find: 'return idIn(result.answer) ?? uuid;',
		replace: 'return uuid;',
		tests: unit('lina/registrar'),
	},
	{
		name: 'a lost answer to a change leaves the registration where it was',
		file: `${TRIGGER}/registrar.ts`,
		find: "return result.outcome === 'unknown' ? await call() : result;",
		replace: 'return result;',
		tests: lifeCycle('lost answer'),
	},
	{
		name: 'each activation registers anew although a registration is known',
		file: `${TRIGGER}/hooks.ts`,
		find: 'if (changed !== undefined) return { uuid: changed, url',
		replace: 'if (changed === url) return { uuid: changed, url',
		tests: lifeCycle('adds'),
	},
	{
		name: 'n8n that is started again without static data registers twice',
		file: `${TRIGGER}/kept.ts`,
		find: 'if (!isRegistration(saved) || !inMemory) return [saved, inMemory].filter(isRegistration);',
		replace: 'if (!isRegistration(saved) || !inMemory) return [saved].filter(isRegistration);',
		tests: lifeCycle('by the memory of the process'),
	},
	{
		name: 'a URL is registered under which n8n finds nobody',
		file: `${TRIGGER}/hooks.ts`,
		find: '\tcheckReachable(context);\n',
		replace: '',
		tests: lifeCycle('would not find it'),
	},
	{
		name: 'what was deactivated counts as registered when it is activated again',
		file: `${TRIGGER}/hooks.ts`,
		find: '|| registration.isDoubtful ||',
		replace: '||',
		tests: lifeCycle('kept is said anew'),
	},
	{
		name: 'a workflow takes the pushes away from another one',
		file: `${TRIGGER}/hooks.ts`,
		find: 'if (url === undefined) return;\n\tawait registrar.change(uuid, url);',
		replace: 'if (url !== undefined) return;',
		tests: lifeCycle('leaves the pushes'),
	},
	{
		name: 'a workflow deletes the registration that another one took over',
		file: `${TRIGGER}/hooks.ts`,
		find: 'known.filter((id) => kept.urlOfOtherOwner(id) === undefined)',
		replace: 'known',
		tests: lifeCycle('whatever becomes of'),
	},
	{
		name: 'the end of a test deletes the registration of the published workflow',
		file: `${TRIGGER}/hooks.ts`,
		find: 'else await giveBack(kept, registrar, uuid, liveUrl);',
		replace: 'else await registrar.delete(uuid);',
		tests: listen('gives it back when it ends'),
	},
	{
		name: 'the end of a test deletes the registration of the published workflow after a start of n8n',
		file: `${TRIGGER}/hooks.ts`,
		find: 'if (!published) return await',
		replace: 'if (published?.isCertain !== false) return await',
		tests: listen('right after n8n was started'),
	},
	{
		name: 'the end of a test deletes the registration of a published workflow that n8n can not reach',
		file: `${TRIGGER}/published.ts`,
		find: 'return { url, isCertain: answer.status',
		replace: 'if (answer.status !== 400) return undefined;\n\treturn { url, isCertain: answer.status',
		tests: listen('can not reach its own address'),
	},
	{
		name: 'each test makes another registration where n8n can not reach its own address',
		file: `${TRIGGER}/hooks.ts`,
		find: 'if (!published.isCertain && changed !== undefined)',
		replace: 'if (published.isCertain && changed === testUrl)',
		tests: listen('can not reach its own address'),
	},
	{
		name: 'a test that fails to begin keeps what it took',
		file: `${TRIGGER}/hooks.ts`,
		find: "kept.keep('test', { ...known[0], url });",
		replace: "kept.keep('test', { url });",
		tests: listen('did not get to begin'),
	},
	{
		name: 'the registration of a test passes for that of the published workflow',
		file: `${TRIGGER}/kept.ts`,
		find: 'return this.of(purpose).flatMap(',
		replace: "return [...this.of(purpose), ...this.of('test')].flatMap(",
		tests: listen('adds'),
	},
];
