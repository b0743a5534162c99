import type { SwitchTable } from '../../../switches.ts';

/** The open questions of kmd-opus.md 1.4. */
export const FOLDER_SWITCHES = {
	externalReference: {
		meaning:
			'The same ExternalReference of a source system again files the document once more, or gives the id of the first one and files nothing.',
		choices: ['ignored', 'honoured'],
		default: 'ignored',
	},
	maxDocumentMiB: {
		meaning: 'The largest document that is filed, in MiB before base64.',
		choices: 'number',
		default: 10,
	},
	documentFormats: {
		meaning: 'Documents that are filed: PDF only, PDF and images, or any.',
		choices: ['pdf', 'pdfAndImages', 'any'],
		default: 'pdf',
	},
} as const satisfies SwitchTable;
