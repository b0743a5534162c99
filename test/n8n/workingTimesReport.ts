import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DateTime } from 'luxon';
import type { Environment } from '../../scripts/demo/environment.ts';
import { switchOff, switchOn } from '../../scripts/n8n/activation.ts';
import { itemsOf, runWorkflow } from '../../scripts/n8n/execution.ts';
import type { Workflow } from '../../scripts/n8n/home.ts';
import type { Receiver } from './receiver';

type Shift = { shiftId?: number; userUuid: string; businessDate: string; bereich: number; von: number; bis: number; von2: number; bis2: number; pause: number; tage: number };
type User = { userUuid: string; hourlyWage: number };
type LinaState = { shifts: Shift[]; users: User[] };

const TEMPLATE = 'lina-working-times-report';
const PREFIX = 'lina-working-times';
const DAYS_DONE = 'days of the report';
const FILES_EMPTIED = 'emptied files of the report';

/** What the employer pays on every euro of wage, in the sandbox. */
const EMPLOYER_FACTOR = 1.21;
const MINIMUM = 3;
const SICK = 91;

const HEAD = 'businessDate;area;state;rows;workedHours;nightEarlyHours;nightLateHours;sundayHours;holidayHours;grossWage;employerCost;absenceDays';
const DAY_HEAD = 'businessDate;state;areaNumbers;suppressedAreas;suppressedRows';

/** Lets the template write to the folder that n8n may write to, and says when a day is written. */
export function watchWorkingTimesReport(name: string, template: Workflow, { receiver, files }: { receiver: Receiver; files: string }): void {
	if (name !== TEMPLATE) return;
	const { assignments } = template.nodes.find((node) => node.name === 'Settings')!.parameters.assignments as { assignments: Array<{ name: string; value: unknown }> };
	assignments.find((setting) => setting.name === 'folder')!.value = files;
	receiver.attach(template, 'Days', DAYS_DONE);
	receiver.attach(template, 'Write It Without Figures', FILES_EMPTIED);
}

/** Two Wednesdays, long before the world begins: nobody has worked on them yet, and nothing is paid extra at noon. */
const [DAY, OTHER_DAY] = [7, 8].map((weeks) => DateTime.now().setZone('Europe/Berlin').minus({ weeks }).startOf('week').plus({ days: 2 }).toFormat('yyyy-MM-dd'));

const cents = (amount: number): number => Math.round(amount * 100) / 100;
const german = (amount: number): string => String(cents(amount)).replace('.', ',');
const sum = (numbers: number[]): number => numbers.reduce((total, number) => total + number, 0);

/** The files that a day should have, by the shifts that the sandbox holds of it: `minimumRows` as shipped, no absences. */
function expectedOf(businessDate: string, { shifts, users }: LinaState): Record<string, string> {
	const worked = shifts.filter((shift) => shift.businessDate === businessDate && shift.tage === 0);
	const areas = [...Map.groupBy(worked, ({ bereich }) => bereich)].sort(([one], [other]) => one - other);
	const given = areas.filter(([, rows]) => rows.length >= MINIMUM);
	const figures = ({ userUuid, von, bis, von2, bis2, pause }: Shift) => {
		const hours = cents((bis - von + bis2 - von2) / 3600 - pause / 60);
		const gross = cents(hours * users.find((user) => user.userUuid === userUuid)!.hourlyWage);
		return { hours, gross, cost: cents(gross * EMPLOYER_FACTOR) };
	};
	const files = given.map(([area, rows]) => {
		const all = rows.map(figures);
		const [hours, gross, cost] = (['hours', 'gross', 'cost'] as const).map((name) => german(sum(all.map((of) => of[name]))));
		return [`${PREFIX}-${businessDate}-area-${area}.csv`, `${HEAD}\r\n${businessDate};${area};figures;${rows.length};${hours};0;0;0;0;${gross};${cost};\r\n`];
	});
	const few = areas.length - given.length;
	const fewRows = worked.length - sum(given.map(([, rows]) => rows.length));
	const state = shifts.some((shift) => shift.businessDate === businessDate) ? 'worked' : 'deleted';
	const day = `${DAY_HEAD}\r\n${businessDate};${state};${given.map(([area]) => area).join(' ')};${few};${fewRows}\r\n`;
	return Object.fromEntries([...files, [`${PREFIX}-${businessDate}.csv`, day]]);
}

/** What is left of a file whose area has no figures any more. */
const emptied = (businessDate: string, area: number) => ({ [`${PREFIX}-${businessDate}-area-${area}.csv`]: `${HEAD}\r\n${businessDate};${area};none;;;;;;;;;\r\n` });

/** The report by area in a real n8n: from changes in LINA to files on the disk. */
export function describeWorkingTimesReport(get: () => Environment, receiver: Receiver, begin: () => Promise<void>): void {
	const state = async () => await get().sandbox.control<LinaState>('GET', '/state/lina');

	const written = async (): Promise<Record<string, string>> => {
		const { files } = get();
		const names = (await readdir(files)).filter((name) => name.startsWith(PREFIX));
		return Object.fromEntries(await Promise.all(names.map(async (name) => [name, await readFile(join(files, name), 'utf8')] as const)));
	};

	/** Shifts of so many hours from 10 o'clock on, each of another user. */
	const shiftsOf = async (businessDate: string, bereich: number, ...hours: number[]): Promise<Shift[]> => {
		const { users } = await state();
		const von = DateTime.fromISO(`${businessDate}T10:00`, { zone: 'Europe/Berlin' }).toSeconds();
		return hours.map((count, at) => ({ userUuid: users[at].userUuid, businessDate, bereich, von, bis: von + count * 3600, von2: 0, bis2: 0, pause: 30, tage: 0 }));
	};

	const put = async (...shifts: Shift[]) => {
		for (const shift of shifts) await get().sandbox.control('POST', '/world/lina', { shifts: [shift] });
	};

	const remove = async (which: (shift: Shift) => boolean) => await get().sandbox.control('DELETE', '/world/lina', { shifts: (await state()).shifts.filter(which) });

	/** Something happens while the template is off; it is polled when it is switched on, and writes so many days. */
	const report = async (days: number, happens: () => Promise<unknown>) => {
		const { session, templates } = get();
		await switchOff(session, templates[TEMPLATE].name);
		await happens();
		await switchOn(session, templates[TEMPLATE].name);
		expect((await receiver.next(DAYS_DONE)).items).toHaveLength(days);
	};

	describe('the template LINA Working Times Report', () => {
		beforeAll(async () => {
			await begin();
			await switchOn(get().session, get().templates[TEMPLATE].name);
		}, 60_000);

		afterAll(async () => await switchOff(get().session, get().templates[TEMPLATE].name));

		it('writes a file for each day and area, and none for areas with few rows nor for absences', async () => {
			const away = (await shiftsOf(DAY, SICK, 0, 0, 0)).map((shift) => ({ ...shift, von: 0, bis: 0, pause: 0, tage: 1 }));
			await report(2, async () =>
				await put(...(await shiftsOf(DAY, 1, 4, 5.25, 6)), ...(await shiftsOf(DAY, 2, 3, 3)), ...(await shiftsOf(DAY, 3, 2, 3, 4.5, 1)), ...(await shiftsOf(OTHER_DAY, 1, 8, 8, 8)), ...away),
			);
			const files = await written();
			expect(files).toEqual({ ...expectedOf(DAY, await state()), ...expectedOf(OTHER_DAY, await state()) });
			expect(Object.keys(files).sort()).toEqual([`${DAY}-area-1`, `${DAY}-area-3`, DAY, `${OTHER_DAY}-area-1`, OTHER_DAY].map((name) => `${PREFIX}-${name}.csv`).sort());
		}, 120_000);

		it('replaces the files of a corrected day, and takes the figures of an area that has few rows now', async () => {
			await report(1, async () => {
				const [third] = (await state()).shifts.filter(({ businessDate, bereich }) => businessDate === DAY && bereich === 1).slice(-1);
				await remove(({ shiftId }) => shiftId === third.shiftId);
				await put(...(await shiftsOf(DAY, 2, 0, 0, 7)).slice(2));
			});
			expect((await receiver.next(FILES_EMPTIED)).items).toHaveLength(1);
			expect(await written()).toEqual({ ...expectedOf(OTHER_DAY, await state()), ...expectedOf(DAY, await state()), ...emptied(DAY, 1) });
		}, 120_000);

		it('tells of a day without shifts that it has none', async () => {
			await report(1, async () => await remove(({ businessDate }) => businessDate === OTHER_DAY));
			await receiver.next(FILES_EMPTIED);
			const files = await written();
			expect(files[`${PREFIX}-${OTHER_DAY}.csv`]).toBe(`${DAY_HEAD}\r\n${OTHER_DAY};deleted;;0;0\r\n`);
			expect(files).toMatchObject(emptied(OTHER_DAY, 1));
		}, 120_000);

		it('writes the same files once more in a run by hand, adds none to these days, and leaves no execution behind', async () => {
			const { session, templates } = get();
			const before = await written();
			const execution = await runWorkflow(session, templates[TEMPLATE].name, 'Run by Hand');
			expect(execution.failures).toEqual([]);
			expect(itemsOf(execution, 'Days').length).toBeGreaterThanOrEqual(2);
			const after = await written();
			const ofTheseDays = Object.entries(after).filter(([name]) => name.includes(DAY) || name.includes(OTHER_DAY));
			expect(Object.fromEntries(ofTheseDays)).toEqual(before);
			const { results } = await session.get<{ results: unknown[] }>(`/rest/executions?filter=${encodeURIComponent(JSON.stringify({ workflowId: (await session.workflow(templates[TEMPLATE].name)).id }))}`);
			expect(results).toEqual([]);
		}, 120_000);
	});
}
