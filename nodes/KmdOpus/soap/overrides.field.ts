import type { INodeProperties } from 'n8n-workflow';

/** Stands first among the fields of an operation whose names are our reading. */
export const assumedNotice: INodeProperties = {
	displayName: 'KMD has not published the names of this service. They are our reading of its sister services; set others under Assumed Names if yours differ.',
	name: 'assumedNotice',
	type: 'notice',
	default: '',
};

/** Stands last among them; read by `readOverrides`. */
export const assumedNames: INodeProperties = {
	displayName: 'Assumed Names',
	name: 'assumedNames',
	type: 'collection',
	placeholder: 'Add Name',
	default: {},
	options: [
		{
			displayName: 'Element Names',
			name: 'elementNames',
			type: 'json',
			default: '{}',
			placeholder: 'e.g. { "PersonnelNumber": "EmployeeNumber" }',
			description: "Elements of the request and of the answer, the root of the answer among them, that KMD names otherwise: our name, and KMD's",
		},
		{
			displayName: 'Interface',
			name: 'interface',
			type: 'string',
			default: '',
			placeholder: 'e.g. SetMaternityCase_OS_SI',
			description: 'Name of the interface in the address',
		},
		{
			displayName: 'Interface Namespace',
			name: 'interfaceNamespace',
			type: 'string',
			default: '',
			placeholder: 'e.g. urn:kmd.dk:LPT:VACAB:external',
			description: 'Namespace of the interface in the address, and of the root of the request',
		},
		{
			displayName: 'Request Root',
			name: 'requestRoot',
			type: 'string',
			default: '',
			placeholder: 'e.g. SetMaternityCaseRequest_MT',
			description: 'Name of the root element of the request',
		},
	],
};
