import type { INodeProperties } from 'n8n-workflow';

/** The areas of an employee's data, read by `employee/settings`. By default none that is a private matter. */
export const areasField: INodeProperties = {
	displayName: 'Data Areas (Datakategorier)',
	name: 'areas',
	type: 'multiOptions',
	default: ['organisation', 'communication'],
	required: true,
	options: [
		{ name: 'Absence and Presence (Fravær/Nærvær)', value: 'absences', description: 'Health data: ask for it only where the flow has need of it' },
		{ name: 'Activities (Aktiviteter)', value: 'activities', description: 'Hired, left, active' },
		{ name: 'Address (Adresse)', value: 'addresses', description: 'Home, and address for payroll' },
		{ name: 'Communication (Kommunikation)', value: 'communication', description: 'Email, telephones, user names' },
		{ name: 'Connections (Tilslutninger)', value: 'connections', description: 'Time administration, duty rota, supplementary digit' },
		{ name: 'Contract (Kontraktindhold)', value: 'contract', description: 'First day in the post and with the employer' },
		{ name: 'Job Function (Arbejdsfunktion)', value: 'jobFunction' },
		{ name: 'Not Yet Approved (WF)', value: 'notYetApproved', description: 'Values of position, unit, pay grade and connections that are not approved yet, too' },
		{ name: 'Organisation', value: 'organisation', description: 'Unit, position and manager' },
		{ name: 'Pay Grade (Lønindplacering)', value: 'payGrade' },
		{ name: 'Pension Schemes (Pensionsordninger)', value: 'pensions' },
		{ name: 'Personal Data (Persondata)', value: 'personalData', description: 'Name and CPR number' },
		{ name: 'Placement in Duty Rotas (Tjenesteplansindplacering)', value: 'rotaPlacement', description: 'Needs its category, under Options' },
		{ name: 'Tax (Skattedata)', value: 'tax' },
		{ name: 'Work Schedule (Mødetidsplaner)', value: 'workSchedules' },
		{ name: 'Working Time (Arbejdstid)', value: 'workingTime', description: 'Contracted hours' },
	],
	description: 'What to ask for. Leave out what the flow has no need of: much of it is private.',
};
