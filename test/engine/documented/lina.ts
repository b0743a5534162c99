import type { Documented } from './kmdOpus';

/** What the page on the endpoint Personal documents as calls, by section of the contract. */
export const LINA_CALLS: Array<Omit<Documented, 'line'> & { section: string; wire: string }> = [
	{ section: '1.7', says: 'a shift is written', operations: ['shift.create'], wire: 'saveShift' },
	{ section: '1.8', says: 'a file goes into the personnel file', operations: ['personnelFile.upload'], wire: 'addUserCert' },
];
