import type { Mutant } from '../mutant.ts';
import { engine, unit } from '../mutant.ts';

const PAYMENTS = 'nodes/KmdOpus/payments';
const INPUT = 'nodes/KmdOpus/actions/oneTimePayment/register.input.ts';

const planned = unit('kmdOpus/plan');
const closed = unit('kmdOpus/closedPeriods');
const marked = unit('kmdOpus/remark');

/** What Opus is sent, under which number, and what becomes of its answer. */
export const posting: Mutant[] = [
	{
		name: 'what stands is not counted: every run posts the whole line',
		file: `${PAYMENTS}/plan.ts`,
		find: 'const missing = value - [...same].reduce((sum, { total }) => sum + total, 0);',
		replace: 'const missing = value;',
		tests: planned,
	},
	{
		name: 'the revision of a posting is always the first',
		file: `${PAYMENTS}/plan.ts`,
		find: 'writeRemark(line.remark, revision++, mark)',
		replace: 'writeRemark(line.remark, 0, mark)',
		tests: planned,
	},
	{
		name: 'an old posting is taken back with the values of the new one',
		file: `${PAYMENTS}/plan.ts`,
		find: 'const reversal = posting({ ...place, date:',
		replace: 'const reversal = posting({ date:',
		tests: planned,
	},
	{
		name: 'an old posting is not taken back',
		file: `${PAYMENTS}/plan.ts`,
		find: 'postings.push(reversal);',
		replace: '',
		tests: planned,
	},
	{
		name: 'a reversal bears the mark of the new line',
		file: `${PAYMENTS}/plan.ts`,
		find: '[old.measure]: -old.total }, old.hash);',
		replace: '[old.measure]: -old.total }, hashOf(line));',
		tests: closed,
	},
	{
		name: 'a posting is dated in a closed period',
		file: `${PAYMENTS}/wanted.ts`,
		find: "corrections !== 'originalDate' && date <= closedThrough;",
		replace: "corrections !== 'originalDate' && date <= closedThrough && closedThrough === '';",
		tests: closed,
	},
	{
		name: 'the last closed day is open',
		file: `${PAYMENTS}/wanted.ts`,
		find: 'date <= closedThrough;',
		replace: 'date < closedThrough;',
		tests: closed,
	},
	{
		name: 'what stands unchanged in a closed period is moved to the first open day',
		file: `${PAYMENTS}/plan.ts`,
		find: 'isClosed(period, line.date) ? new Set([line.date, ...lines.map(({ date }) => date)]) : [line.date];',
		replace: '[postingDate(period, line.date), ...lines.slice(lines.length).map(({ date }) => date)];',
		tests: closed,
	},
	{
		name: 'what stands under a former number does not count',
		file: `${PAYMENTS}/plan.ts`,
		find: '[line.employeeNumber, ...formerNumbers].some((employeeNumber) => hashOf({ ...line, employeeNumber, date }) === hash)',
		replace: '[line.employeeNumber, ...formerNumbers.slice(formerNumbers.length)].some((employeeNumber) => hashOf({ ...line, employeeNumber, date }) === hash)',
		tests: closed,
	},
	{
		name: 'former numbers are not read',
		file: `${PAYMENTS}/missing.ts`,
		find: 'planLine(wanted, [...now.under(wanted.line), ...former], this.known);',
		replace: 'planLine(wanted, [...now.under(wanted.line), ...former.slice(former.length)], this.known);',
		tests: engine('kmdOpus/formerNumbers'),
	},
	{
		name: 'the check of a posting leaves out the cost object',
		file: `${PAYMENTS}/remark.ts`,
		find: 'serialNumber, costCenter, pspElement, ...(hourlyRate',
		replace: 'serialNumber, ...(hourlyRate',
		tests: marked,
	},
	{
		name: 'the check of a posting leaves out the date',
		file: `${PAYMENTS}/remark.ts`,
		find: 'const parts = [employeeNumber, date, payElement,',
		replace: 'const parts = [employeeNumber, payElement,',
		tests: marked,
	},
	{
		name: 'the OpdateringsID is always the same',
		file: `${PAYMENTS}/updateId.ts`,
		find: 'JSON.stringify(derivedFrom)',
		replace: "JSON.stringify(derivedFrom.length ? 'fixed' : '')",
		tests: marked,
	},
	{
		name: 'the OpdateringsID does not depend on what stands: an equal correction passes for a repeat',
		file: `${PAYMENTS}/batch.ts`,
		find: 'linesOf(entries), entries.map(({ standing }) => [...standing].sort(byObject)), salt);',
		replace: 'linesOf(entries), salt);',
		tests: engine('kmdOpus/updateId'),
	},
	{
		name: 'a validation bears the OpdateringsID of the posting',
		file: `${PAYMENTS}/batch.ts`,
		find: '\t\tconst { client, entries, ledger } = this.batch;\n\t\tconst id = freshUpdateId();',
		replace: '\t\tconst { client, entries, ledger } = this.batch;\n\t\tconst id = this.idFor(entries);',
		tests: engine('kmdOpus/validateMissing'),
	},
	{
		name: 'a validation registers',
		file: `${PAYMENTS}/service.ts`,
		find: "...(options.validateOnly && { Kun_Valider: '1' })",
		replace: "...(options.validateOnly && { Kun_Valider: '0' })",
		tests: engine('kmdOpus/validateMissing'),
	},
	{
		name: 'a request whose answer was lost is sent again',
		file: `${PAYMENTS}/service.ts`,
		find: "options.keyed || options.validateOnly ? 'keyed' : 'never';",
		replace: "options.updateId ? 'keyed' : 'never';",
		tests: engine('kmdOpus/(updateId|lostAnswers)'),
	},
	{
		name: 'what was posted is not read back',
		file: `${PAYMENTS}/batch.ts`,
		find: 'const now = await this.readBack();',
		replace: 'const now = this.lastRead;',
		tests: engine('kmdOpus/registerMissing'),
	},
	{
		name: 'a failure of Opus counts as accepted',
		file: `${PAYMENTS}/answer.ts`,
		find: "return /^(ok|0)$/i.test(status) ? { kind: 'accepted', messages } : unknown(",
		replace: "return status !== 'x' ? { kind: 'accepted', messages } : unknown(",
		tests: unit('kmdOpus/answer'),
	},
	{
		name: 'a locked employee is refused for good',
		file: `${PAYMENTS}/answer.ts`,
		find: "errors.every(({ code }) => code === LOCKED) ? 'later' : 'rejected';",
		replace: "errors.some(({ code }) => code === '-') ? 'later' : 'rejected';",
		tests: unit('kmdOpus/answer'),
	},
	{
		name: 'a message is put down to the line behind the one it names',
		file: `${PAYMENTS}/answer.ts`,
		find: 'sequence: Number(line[1])',
		replace: 'sequence: Number(line[1]) + 1',
		tests: unit('kmdOpus/answer'),
	},
	{
		name: 'hours go to the municipality of the credential, whatever the line says',
		file: 'nodes/KmdOpus/municipality.ts',
		find: 'if (code && code !== own) {',
		replace: 'if (code && code === own && !own) {',
		tests: engine('kmdOpus/inputChecks'),
	},
	{
		name: 'the sender of what stands is compared with its case',
		file: `${PAYMENTS}/remark.ts`,
		find: 'text.trim().toLowerCase();',
		replace: 'text.trim();',
		tests: marked,
	},
	{
		name: 'Opus is sent a third decimal rounded',
		file: `${PAYMENTS}/line.ts`,
		find: "if (/[1-9]/.test(decimals.slice(2))) {",
		replace: "if (/[a-z]/.test(decimals.slice(2))) {",
		tests: unit('kmdOpus/line'),
	},
	{
		name: 'what stands with a decimal comma is read as nothing',
		file: `${PAYMENTS}/line.ts`,
		find: "const text = readText(value).replace(',', '.');\n\tif (text === '') return null;\n\tif (!/^-?\\d+(\\.\\d+)?$/.test(text)) throw unreadable();",
		replace: "const text = readText(value);\n\tif (!/^-?\\d+(\\.\\d+)?$/.test(text)) return null;",
		tests: unit('kmdOpus/line'),
	},
	{
		name: 'two lines under one reference are posted both',
		file: INPUT,
		find: 'if (group.length === 1) continue;',
		replace: 'if (group.length >= 1) continue;',
		tests: engine('kmdOpus/inputChecks'),
	},
	{
		name: "another sender's lines under the same reference count as ours",
		file: `${PAYMENTS}/ledger.ts`,
		find: 'JSON.stringify([foldCase(sender), readRemark(remark).reference]);',
		replace: 'JSON.stringify([sender.slice(sender.length), readRemark(remark).reference]);',
		tests: unit('kmdOpus/statement'),
	},
];
