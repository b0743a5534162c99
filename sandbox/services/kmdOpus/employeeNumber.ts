/** `00002001` and `2001` are the same employment. */
export function withoutLeadingZeros(number: string): string {
	return number.replace(/^0+(?=\d)/, '');
}

/** A Medarbejdernummer as SOAP answers write it: eight digits (kmd-opus.md 1.5, 1.8). */
export function eightDigits(number: string): string {
	return number.padStart(8, '0');
}

/** A record for the control API with its Medarbejdernummer without leading zeros. */
export function withPlainNumber<T extends object>(record: T): T {
	const { Medarbejdernummer: number } = record as { Medarbejdernummer?: unknown };
	return typeof number === 'string' ? { ...record, Medarbejdernummer: withoutLeadingZeros(number) } : record;
}
