import type { Example } from './examples';

const OWN = { __rl: true, mode: 'id', value: '901' };

/** A branch office that the examples find beside those of the world. */
export const BRANCH = { akasseKode: '901', afdelingskontorKode: '77', navn: 'Kontor 77', members: 0 };

const branchOffice = { akasseCode: OWN, branchCode: { __rl: true, mode: 'id', value: BRANCH.afdelingskontorKode } };

/** A plain use of every operation of the A-kasse service. */
export const STAR_AKASSE_EXAMPLES: Record<string, Example> = {
	'akasse.get': { wire: 'GetAkasseOplysninger', parameters: { akasseCode: OWN } },
	'akasse.getMany': { wire: 'GetAkasseListe', parameters: {} },
	'akasse.update': {
		wire: 'UpdateAkasseOplysninger',
		parameters: {
			akasseCode: OWN,
			openingHoursMode: 'days',
			openingHours: { row: [{ weekday: 5, kind: 'interval', from: '09:00', to: '11:00' }] },
			phoneHoursMode: 'days',
			phoneHours: { row: [{ weekday: 5, kind: 'text', text: '10:30-12:00, 13:00-14:30' }] },
		},
	},
	'branchOffice.create': { wire: 'CreateAfdelingskontor', parameters: { akasseCode: OWN, branchCode: '78', name: 'Kontor 78' } },
	'branchOffice.delete': { wire: 'DeleteAfdelingskontor', parameters: { ...branchOffice, membersMoved: true } },
	'branchOffice.get': { wire: 'GetAfdelingskontor', parameters: branchOffice },
	'branchOffice.getMany': { wire: 'GetAkasseAfdelingskontorRelation', parameters: {} },
	'branchOffice.update': { wire: 'UpdateAfdelingskontor', parameters: { ...branchOffice, fields: { phone: '70121212' } } },
	'codeList.get': { wire: 'GetCodeList', parameters: {} },
};

/** What the vendor's page has as methods, or tells of without a path, by section of the contract. */
export const STAR_AKASSE_CALLS = [
	{ section: '1.1', says: 'the list of all a-kasser', operation: 'akasse.getMany', wire: 'GetAkasseListe', method: 'GET', path: '/v1/Akasse' },
	{ section: '1.1', says: 'one a-kasse', operation: 'akasse.get', wire: 'GetAkasseOplysninger', method: 'GET', path: '/v1/Akasse/901' },
	{ section: '1.1', says: 'master data are saved', operation: 'akasse.update', wire: 'UpdateAkasseOplysninger', method: 'PUT', path: '/v1/Akasse/Afkasse/901' },
	{ section: '1.1', says: 'a-kasser and their branch offices', operation: 'branchOffice.getMany', wire: 'GetAkasseAfdelingskontorRelation', method: 'GET', path: '/v1/Akasse/AkasseAfdelingskontorRelation' },
	{ section: '1.1', says: 'one branch office', operation: 'branchOffice.get', wire: 'GetAfdelingskontor', method: 'GET', path: '/v1/Akasse/Afdelingskontor' },
	{ section: '1.1', says: 'a branch office is opened', operation: 'branchOffice.create', wire: 'CreateAfdelingskontor', method: 'POST', path: '/v1/Akasse/Afdelingskontor' },
	{ section: '1.1', says: 'a branch office is changed', operation: 'branchOffice.update', wire: 'UpdateAfdelingskontor', method: 'PUT', path: '/v1/Akasse/Afdelingskontor/77' },
	{ section: '1.1', says: 'a branch office is closed', operation: 'branchOffice.delete', wire: 'DeleteAfdelingskontor', method: 'DELETE', path: '/v1/Akasse/Afdelingskontor/77' },
	{ section: '7', says: 'the code lists', operation: 'codeList.get', wire: 'GetCodeList', method: 'GET', path: '/v1/CodeLists/AkasseTypeCodeList' },
];
