import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Template {
	id: string;
	active: boolean;
	pinData: object;
	settings: Record<string, unknown>;
	nodes: Array<{ name: string; type: string; webhookId?: string; parameters: Record<string, unknown>; credentials?: Record<string, object> }>;
}

const FOLDER = join(__dirname, '../../workflows');
const files = readdirSync(FOLDER).filter((name) => name.endsWith('.json'));

describe.each(files)('the template %s', (file) => {
	const { id, active, pinData, settings, nodes } = JSON.parse(readFileSync(join(FOLDER, file), 'utf8')) as Template;

	test('keeps nothing of what passes through it in n8n', () => {
		expect(settings).toMatchObject({ saveDataErrorExecution: 'none', saveDataSuccessExecution: 'none', saveManualExecutions: false, saveExecutionProgress: false });
		expect(pinData).toEqual({});
	});

	test('is handed on switched off, with names of credentials alone', () => {
		expect(active).toBe(false);
		const credentials = nodes.flatMap(({ credentials: own = {} }) => Object.values(own));
		expect(credentials.length).toBeGreaterThan(0);
		expect(credentials.filter((credential) => Object.keys(credential).join() !== 'name')).toEqual([]);
	});

	test('is reached under the URLs that its triggers give, though the command line imports it: n8n does not find a name that a URL escapes', () => {
		const reached = nodes.filter(({ type }) => /(^n8n-nodes-nordic-workforce\.(linaTrigger|starJobagentTrigger)|\.webhook|\.formTrigger)$/.test(type));
		expect(reached.filter(({ name, webhookId }) => webhookId === undefined && encodeURIComponent(name) !== name)).toEqual([]);
	});

	test('has an id of at most 21 characters: for a longer one n8n forgets what its triggers remember', () => {
		expect(id).toMatch(/^[A-Za-z0-9]{1,21}$/);
	});

	test('has doors that are known to ask who comes: our own triggers do by their credential', () => {
		const doors = nodes.filter(({ type }) => /trigger$/i.test(type)).map(({ type }) => type.split('.')[1]);
		const known = ['capitechTrigger', 'errorTrigger', 'executeWorkflowTrigger', 'formTrigger', 'kmdOpusTrigger', 'linaPollTrigger', 'linaTrigger', 'manualTrigger', 'scheduleTrigger', 'starAkasseTrigger', 'starJobagentTrigger'];
		expect(doors.filter((door) => !known.includes(door))).toEqual([]);
	});

	test('lets nobody start it from outside who does not sign in, and has persons in bodies only', () => {
		const doors = nodes.filter(({ type }) => ['n8n-nodes-base.webhook', 'n8n-nodes-base.formTrigger'].includes(type));
		for (const { type, parameters, credentials = {} } of doors) {
			const isForm = type.endsWith('formTrigger');
			expect(parameters).toMatchObject({ authentication: isForm ? 'basicAuth' : 'headerAuth', path: expect.stringMatching(/^[a-z-]+$/) });
			expect(Object.keys(credentials)).toEqual([isForm ? 'httpBasicAuth' : 'httpHeaderAuth']);
			if (!isForm) expect(parameters).toMatchObject({ httpMethod: 'POST' });
		}
	});

	test('is made of our nodes and of n8n’s own, without a Code node', () => {
		expect(nodes.filter(({ type }) => !/^(n8n-nodes-base|n8n-nodes-nordic-workforce)\./.test(type) || type === 'n8n-nodes-base.code')).toEqual([]);
	});
});
