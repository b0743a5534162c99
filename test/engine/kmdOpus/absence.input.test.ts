import type { INodeParameters } from 'n8n-workflow';

import { periodFields } from './absences';
import { useOpus } from './opus';

const opus = useOpus();

const BASE = { resource: 'absence', operation: 'update', employeeNumber: '7001', type: 'SY', originalType: '', relation: 'none', options: {} };

const run = async (fields: INodeParameters, items = [{}]) =>
	await opus.run({ ...BASE, ...periodFields('2 - 6'), ...periodFields('2 - 6', true), ...fields }, items);

test.each([
	[{ employeeNumber: '123456789' }, "'Employee Number' is not a number of at most 8 digits"],
	[{ type: '={{ " " }}' }, "'Type' is empty"],
	[{ type: 'F E' }, "'Type' holds a blank"],
	[{ type: 'FERIE' }, "'Type' has 5 characters; 4 are allowed"],
	[{ type: '={{ "F\\u0007" }}' }, "'Type' holds a character that can not be sent"],
	[{ fromDate: '2026-02-30' }, "'From Date' is not a date"],
	[{ toDate: '2026-11-01' }, "'To Date' is before 'From Date'"],
	[{ originalToDate: '2026-11-01' }, "'Original To Date' is before 'Original From Date'"],
	[{ originalType: 'LANGT' }, "'Original Type' has 5 characters"],
	[{ startTime: '25:00' }, "'Start Time' is not a time of the day"],
	[{ startTime: '={{ 12.25 }}' }, "'Start Time' is a number"],
	[{ startTime: 'noon' }, "'Start Time' is not a time of the day"],
	[{ endTime: '0:00' }, "'End Time' is midnight"],
	[{ originalEndTime: '11:60' }, "'Original End Time' is not a time of the day"],
	[{ toDate: '2026-11-02', startTime: '12:00', endTime: '11:00' }, "'End Time' is not after 'Start Time'"],
	[{ startTime: '16:00', options: { workingDayEnd: '15:24' } }, "'Start Time' is outside the working day of the options"],
	[{ startTime: '12:00', endTime: '07:00', options: { workingDayStart: '8:00', workingDayEnd: '15:24' } }, "'End Time' is outside the working day of the options"],
	[{ originalEndTime: '07:00', options: { workingDayStart: '8' } }, "'Working Day Starts At' is not a time of the day"],
	[{ originalEndTime: '07:00', options: { workingDayStart: '8:00' } }, "'Original End Time' is outside the working day of the options"],
	[{ relation: 'child', child: { __rl: true, mode: 'id', value: 'abc' } }, "'Child' is not a number of one or two digits"],
	[{ relation: 'reasonCode', reasonCode: { __rl: true, mode: 'id', value: '={{ "" }}' } }, "'Reason' is empty"],
	[{ relation: 'maternityCase', maternityCase: { __rl: true, mode: 'id', value: 'x'.repeat(41) } }, "'Maternity Case' has 41 characters; 40 are allowed"],
	[{ relation: 'workInjury', workInjury: { __rl: true, mode: 'id', value: '={{ "a\\u0000" }}' } }, "'Work Injury' holds a character that can not be sent"],
])('%j is refused before anything is sent', async (fields, message) => {
	const { error } = await run(fields as INodeParameters);
	expect(error?.message).toContain(message);
	expect(await opus.operations()).toEqual([]);
});

test('one bad item among good ones ends the run before anything is sent', async () => {
	const { error } = await run({ operation: 'create', type: '={{ $json.type }}' }, [{ type: 'SY' }, { type: 'MUCH TOO LONG' }]);
	expect(error?.message).toContain('[item 1]');
	expect(await opus.operations()).toEqual([]);
});

test.each(['create', 'update', 'delete'])('what was made for another municipality is not sent (%s)', async (operation) => {
	const { error } = await run({ operation }, [{ municipalityCode: '751' }, { municipalityCode: '730' }]);
	expect(error?.message).toBe("'Municipality Code' of the absence is 730, and that of the credential is 751 [item 1]");
	expect(await opus.operations()).toEqual([]);
});

test.each(['8:05', '08.05', '08:05:00'])('the time %s is the service\'s 08:05:00', async (startTime) => {
	await run({ operation: 'create', toDate: '2026-11-02', startTime });
	const [, { body }] = await opus.control.journal({ service: 'kmdOpus' });
	expect(body).toContain('<StartTime>08:05:00</StartTime>');
});

test('what XML takes for its own is sent as text', async () => {
	await run({ operation: 'create', type: '<&">', relation: 'reasonCode', reasonCode: { __rl: true, mode: 'id', value: "]]>'æøå😀" } });
	const [, { body, answer }] = await opus.control.journal({ service: 'kmdOpus' });
	expect(body).toContain("<AdditionalData>]]&gt;'æøå😀</AdditionalData>");
	expect(answer.body).toContain('Fravær-/nærværsart &lt;&amp;');
});
