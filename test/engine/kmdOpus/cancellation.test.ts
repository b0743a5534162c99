import { AS_CARRIED, carried, EMPLOYEES, line, lines, UPDATE, useOpus } from './opus';

const opus = useOpus();

const wanted = EMPLOYEES.flatMap((employeeNumber) => [line({ employeeNumber }), line({ employeeNumber, remark: 'a:2' })]);

/** Fulfilled when so many updates have reached the service. */
async function updatesArrived(count: number): Promise<void> {
	while ((await opus.updates()).length < count);
}

describe('a run cancelled while updates are under way', () => {
	test.each(['acts', 'does not act'])('begins nothing more, and the next run completes it (the service %s)', async (service) => {
		await opus.faultsOnUpdates({ kind: 'timeout', acts: service === 'acts', every: 1 });
		const { status } = await opus.register(wanted, { abortAfter: updatesArrived(2) });
		expect(status).toBe('canceled');
		expect(await opus.updates()).toHaveLength(2);

		await opus.control.faults();
		const outcomes = await opus.outcomes(wanted);
		expect(outcomes.filter((outcome) => outcome === 'unchanged')).toHaveLength(service === 'acts' ? 4 : 0);
		expect(outcomes.filter((outcome) => outcome === 'registered')).toHaveLength(service === 'acts' ? 8 : 12);
		for (const employeeNumber of EMPLOYEES) {
			expect(await opus.payments(employeeNumber)).toHaveLength(2);
			expect(await opus.sums('a:2', employeeNumber)).toEqual({ '2026-10-20 0310 - -': 7.5 });
		}
	});
});

test('a run cancelled between two calls for one employee sends no further call', async () => {
	const many = carried(lines(1001));
	await opus.faultsOnUpdates({ kind: 'timeout', acts: true, nth: 1 });
	expect((await opus.register(many, { ...AS_CARRIED, abortAfter: updatesArrived(1) })).status).toBe('canceled');
	expect((await opus.operations()).filter((operation) => operation === UPDATE)).toHaveLength(1);

	await opus.control.faults();
	await opus.registered(many, AS_CARRIED);
	expect(await opus.payments()).toHaveLength(1001);
});

test('a run in mode Register that is cancelled sends no further call either', async () => {
	const many = carried(lines(1001));
	await opus.faultsOnUpdates({ kind: 'timeout', acts: true, nth: 1 });
	expect((await opus.register(many, { ...AS_CARRIED, mode: 'register', abortAfter: updatesArrived(1) })).status).toBe('canceled');
	expect(await opus.updates()).toHaveLength(1);
});
