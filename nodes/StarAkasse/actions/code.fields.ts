import type { INodeProperties } from 'n8n-workflow';

/** The a-kasse that an operation is about: from the service's list, or by code; `readAkasseCode` reads it. */
export const akasseCodeField: INodeProperties = {
	displayName: 'A-Kasse',
	name: 'akasseCode',
	type: 'resourceLocator',
	default: { mode: 'list', value: '' },
	required: true,
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			typeOptions: { searchListMethod: 'searchAkasser', searchable: true },
		},
		{
			displayName: 'By Code',
			name: 'id',
			type: 'string',
			placeholder: 'e.g. 901',
		},
	],
	description: 'Code of the a-kasse (akasseKode). The list holds those that the service knows with their branch offices.',
};

/** The branch office that an operation is about: from the list of its a-kasse, or by code; `readBranchCode` reads it. */
export const branchCodeField: INodeProperties = {
	displayName: 'Branch Office (Afdelingskontor)',
	name: 'branchCode',
	type: 'resourceLocator',
	default: { mode: 'list', value: '' },
	required: true,
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			typeOptions: { searchListMethod: 'searchBranchOffices', searchable: true },
		},
		{
			displayName: 'By Code',
			name: 'id',
			type: 'string',
			placeholder: 'e.g. 01',
		},
	],
	description: 'Code of the branch office (afdelingskontorKode) within its a-kasse',
};
