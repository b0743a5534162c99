import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import { badInput, Failure } from '../../../kit/failure';
import type { Read } from '../../../kit/gather';
import { groupBy } from '../../../kit/gather';
import type { InputItem, Settled } from '../../../kit/operation';
import { checkMunicipality } from '../../municipality';
import type { LineFields, PaymentLine } from '../../payments/line';
import { readLine } from '../../payments/line';
import { foldCase, hashOf, writeRemark } from '../../payments/remark';
import type { Wanted, WantedFields } from '../../payments/wanted';
import { readWanted } from '../../payments/wanted';

export type Mode = 'register' | 'registerMissing' | 'validateMissing' | 'validateOnly';

/** Whether a mode reads what stands and sends only what is missing. */
export const comparesWithStanding = (mode: Mode): boolean => mode === 'registerMissing' || mode === 'validateMissing';

/** What the items of a run are read by. */
export interface ReadSettings {
	mode: Mode;
	maxRemark: number;
	/** The municipality of the credential. */
	municipalityCode: string;
}

/** The remark that a first posting would get; later ones are as long, up to 36 revisions. */
const asPosted = (line: PaymentLine, mode: Mode): string => (comparesWithStanding(mode) ? writeRemark(line.remark, 0, hashOf(line)) : line.remark);

/** What the comparison needs beyond a line that can be sent. */
function checkComparable(line: PaymentLine, mode: Mode): void {
	if (!comparesWithStanding(mode)) return;
	const advice = 'The lines that stand are found by their sender and reference.';
	if (!line.sender) throw badInput('Sender', 'is empty', advice);
	if (!line.remark) throw badInput('Reference', 'is empty', advice);
	if (line.quantity !== null && line.amount !== null) {
		throw badInput('Quantity', "and 'Amount' are both given", 'One of them is compared with what stands: make it two lines with a reference each, or use the mode Register.');
	}
	if (line.remark.includes('#')) throw badInput('Reference', 'contains a #', 'What follows the # is added by this node: give the part before it.');
}

type ItemFields = LineFields & WantedFields & { municipalityCode?: unknown };

/** The line of an item: from the node's fields, or as the item carries it. */
function fieldsOf(context: IExecuteFunctions, { index, item }: InputItem): ItemFields {
	if (context.getNodeParameter('lines', 0) === 'payrollLine') {
		const { payrollLine } = item.json;
		if (typeof payrollLine !== 'object' || payrollLine === null) {
			throw badInput('Lines', "needs a 'payrollLine' in the item", "Pass the lines that Capitech's Payroll Line: Prepare gave out, or use the fields of this node.");
		}
		const line = payrollLine as IDataObject;
		return { ...(line as unknown as ItemFields), remark: line.reference };
	}
	const parameter = (name: string) => context.getNodeParameter(name, index, '') as unknown;
	const { costCenter, pspElement, hourlyRate } = context.getNodeParameter('additionalFields', index, {});
	const { closedThrough, corrections, formerNumbers } = context.getNodeParameter('options', index, {});
	return {
		employeeNumber: parameter('employeeNumber'),
		date: parameter('date'),
		payElement: parameter('payElement'),
		serialNumber: parameter('serialNumber'),
		quantity: parameter('quantity'),
		amount: parameter('amount'),
		sender: parameter('sender'),
		remark: parameter('remark'),
		costCenter,
		pspElement,
		hourlyRate,
		closedThrough,
		corrections,
		formerNumbers,
	};
}

/**
 * Reads and checks the line of an item.
 * @throws Failure naming the field
 */
export function readItem(context: IExecuteFunctions, entry: InputItem, { mode, maxRemark, municipalityCode }: ReadSettings): Wanted {
	const fields = fieldsOf(context, entry);
	checkMunicipality('line', fields.municipalityCode, municipalityCode);
	const line = readLine(fields);
	checkComparable(line, mode);
	const { length } = asPosted(line, mode);
	if (length > maxRemark) {
		throw badInput('Reference', `makes a remark of ${length} characters; ${maxRemark} are allowed`, 'Shorten the reference.');
	}
	return readWanted(line, fields);
}

/** Two items can't both be the line that should stand under one reference of an employee, be it on the employee's present number or on a former one. */
export function repeatedReferences(good: Array<Read<Wanted>>): Settled[] {
	const claims = good.flatMap(({ index, value: { line, formerNumbers } }) =>
		[line.employeeNumber, ...formerNumbers].map((number) => ({ index, key: JSON.stringify([number, foldCase(line.sender), foldCase(line.remark)]) })),
	);
	const failures = new Map<number, Failure>();
	for (const group of groupBy(claims, ({ key }) => key).values()) {
		if (group.length === 1) continue;
		const failure = new Failure({
			kind: 'bad input',
			message: `'Reference' is the same in items ${group.map(({ index }) => index).join(', ')}`,
			advice: 'Add the lines up first, or give each its own reference. A former employee number counts as the employee.',
		});
		for (const { index } of group) failures.set(index, failures.get(index) ?? failure);
	}
	return [...failures].map(([index, failure]) => ({ from: [index], failure }));
}
