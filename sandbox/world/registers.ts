import type { CapitechRegisters } from './types.ts';

/** What writes of employees are checked against: two source systems, and a handful of postal codes. */
export const REGISTERS: CapitechRegisters = {
	externalSystems: [{ externalSystemId: 'HRM' }, { externalSystemId: 'OPUS' }],
	postalCodes: [
		{ postalCode: '0150', place: 'Oslo' },
		{ postalCode: '2100', place: 'København Ø' },
		{ postalCode: '4006', place: 'Stavanger' },
		{ postalCode: '5003', place: 'Bergen' },
		{ postalCode: '7011', place: 'Trondheim' },
		{ postalCode: '8000', place: 'Aarhus C' },
		{ postalCode: '9008', place: 'Tromsø' },
	],
};
