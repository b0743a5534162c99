import type { IDataObject } from 'n8n-workflow';

import { badInput } from '../../kit/failure';
import { readText } from '../../kit/parameters';
import type { GivenPath } from '../assumed';
import { readGivenPath } from '../assumed';

/** The calls on a registration that LINA publishes by their headings only (contract, section 3.1): what is assumed of them. */
export interface WebhookCalls {
	changePath: 'registerWebhook' | GivenPath;
	deletePath: 'deleteWebhook' | GivenPath;
	/** The field of the body that holds the id of the registration. */
	uuidField: string;
}

/**
 * Reads the calls from a collection *Assumed Names*; what is not given is as we read it.
 * @throws Failure naming the field that is wrong
 */
export function readCalls({ changePath, deletePath, uuidField }: IDataObject): WebhookCalls {
	const field = readText(uuidField) || 'uuid';
	if (!/^\w+$/.test(field)) throw badInput('UUID Field', 'is not the name of a field', 'Enter letters, digits and underscores, e.g. uuid.');
	return {
		changePath: readGivenPath('Change Path', changePath, 'registerWebhook'),
		deletePath: readGivenPath('Delete Path', deletePath, 'deleteWebhook'),
		uuidField: field,
	};
}
