import { inTurn, median, ratioOf } from '../measure/rounds.ts';
import type { NodeWork } from '../sides/engine.ts';
import { expectTally } from '../support/expectTally.ts';
import type { Recorded, Scene, Stage } from '../support/scene.ts';
import { inScene } from '../support/scene.ts';
import type { Row } from '../support/table.ts';
import { milliseconds, times, whole } from '../support/table.ts';

const SHAPES = [
	{ employees: 1, lines: 999 },
	{ employees: 200, lines: 10 },
];

type Shape = (typeof SHAPES)[number];

const ROUNDS = 5;

/** As many employees as the node serves at once. */
const CONCURRENCY = 2;

const UPDATE = 'update-onetime-payments';

const employeeNumbers = ({ employees }: Shape): string[] => Array.from({ length: employees }, (_, at) => String(70_001 + at));

/** Payroll lines as Payroll Line: Prepare gives them. */
const payrollLines = (shape: Shape) =>
	employeeNumbers(shape).flatMap((employeeNumber) =>
		Array.from({ length: shape.lines }, (_, at) => ({
			payrollLine: {
				employeeNumber,
				date: '2026-10-20',
				payElement: '0310',
				serialNumber: 1,
				quantity: 7.5,
				costCenter: '1010100001',
				pspElement: '',
				sender: 'Capitech',
				reference: `2s:${at.toString(36)}:a`,
			},
		})),
	);

const registerMissing = (shape: Shape): NodeWork => ({
	type: 'kmdOpus',
	parameters: { resource: 'oneTimePayment', operation: 'register', mode: 'registerMissing', lines: 'payrollLine' },
	items: payrollLines(shape),
});

/** The requests of each employee, in their order. */
function byEmployee(requests: Recorded[]): Recorded[][] {
	const employeeOf = ({ body }: Recorded): string => JSON.parse(body).Medarbejder.Medarbejdernummer;
	return [...Map.groupBy(requests, employeeOf).values()];
}

function callsPerEmployee(requests: Recorded[], { employees }: Shape): string {
	const updates = requests.filter(({ operation }) => operation === UPDATE).length;
	const each = (count: number) => (count / employees).toLocaleString('en-US', { maximumFractionDigits: 2 });
	return `calls an employee: ${each(requests.length)} (reads ${each(requests.length - updates)}, updates ${each(updates)})`;
}

async function compare({ sandbox, engine, bare, reset, recording }: Scene, shape: Shape): Promise<Row[]> {
	const work = registerMissing(shape);
	const count = shape.employees * shape.lines;
	const clear = async () => {
		await reset();
		const employments = employeeNumbers(shape).map((Medarbejdernummer) => ({ Medarbejdernummer }));
		await sandbox.control('POST', '/world/kmdOpus', { employments });
	};
	const node = async (outcome: string) => {
		const { seconds, value } = await engine.call('runNode', work);
		expectTally(value, outcome, count);
		return seconds;
	};
	const replay = async (requests: Recorded[], keepAlive: boolean) => {
		const { seconds } = await bare.call('replay', { sequences: byEmployee(requests), concurrency: CONCURRENCY, keepAlive });
		return seconds;
	};

	await clear();
	const { requests: first } = await recording(async () => await node('registered'));
	const { requests: repeat } = await recording(async () => await node('unchanged'));
	const seconds = await inTurn(ROUNDS, {
		nodeFirst: async () => (await clear(), await node('registered')),
		nodeRepeat: async () => await node('unchanged'),
		bareRepeat: async () => await replay(repeat, true),
		bareFirst: async () => (await clear(), await replay(first, true)),
		unkeptRepeat: async () => await replay(repeat, false),
		unkeptFirst: async () => (await clear(), await replay(first, false)),
	});
	const row = (run: 'First' | 'Repeat', requests: Recorded[]): Row => ({
		what: `KMD Opus: Register Missing, ${run === 'First' ? 'first run' : 'repeat'}`,
		size: `${shape.employees} × ${shape.lines} lines`,
		node: milliseconds(median(seconds[`node${run}`])),
		plain: milliseconds(median(seconds[`bare${run}`])),
		ratio: times(ratioOf(seconds[`node${run}`], seconds[`bare${run}`])),
		beside: `${times(ratioOf(seconds[`node${run}`], seconds[`unkept${run}`]))} the same calls with a connection each; ${callsPerEmployee(requests, shape)}`,
	});
	return [row('First', first), row('Repeat', repeat)];
}

/** Registers what is missing, in an empty ledger and again, against the same reads and updates. */
export async function measureRegisterMissing(stage: Stage): Promise<Row[]> {
	const rows: Row[] = [];
	for (const shape of SHAPES) {
		stage.log(`KMD Opus: Register Missing, ${whole(shape.employees)} × ${shape.lines} lines, ${ROUNDS} rounds`);
		rows.push(...(await inScene(stage, 'kmdOpus', { seed: 7, people: 40, days: 20 }, async (scene) => await compare(scene, shape))));
	}
	return rows;
}
