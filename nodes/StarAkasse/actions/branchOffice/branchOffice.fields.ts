import type { INodeProperties } from 'n8n-workflow';

/** Entry of the *Options* collection of all that reads one branch office; `readReadPath` reads it. */
export const readPathOption: INodeProperties = {
	displayName: 'Path of the Read',
	name: 'readPath',
	type: 'string',
	default: '/v1/Akasse/Afdelingskontor?akasseKode={akasseKode}&afdelingskontorKode={afdelingskontorKode}',
	description: "Where a branch office is read. STAR's text names the path and none of its parameters: they are assumed.",
};

/** Stands first among the fields of what writes a branch office. */
export const assumedNotice: INodeProperties = {
	displayName:
		'STAR’s text says what an a-kasse may do with its branch offices, and gives neither path nor fields of these calls: they are our reading, made like those of the a-kasse. Set others in the options as STAR describes them to you, and look at what stands after the first time.',
	name: 'assumedNotice',
	type: 'notice',
	default: '',
};

/** Entry of the *Options* collection of *Update* and *Delete*; `readChangePaths` reads it. */
export const changePathOption: INodeProperties = {
	displayName: 'Path',
	name: 'path',
	type: 'string',
	default: '/v1/Akasse/Afdelingskontor/{afdelingskontorKode}?akasseKode={akasseKode}',
	description: 'Where a branch office is changed and deleted; assumed. {akasseKode} and {afdelingskontorKode} stand for the codes.',
};

/** The code of a branch office that does not stand yet: there is no list to pick it from. */
export const newBranchCodeField: INodeProperties = {
	displayName: 'Branch Office Code (Afdelingskontorkode)',
	name: 'branchCode',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. 0007',
	description: 'Code of the new branch office; there is one of each code in an a-kasse',
};
