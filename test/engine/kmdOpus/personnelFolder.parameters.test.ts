import type { IDataObject } from 'n8n-workflow';

import { describeParameters } from '../support';
import { useOpus } from './opus';
import { held, item, pdf } from './personnelFolder';

const opus = useOpus();

describeParameters({
	node: 'kmdOpus',
	resource: 'personnelFolder',
	operation: 'uploadDocument',
	base: {
		binaryPropertyName: 'data',
		employeeNumber: '7001',
		sourceSystem: 'CAPITECH',
		documentTypeKey: 'CAP-AFTALE',
		title: 'Aftale',
		externalReference: 'doc:1',
	},
	run: async (parameters) => {
		await opus.reset();
		const isAboutRepeats = 'honoursReference' in ((parameters.options ?? {}) as IDataObject);
		if (isAboutRepeats) await opus.control.faults({ service: 'kmdOpus', operation: 'UploadDocument', kind: 'reset-after', nth: 1 });
		const { json, binary } = item(held(pdf(100)));
		const document = { json, binary: { ...binary, other: held(pdf(200)) } };
		return await opus.observe(parameters, [document as unknown as IDataObject]);
	},
	cases: {
		contentSource: { values: ['binary', 'text'], with: { text: 'Et afsnit' }, differs: 'sent' },
		text: { values: ['Et afsnit', 'Et andet'], with: { contentSource: 'text' }, differs: 'sent' },
		binaryPropertyName: { values: ['data', 'other'], differs: 'sent' },
		employeeNumber: { values: ['7001', '7999'] },
		sourceSystem: { values: ['CAPITECH', 'LINA'] },
		documentTypeKey: { values: ['CAP-AFTALE', 'LINA-KONTRAKT'] },
		title: { values: ['Aftale', 'Aftale 2'], differs: 'sent' },
		externalReference: { values: ['doc:1', 'doc:2'], differs: 'sent' },
		'additionalFields.documentDate': { values: ['', '2026-10-31'], differs: 'sent' },
		'additionalFields.fileName': { values: ['', 'anden.pdf'], differs: 'sent' },
		'options.allowedTypes': { values: ['application/pdf', 'image/png'] },
		'options.honoursReference': { values: [false, true] },
		'options.maxSize': { values: [10, 0.00001] },
		'options.recordedState': { values: ['', 'uploaded'] },
		'assumedNames.elementNames': { values: ['{}', '{"DocumentTypeKey": "DocumentKey"}'] },
		'assumedNames.interface': { values: ['', 'Upload_OS_SI'] },
		'assumedNames.interfaceNamespace': { values: ['', 'urn:kmd.dk:LPE:FOLDER:external'] },
		'assumedNames.requestRoot': { values: ['', 'Upload_MT'] },
	},
});
