import type { IDataObject } from 'n8n-workflow';
import { DateTime } from 'luxon';
import { ledgerProblems } from '../../scripts/demo/chain.ts';
import { capitechToOpus } from '../../scripts/demo/chains/capitechToOpus.ts';
import type { Environment } from '../../scripts/demo/environment.ts';
import { switchOff, switchOn } from '../../scripts/n8n/activation.ts';
import { itemsOf, runWorkflow } from '../../scripts/n8n/execution.ts';
import type { Workflow } from '../../scripts/n8n/home.ts';
import { communication, record, unit } from '../engine/kmdOpus/employeeRecords';
import type { Receiver } from './receiver';

const LIVE = 'capitech-approved-hours-live';
const CHANGES = 'opus-employee-changes';

/** What the templates are seen by: the trigger's items, and the end of a run. */
const BELLS = 'bells';
const RUNS = 'runs';
const RECORDS = 'records';

/** Puts the receiver behind the nodes of a template by which a test sees it at work, and lets names be asked for, with which the CPR number comes. */
export function watchTriggerTemplates(name: string, template: Workflow, receiver: Receiver): void {
	if (name === LIVE) {
		receiver.attach(template, 'Hours Approved', BELLS);
		receiver.attach(template, 'Release the Lease', RUNS);
	}
	if (name === CHANGES) {
		receiver.attach(template, 'Your Directory or Sheet', RECORDS);
		for (const { parameters } of template.nodes) if (Array.isArray(parameters.areas)) parameters.areas.push('personalData');
	}
}

/** The day in Denmark, some days from today. */
const day = (days: number): string => DateTime.now().setZone('Europe/Copenhagen').plus({ days }).toFormat('yyyy-MM-dd');

const row = ({ uid, timeCategoryId }: IDataObject): string => `${uid}:${timeCategoryId}`;

/** As if entered now. */
const entered = (Medarbejdernummer: string, fields: IDataObject = {}): IDataObject => ({ Medarbejdernummer, Registreret: undefined, ...fields });

const CPR = '0107801234';

/** Somebody who works in a unit and has an email address and a name. */
const employed = (number: string, fields: IDataObject = {}): IDataObject[] => {
	const own = entered(number, fields);
	return [
		record('0000', { Aktivitetsart: '81', AktivitetsAarsag: '01', StatusBeskaeftigelse: '3', Ansaettelsesdato: '2020-01-01', ...own }),
		unit('Æblehaven', own),
		record('0002', { 'CPR-nummer': CPR, Efternavn: 'Holm', Fornavn: 'Ida', ...own }),
		communication('0010', 'a@example.org', own),
	];
};

/** The hire ended with a day. */
const left = (number: string, lastDay: string): IDataObject[] => [
	record('0000', { Aktivitetsart: '81', AktivitetsAarsag: '01', StatusBeskaeftigelse: '3', Ansaettelsesdato: '2020-01-01', ...entered(number, { Gyldighedsstop: lastDay }) }),
	record('0000', { Aktivitetsart: '83', AktivitetsAarsag: '01', StatusBeskaeftigelse: '0', Fratraedelsesdato: lastDay, ...entered(number, { Gyldighedsstart: day(0) }) }),
];

/** The hire was annulled. */
const annulled = (number: string): IDataObject[] => [...employed(number).slice(1), record('0000', { Aktivitetsart: '67', AktivitetsAarsag: '01', StatusBeskaeftigelse: '0', ...entered(number) })];

/** The templates that begin with a trigger, active. */
export function describeTriggerTemplates(get: () => Environment, receiver: Receiver, begin: () => Promise<void>): void {
	/** Lets something happen while a template is off, and activates it: it is polled at once. */
	const meanwhile = async (template: string, happens: () => Promise<unknown>) => {
		const { session, templates } = get();
		const { name } = templates[template];
		await switchOff(session, name);
		await happens();
		await switchOn(session, name);
	};

	describe('the template Capitech to KMD Opus, Live', () => {
		beforeAll(begin);

		/** The first of the hours that wait for it are approved, with what else of their registration does. */
		const approve = async () => {
			const { sandbox } = get();
			const { transactions } = await sandbox.control<{ transactions: IDataObject[] }>('GET', '/state/capitech');
			const waiting = transactions.filter(({ clientId, approvedLevelOne, dateOut, qty }) => clientId === 100 && approvedLevelOne !== 1 && dateOut && qty);
			const approved = waiting.filter(({ uid }) => uid === waiting[0].uid).map((entry) => ({ ...entry, approvedLevelOne: 1, approvedLevelOneOn: now(), approvedLevelOneBy: 'trineg' }));
			await sandbox.control('POST', '/world/capitech', { transactions: approved });
			return approved.map(row);
		};
		const now = () => DateTime.now().setZone('Europe/Oslo').toFormat('yyyy-MM-dd HH:mm:ss');

		it('exports what the reference says when hours are approved, once for each time, and its own marks ring no bell', async () => {
			const { session, templates } = get();
			await switchOn(session, templates[LIVE].name);
			for (let time = 0; time < 2; time++) {
				let approved: string[] = [];
				await meanwhile(LIVE, async () => (approved = await approve()));
				const { items } = await receiver.next(BELLS);
				expect((items as IDataObject[]).map(row).sort()).toEqual(approved.sort());
				await receiver.next(RUNS);
				expect(await ledgerProblems(get(), capitechToOpus, `After bell ${time + 1}`)).toEqual([]);
			}
			await switchOff(session, templates[LIVE].name);
			expect([...receiver.left(BELLS), ...receiver.left(RUNS)]).toEqual([]);
		}, 240_000);
	});
	describe('the template KMD Opus Employee Changes', () => {
		beforeAll(begin);

		const put = async (...employeeRecords: IDataObject[]) => await get().sandbox.control('POST', '/world/kmdOpus', { employeeRecords });

		it('gives out one clean record for each employee that changed, without a CPR number', async () => {
			const { session, templates } = get();
			await switchOn(session, templates[CHANGES].name);
			await meanwhile(CHANGES, async () => await put(...employed('90000100'), communication('9021', '20304050', entered('90000100'))));
			const { items } = await receiver.next(RECORDS);
			expect(items).toEqual([
				{
					...{ employeeNumber: '90000100', validFrom: day(0), employed: true, leaveDate: '', deleted: false, replacedBy: '', name: 'Ida Holm' },
					...{ organisationUnit: '10000001', organisationUnitText: 'Æblehaven', position: 'Pædagog', managerEmployeeNumber: '', managerName: '' },
					...{ email: 'a@example.org', workPhone: '', mobile: '20304050', changed: 'activities, organisation, personalData, communication', deletedCommunication: '' },
				},
			]);

			await meanwhile(CHANGES, async () => await put(communication('9021', '', { ...entered('90000100'), Slettet: true }), ...left('90000100', day(-1))));
			const [then] = (await receiver.next(RECORDS)).items;
			expect(then).toMatchObject({ employeeNumber: '90000100', employed: false, leaveDate: day(-1), email: 'a@example.org', mobile: '', changed: 'activities, communication', deletedCommunication: 'mobile' });

			await meanwhile(CHANGES, async () => await put(...employed('90000101'), ...annulled('90000102')));
			const after = (await receiver.next(RECORDS)).items;
			expect(after).toEqual([
				expect.objectContaining({ employeeNumber: '90000101', employed: true, deleted: false }),
				expect.objectContaining({ employeeNumber: '90000102', employed: false, deleted: true }),
			]);
			await switchOff(session, templates[CHANGES].name);
			expect(receiver.left(RECORDS)).toEqual([]);
			expect(JSON.stringify([items, then, after])).not.toContain(CPR);
		}, 120_000);

		it('gives out at night those whose data takes effect, and those who have none any more', async () => {
			const { session, templates } = get();
			await put(...employed('90000110'), ...employed('90000111', { Gyldighedsstart: day(0) }), ...employed('90000112', { Gyldighedsstop: day(-1) }));
			const execution = await runWorkflow(session, templates[CHANGES].name, 'Every Night');
			expect(execution.failures).toEqual([]);
			const records = itemsOf(execution, 'Clean Record').filter(({ employeeNumber }) => String(employeeNumber).startsWith('9000011'));
			expect(records).toEqual([
				expect.objectContaining({ employeeNumber: '90000111', employed: true, organisationUnitText: 'Æblehaven', changed: 'effective today' }),
				expect.objectContaining({ employeeNumber: '90000112', employed: false, organisationUnitText: '', changed: 'effective today' }),
			]);
			await receiver.next(RECORDS);
		}, 120_000);
	});
}
