import type { EmployeeRecord } from '../../../world/employeeTypes.ts';
import { eightDigits } from '../employeeNumber.ts';
import type { EmployeeRecords } from './recordStore.ts';

const HIRE_ANNULLED = '67';

const isAnnulled = (records: readonly EmployeeRecord[]): boolean =>
	records.some((record) => record.Datakategori === '0000' && record.Aktivitetsart === HIRE_ANNULLED);

/** First day, CPR number and first position: what an employment shares with the one made in its place. */
function traitsOf(records: readonly EmployeeRecord[]): string {
	const inOrder = [...records].sort((one, other) => one.Gyldighedsstart.localeCompare(other.Gyldighedsstart));
	const first = (category: string): EmployeeRecord | undefined => inOrder.find((record) => record.Datakategori === category);
	return [inOrder[0]?.Gyldighedsstart, first('0002')?.['CPR-nummer'], first('0001')?.Stilling].join('|');
}

/**
 * What is to be said of annulled numbers among those asked for: the numbers that have the same first day, CPR number
 * and position instead (kmd-opus.md 1.5, 4.3: status 102). Empty when none was annulled.
 */
export function replacementText(numbers: readonly string[], records: EmployeeRecords): string {
	const annulled = numbers.filter((number) => isAnnulled(records.of(number)));
	if (annulled.length === 0) return '';
	const standing = records.numbers().filter((number) => !isAnnulled(records.of(number)));
	const byTraits = Map.groupBy(standing, (number) => traitsOf(records.of(number)));
	return annulled
		.map((number) => {
			const suggested = (byTraits.get(traitsOf(records.of(number))) ?? []).map(eightDigits);
			const text = `Medarbejdernummer ${eightDigits(number)} er slettet.`;
			return suggested.length === 0 ? text : `${text} Foreslået: ${suggested.join(', ')}.`;
		})
		.join(' ');
}
