import type { IDataObject } from 'n8n-workflow';

import { groupBy } from '../../kit/gather';
import type { CostObject, Hundredths, PaymentLine } from './line';
import { wireDecimal } from './line';
import type { Plan } from './plan';
import { measureOf, postedOn, stackUp } from './stack';

/** What an item tells of the payments under its line's reference; null when what stands could not be read. */
export interface Statement {
	/** What stands, own postings netted. */
	standingLines: IDataObject[] | null;
	/** The postings that are planned and don't stand. */
	missingLines: IDataObject[] | null;
}

export const NO_STATEMENT: Statement = { standingLines: null, missingLines: null };

const decimal = (value: Hundredths | null): number | null => (value === null ? null : Number(wireDecimal(value)));

/** A posting in the node's own words, for output. */
export const presentPosting = ({ quantity, amount, hourlyRate, ...rest }: PaymentLine): IDataObject => ({
	...rest,
	quantity: decimal(quantity),
	amount: decimal(amount),
	hourlyRate: decimal(hourlyRate),
});

/**
 * One entry for each employee number, date, pay element, serial number, cost object and measure whose lines don't cancel each other out. A cost object that the
 * read leaves out is found by the hash of the remark.
 */
function presentStanding({ standing }: Plan, wanted: PaymentLine, known: CostObject[]): IDataObject[] {
	const entries = stackUp(standing).flatMap((stack) => {
		const on = postedOn(stack, wanted, known);
		return stack.lines.map((line) => {
			const { employeeNumber, date, payElement, serialNumber } = line;
			const { costCenter, pspElement } = on ?? line;
			const costObjectKnown = on !== undefined || Boolean(costCenter || pspElement);
			const place = { employeeNumber, date, payElement, serialNumber, costCenter, pspElement, costObjectKnown };
			return { place, measure: measureOf(line), value: line[measureOf(line)] ?? 0 };
		});
	});
	return [...groupBy(entries, ({ place, measure }) => JSON.stringify([place, measure])).values()].flatMap((group) => {
		const [{ place, measure }] = group;
		const net = group.reduce((sum, { value }) => sum + value, 0);
		return net === 0 ? [] : [{ ...place, quantity: null, amount: null, [measure]: decimal(net) }];
	});
}

/**
 * Tells what stands under a line's reference and what is missing.
 * @param plan  worked out from what was read last
 * @param known cost objects that a posting may have been made on
 */
export const statementOf = (plan: Plan, wanted: PaymentLine, known: CostObject[]): Statement => ({
	standingLines: presentStanding(plan, wanted, known),
	missingLines: plan.postings.map((posting) => ({ ...presentPosting(posting), costObjectKnown: !plan.unplaced.includes(posting) })),
});
