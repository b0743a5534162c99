import type { IDataObject } from 'n8n-workflow';

import { readMaterial } from '../../../../nodes/StarAkasse/closing/material';
import { WIRE_NAMES } from '../../../../nodes/StarAkasse/record/names';

const items = (...entries: IDataObject[]) => entries.map((json, index) => ({ index, item: { json } }));

const row = (akasseKode: unknown): IDataObject => ({ id: 1, akasseKode: akasseKode as string, date: '2026-12-21', which: 'opening', hours: 'closed' });

test('an a-kasse whose leading zeros were lost on the way, in its record or in a row, is the same a-kasse', () => {
	const { closings } = readMaterial(items({ akasseKode: 67, navn: 'A' }, row('067'), row(67), row('67'), row('670')), '067', WIRE_NAMES);
	expect(closings.map(({ index }) => index)).toEqual([1, 2, 3]);
});

test.each([{ akasseKode: '67' }, { navn: 'A' }])('%j may be another one', (record) => {
	expect(() => readMaterial(items(record), '067', WIRE_NAMES)).toThrow('is not a-kasse 067');
});
