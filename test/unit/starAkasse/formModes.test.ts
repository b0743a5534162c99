import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import { readForm } from '../../../nodes/StarAkasse/update/form';

/** An item whose parameters are these. */
const itemOf = (parameters: IDataObject): IExecuteFunctions =>
	({ getNodeParameter: (name: string, _index: number, otherwise: unknown) => parameters[name] ?? otherwise }) as unknown as IExecuteFunctions;

test.each([
	['openingHoursMode', 'Days', "'Opening Hours'"],
	['phoneHoursMode', 'replace', "'Phone Hours'"],
	['deepLinksMode', 'add', "'Deep Links'"],
])('%s that an expression has set to %s is told, and does not leave what it is of as it is', async (name, mode, field) => {
	await expect(readForm(itemOf({ [name]: mode }), 0)).rejects.toThrow(field);
	await expect(readForm(itemOf({ [name]: 'leave' }), 0)).resolves.toMatchObject({ change: { plain: {}, remove: [] } });
});
