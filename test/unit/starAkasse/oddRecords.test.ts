import type { IDataObject } from 'n8n-workflow';

import { diff } from '../../../nodes/StarAkasse/record/diff';
import type { RecordChange } from '../../../nodes/StarAkasse/record/merge';
import { merge } from '../../../nodes/StarAkasse/record/merge';
import { inexactField } from '../../../nodes/StarAkasse/update/carried';

const MONDAY: RecordChange = { openingHours: { mode: 'days', days: new Map([[1, [{ weekday: 1, from: '10:00', to: '14:00' }]]]) } };
const NOT_UNDERSTOOD = 'in a form that is not understood';

test.each<[string, IDataObject, RecordChange]>([
	['phones in a list', { telefonnummer: ['70101010', '70202020'] }, { plain: { phone: '70303030' } }],
	['a phone with parts', { telefonnummer: { nummer: '70101010', type: 'fast' } }, { plain: { phone: '70303030' } }],
	['a street with parts', { adresse: { vejnavn: { navn: 'Gade', kode: 7 } } }, { address: { street: 'Vej' } }],
	['an address as a text', { adresse: 'Gade 1' }, { address: { street: 'Vej' } }],
	['a part that is to go from an address as a text', { adresse: 'Gade 1, 2. tv' }, { remove: ['floor'] }],
	['links as texts', { dybeLinks: ['https://example.org'] }, { deepLinks: { mode: 'change', links: [{ label: 'A', address: 'a' }] } }],
	['two links of the label', { dybeLinks: [{ label: 'A', adresse: 'a' }, { label: 'A', adresse: 'b', sprog: 'en' }] }, { deepLinks: { mode: 'change', links: [{ label: 'A', address: 'c' }] } }],
	['a link’s address with parts', { dybeLinks: [{ label: 'A', adresse: { url: 'a', sti: 'b' } }] }, { deepLinks: { mode: 'change', links: [{ label: 'A', address: 'c' }] } }],
	['a phone in two letter cases', { telefonnummer: '70101010', Telefonnummer: '70202020' }, { plain: { phone: '70303030' } }],
	['a phone to be deleted in two letter cases', { telefonnummer: '70101010', Telefonnummer: '70202020' }, { remove: ['phone'] }],
	['a city in two letter cases', { adresse: { bynavn: 'A', Bynavn: 'B' } }, { address: { city: 'C' } }],
	['two addresses', { adresse: { bynavn: 'A' }, Adresse: { bynavn: 'B' } }, { address: { city: 'C' } }],
	['links in two letter cases', { dybeLinks: [], DybeLinks: [{ label: 'A', adresse: 'a' }] }, { deepLinks: { mode: 'change', links: [{ label: 'B', address: 'b' }] } }],
	['links of other names', { dybeLinks: [{ tekst: 'A', url: 'a' }] }, { deepLinks: { mode: 'change', links: [{ label: 'B', address: 'b' }] } }],
	['times of other names', { akasseAabningstider: [{ ugedag: 1, starttid: '09:00', sluttid: '12:00' }] }, MONDAY],
	['an end of another name', { akasseAabningstider: [{ ugedag: 1, aabningstidspunkt: '09:00', sluttid: '12:00' }] }, MONDAY],
	['times in a list of each day', { akasseAabningstider: [{ ugedag: 1, tider: [{ fra: '09:00', til: '12:00' }] }] }, MONDAY],
	['hours by the names of days', { akasseAabningstider: { mandag: ['09:00-12:00'], tirsdag: [] } }, MONDAY],
	['hours in two letter cases', { akasseAabningstider: [], AkasseAabningstider: [{ ugedag: 1, aabningstidspunkt: '09:00', lukketidspunkt: '12:00' }] }, MONDAY],
])('A change of what is ambiguous is refused, and a change of anything else carries it through: %s', (_, odd, change) => {
	const record = { akasseKode: '901', ...odd };
	expect(() => merge(record, change)).toThrow(NOT_UNDERSTOOD);
	expect(merge(record, { plain: { webAddress: 'www.example.org' } })).toEqual({ ...record, webadresse: 'www.example.org' });
});

test('A link that nobody named stays as it is beside two of one label', () => {
	const dybeLinks = [{ label: 'A', adresse: 'a' }, { label: 'A', adresse: 'b', sprog: 'en' }];
	expect(merge({ dybeLinks }, { deepLinks: { mode: 'change', links: [{ label: 'B', address: 'x' }] } }).dybeLinks).toEqual([...dybeLinks, { label: 'B', adresse: 'x' }]);
});

test('A name of the closing time without a value is not taken for the one that has it', () => {
	const nulled = (ugedag: number, slut: string) => ({ ugedag, aabningstidspunkt: '09:00', lukketidspunkt: null, aabningstidSluttidspunkt: slut });
	const { akasseAabningstider } = merge({ akasseAabningstider: [nulled(1, '12:00'), nulled(2, '13:00')] }, MONDAY);
	expect(akasseAabningstider).toEqual([{ ugedag: 1, aabningstidspunkt: '10:00', aabningstidSluttidspunkt: '14:00' }, nulled(2, '13:00')]);
});

test('What differs is told although a field that is not known has the label of a known one', () => {
	const record = { telefonnummer: '70101010', Phone: 'x', adresse: { bynavn: 'By' }, City: null };
	const told = diff(record, { Phone: 'x', City: null }).map(({ field, before, after }) => [field, before, after]);
	expect(told).toEqual([['Phone', '70101010', null], ['City', 'By', null]]);
});

test('A number beyond all numbers is not carried through', () => {
	expect(inexactField(JSON.parse('{"kanal":{"a":1e400}}'))).toBe('kanal.a');
});

test('A day that stands without times is closed, and can be opened', () => {
	for (const day of [{ ugedag: 1 }, { ugedag: 1, aabningstidspunkt: null, lukketidspunkt: null, note: 'lukket' }]) {
		expect(merge({ akasseAabningstider: [day] }, MONDAY).akasseAabningstider).toEqual([{ ugedag: 1, aabningstidspunkt: '10:00', lukketidspunkt: '14:00' }]);
	}
});
