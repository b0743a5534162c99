import { isValidOn, readLine } from '../../../nodes/StarAkasse/codeList/line';

test.each([
	['2026-11-01', '2026-11-01'],
	['2026-11-01T00:00:00', '2026-11-01'],
	['2026-11-01T00:00:00+01:00', '2026-11-01'],
	['2026-10-31T23:00:00Z', '2026-11-01'],
	['2026-06-30T22:00:00.000Z', '2026-07-01'],
	['9999-12-31T00:00:00', '9999-12-31'],
])('the end date %s is %s in Denmark', (slutdato, validTo) => {
	const line = readLine({ kode: 1, slutdato });
	expect(line.validTo).toBe(validTo);
	expect(isValidOn(line, validTo)).toBe(false);
});
