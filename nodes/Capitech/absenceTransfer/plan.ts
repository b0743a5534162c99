import type { DateWindow } from '../../kit/dateWindows';
import { badInput } from '../../kit/failure';
import { groupBy } from '../../kit/gather';
import { employeeKey } from '../payroll/items';
import type { Absence } from './days';
import { agreesWithin, goneAtOnce, isWithin, touches } from './gone';
import type { Ledger } from './match';
import { matchExactly } from './match';
import type { Material, Remembered } from './material';
import type { Memory } from './memory';
import type { OpusAbsence } from './record';
import { absenceKeyOf, encodeOrigin, overlaps } from './record';
import type { TransferFirm, TransferSettings } from './settings';
import type { Step, StepName, Wanted } from './step';
import { stepOf, stepOfRow } from './step';
import type { Verdict } from './verdict';
import { judge } from './verdict';
import type { NewRow } from './writes';
import { stepsFor } from './writes';

/** What was read, and when. */
export interface Scope {
	/** The period that was read of every firm in the settings. */
	window: DateWindow;
	/** `yyyy-MM-dd` */
	today: string;
	/** Whether many absences may go at once. */
	allowManyDeletions: boolean;
}

/** The absences as they are judged, and the rows of the memory by what may be done to them. */
interface Judged {
	/** By employment. */
	wanted: Map<string, Wanted[]>;
	rows: Remembered[];
	kept: Remembered[];
	steps: Step[];
}

const ORDER: readonly StepName[] = ['delete', 'update', 'create', 'unchanged', 'later', 'skipped', 'human'];

function firmOf(firms: TransferSettings, { clientId }: Absence): TransferFirm {
	const firm = firms.get(clientId);
	if (!firm) throw badInput('firms', `has no entry for clientId ${clientId}, whose absences are in the input`, 'Add the firm to the settings, or fetch its absences no more.');
	return firm;
}

/** What tells one employment from another: numbers repeat from municipality to municipality. */
const employmentKey = ({ municipalityCode }: TransferFirm, { employeeNumber }: OpusAbsence): string => `${municipalityCode} ${employeeNumber}`;

/** Two absences of one type on the same days would be one record in the payroll system. */
function clash(accepted: Judged['wanted'], wanted: Wanted[]): Wanted | undefined {
	const [other] = wanted.flatMap(({ employment, record }) =>
		(accepted.get(employment) ?? []).filter((one) => one.record.type === record.type && overlaps(one.record, record)),
	);
	return other;
}

/** Adds what a verdict means to what was judged before. */
function apply(judged: Judged, absence: Absence, verdict: Verdict, rows: Remembered[], { window, firm }: { window: DateWindow; firm: TransferFirm }): void {
	const hold = (name: StepName, reason: string | null) => {
		judged.kept.push(...rows);
		judged.steps.push({ ...stepOf(name, absence, reason), memory: rows[0]?.memory });
	};
	if (rows.some(({ memory }) => memory.state === 'human')) return hold('human', 'It is set aside in the memory');
	if (verdict.kind === 'human' || verdict.kind === 'later') return hold(verdict.kind, verdict.reason);
	if (verdict.kind === 'beyond') {
		return agreesWithin(rows, verdict.records, window) ? hold('unchanged', null) : hold('human', `${verdict.reason}: read a longer period`);
	}
	const wanted = verdict.records.map((record): Wanted => ({ absence, record, employment: employmentKey(firm, record) }));
	const other = clash(judged.wanted, wanted);
	if (other) return hold('human', `It overlaps absence ${other.absence.absenceId}, which becomes the same type`);
	for (const one of wanted) judged.wanted.set(one.employment, [...(judged.wanted.get(one.employment) ?? []), one]);
	judged.rows.push(...rows);
	if (!verdict.records.length && !rows.length) judged.steps.push(stepOf('skipped', absence, verdict.reason));
}

/** Rows whose absence did not come: it is gone if all its days were read. */
function applyAbsent(judged: Judged, rows: Remembered[], window: DateWindow): void {
	for (const row of rows) {
		const isHeld = row.memory.state === 'human';
		if (!isHeld && isWithin(row, window)) {
			judged.rows.push(row);
			continue;
		}
		judged.kept.push(row);
		if (touches(row, window)) judged.steps.push(stepOfRow('human', row, isHeld ? 'It is set aside in the memory' : 'It is gone, but reaches beyond the period that was read'));
	}
}

function judgeAll({ absences, employees, memory }: Material, firms: TransferSettings, { window, today }: Scope): Judged {
	const active = memory.filter(({ memory: { state, origin } }) => state !== 'gone' && firms.has(origin.clientId));
	const rowsOf = groupBy(active, ({ memory: { origin } }) => absenceKeyOf(origin));
	const judged: Judged = { wanted: new Map(), rows: [], kept: [], steps: [] };
	const known = (absence: Absence) => rowsOf.get(absenceKeyOf(absence)) ?? [];
	const inOrder = [...absences].sort((one, other) => Number(known(other).length > 0) - Number(known(one).length > 0) || one.absenceId - other.absenceId);
	for (const absence of inOrder) {
		const employeeId = absence.days[0]?.employeeId ?? null;
		const employee = employees.get(employeeKey({ clientId: absence.clientId, employeeId }));
		const firm = firmOf(firms, absence);
		const verdict = judge(absence, { firm, employee, window, today, isKnown: known(absence).length > 0 });
		apply(judged, absence, verdict, known(absence), { window, firm });
	}
	const present = new Set(absences.map(absenceKeyOf));
	applyAbsent(judged, active.filter(({ memory: { origin } }) => !present.has(absenceKeyOf(origin))), window);
	return judged;
}

/** One ledger for each employment. */
function ledgersOf({ wanted, rows, kept }: Judged, firms: TransferSettings): Ledger[] {
	const keyOf = ({ memory: { origin, record } }: Remembered) => employmentKey(firms.get(origin.clientId) as TransferFirm, record);
	const [rowsBy, keptBy] = [groupBy(rows, keyOf), groupBy(kept, keyOf)];
	const employments = new Set([...wanted.keys(), ...rowsBy.keys(), ...keptBy.keys()]);
	return [...employments].map((key) => ({ wanted: wanted.get(key) ?? [], rows: rowsBy.get(key) ?? [], kept: keptBy.get(key) ?? [] }));
}

/** Gives new records their references: the first part of their absence that is not in use. */
function rowMaker(memory: Remembered[]): NewRow {
	const known = new Map(memory.map((row) => [row.memory.reference, row.memory]));
	const used = new Set([...known.values()].filter(({ state }) => state !== 'gone').map(({ reference }) => reference));
	return ({ absence: { clientId, absenceId }, record }): Memory => {
		let part = 1;
		while (used.has(encodeOrigin({ clientId, absenceId, part }))) part++;
		const origin = { clientId, absenceId, part };
		const reference = encodeOrigin(origin);
		used.add(reference);
		return { reference, origin, revision: (known.get(reference)?.revision ?? 0) + 1, attempt: 1, state: 'pending', step: 'create', record, original: null };
	};
}

/**
 * Plans what is to be written so that the payroll system holds the absences of Capitech: one step for each record, and one for each absence that is not transferred.
 * What is remembered says what stands; nothing is concluded from what was not read. Pure.
 * @returns writes first: what is deleted, changed, created; then the others
 */
export function planTransfer(material: Material, firms: TransferSettings, scope: Scope): Step[] {
	const judged = judgeAll(material, firms, scope);
	const present = new Map(material.absences.map((absence) => [absenceKeyOf(absence), absence]));
	const absenceOf = ({ memory }: Remembered) => present.get(absenceKeyOf(memory.origin));
	const matched = ledgersOf(judged, firms).map(matchExactly);

	const isGone = (row: Remembered) => absenceOf(row)?.isDeleted ?? true;
	const gone = matched.flatMap(({ left }) => left.rows.filter(isGone));
	/* By firm: each was read by itself. */
	const held = new Map<number, string | undefined>();
	for (const id of scope.allowManyDeletions ? [] : firms.keys()) {
		const own = (rows: Remembered[]) => rows.filter(({ memory }) => memory.origin.clientId === id);
		held.set(id, goneAtOnce(own(judged.rows), own(gone)));
	}
	const heldBy = ({ memory }: Remembered) => held.get(memory.origin.clientId);
	const newRow = rowMaker(material.memory);
	const steps = matched.flatMap(({ matches, left }) => {
		const stays = (row: Remembered) => heldBy(row) !== undefined && isGone(row);
		const kept = left.rows.filter(stays);
		const open = { wanted: left.wanted, rows: left.rows.filter((row) => !stays(row)), kept: [...left.kept, ...kept] };
		return [...stepsFor(matches, open, newRow, absenceOf), ...kept.map((row) => stepOfRow('human', row, heldBy(row) ?? null, absenceOf(row)))];
	});
	const all = [...judged.steps, ...steps];
	return ORDER.flatMap((name) => all.filter((step) => step.name === name));
}
