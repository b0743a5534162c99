import { forgetProcess, post, pushOf, WebhookBench } from './webhookTrigger';

const lina = new WebhookBench();

describe.each(['replaces', 'adds'])('listening for a test event, where a second registration %s', (secondRegistration) => {
	beforeEach(async () => await lina.control.switches({ 'lina.secondRegistration': secondRegistration }));

	test('registers the test URL, shows one push, and deletes the registration', async () => {
		const workflow = await lina.workflow();
		await workflow.listen();
		expect(await lina.urls()).toEqual([workflow.testUrl]);
		expect(await lina.consent()).toMatchObject([{ status: 200 }]);
		expect(workflow.started).toMatchObject([{ mode: 'manual', items: [{ json: { event: 'consentGiven' } }] }]);
		expect(await lina.webhooks()).toEqual([]);
		expect(workflow.staticData).toEqual({});
	});

	test('takes the registration of the published workflow, and gives it back when it ends', async () => {
		const workflow = await lina.active();
		const before = await lina.webhooks();
		await workflow.listen();
		expect(await lina.webhooks()).toEqual([{ ...before[0], url: workflow.testUrl }]);
		expect(await lina.consent()).toMatchObject([{ status: 200 }]);
		expect(await lina.webhooks()).toEqual(before);

		await lina.consent(false);
		expect(workflow.started.map(({ mode, items }) => [mode, items[0].json.event])).toEqual([
			['manual', 'consentGiven'],
			['webhook', 'consentWithdrawn'],
		]);
	});

	test('and stopping without an event gives it back, too, as often as one listens', async () => {
		const workflow = await lina.active();
		const before = await lina.webhooks();
		for (let time = 0; time < 3; time++) {
			await workflow.listen();
			await workflow.stopListening();
		}
		expect(await lina.webhooks()).toEqual(before);
	});

	test('right after n8n was started gives it back, too: the published workflow is asked for it', async () => {
		const workflow = await lina.active();
		const before = await lina.webhooks();
		for (const given of [true, false]) {
			await forgetProcess();
			await workflow.listen();
			if (given) await lina.consent();
			else await workflow.stopListening();
			expect(await lina.webhooks()).toEqual(before);
		}
		await forgetProcess();
		await lina.consent(false);
		expect(workflow.started.at(-1)).toMatchObject({ mode: 'webhook', items: [{ json: { event: 'consentWithdrawn' } }] });
	});

	test('and where n8n can not reach its own address gives it back, too: what may be live is not deleted, and not piled up', async () => {
		const workflow = await lina.active();
		const before = await lina.webhooks();
		for (const gateway of [502, 403]) {
			await forgetProcess();
			workflow.gateway = gateway;
			for (let time = 0; time < 2; time++) {
				await workflow.listen();
				await workflow.stopListening();
			}
			expect((await lina.webhooks()).filter(({ uuid }) => uuid === before[0].uuid)).toEqual(before);
			expect(await lina.urls()).not.toContain(workflow.testUrl);
		}
		expect((await lina.webhooks()).length).toBeLessThanOrEqual(secondRegistration === 'adds' ? 3 : 1);
		workflow.gateway = undefined;
		await workflow.deactivate();
		await workflow.activate();
		await lina.consent();
		expect(workflow.started).toMatchObject([{ mode: 'webhook' }]);
	});

	test('again while one listens already ends as it began', async () => {
		const workflow = await lina.active();
		const before = await lina.webhooks();
		await workflow.listen();
		await workflow.listen();
		await workflow.stopListening();
		expect(await lina.webhooks()).toEqual(before);
	});

	test('leaves alone what was published meanwhile', async () => {
		const workflow = await lina.workflow();
		await workflow.listen();
		await workflow.activate();
		expect(await lina.urls()).toContain(workflow.url);
		await workflow.stopListening();
		expect(await lina.urls()).toEqual([workflow.url]);
		expect(await lina.consent()).toMatchObject([{ status: 200 }]);
	});

	test('makes nothing anew of what was deactivated meanwhile', async () => {
		const workflow = await lina.active();
		await workflow.listen();
		await workflow.deactivate();
		await workflow.stopListening();
		expect(await lina.webhooks()).toEqual([]);
	});

	test('gives back what it took although it did not get to begin', async () => {
		const workflow = await lina.active();
		const before = await lina.webhooks();
		await lina.control.faults({ service: 'lina', operation: 'registerWebhook', kind: 'reset-after', times: 2 });
		await expect(workflow.listen()).rejects.toThrow();
		expect(await lina.webhooks()).toEqual(before);
	});

	test('deletes nothing of the published workflow where it did not get to begin', async () => {
		const workflow = await lina.active();
		const before = await lina.webhooks();
		await lina.control.faults({ service: 'lina', operation: 'registerWebhook', kind: 'status', status: 403, times: 1 });
		await expect(workflow.listen()).rejects.toThrow();
		expect(await lina.webhooks()).toEqual(before);
	});

	test('tells when LINA does not know the registration any more that it took', async () => {
		const workflow = await lina.active();
		await workflow.listen();
		await lina.control.remove('lina', { webhooks: (await lina.webhooks()).map(({ uuid }) => ({ uuid })) });
		await expect(workflow.stopListening()).rejects.toThrow('LINA does not know the registration of the published workflow any more');
		await workflow.activate();
		expect(await lina.urls()).toEqual([workflow.url]);
	});

	test('what could not be given back is put right by the next activation', async () => {
		const workflow = await lina.active({ whenDeactivated: 'keep' });
		const before = await lina.webhooks();
		await workflow.listen();
		await lina.control.faults({ service: 'lina', operation: 'registerWebhook', kind: 'status', status: 503, times: 10 });
		await expect(workflow.stopListening()).rejects.toThrow();
		expect(await lina.urls()).toEqual([workflow.testUrl]);
		await lina.control.faults();
		await workflow.activate();
		expect(await lina.webhooks()).toEqual(before);
	});
});

test('a push that came since n8n was started again is enough for it to know the registration of the published workflow', async () => {
	const workflow = await lina.active();
	const before = await lina.webhooks();
	await forgetProcess();
	await lina.consent();
	await workflow.listen();
	await workflow.stopListening();
	expect(await lina.webhooks()).toEqual(before);
});

test('a test takes a push of the registration it was lent, and n8n answers nobody once it has ended', async () => {
	const workflow = await lina.active();
	const [{ uuid }] = await lina.webhooks();
	await workflow.listen();
	expect(await post(workflow.testUrl, pushOf(uuid))).toMatchObject({ status: 200 });
	expect(await post(workflow.testUrl, pushOf(uuid))).toMatchObject({ status: 404 });
});
