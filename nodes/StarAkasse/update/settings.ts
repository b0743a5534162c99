import type { IExecuteFunctions } from 'n8n-workflow';

import { badInput } from '../../kit/failure';
import { readText } from '../../kit/parameters';
import type { RecordChange } from '../record/merge';
import { readForm } from './form';
import type { RecordUpdate } from './update';

const MODES = ['merge', 'preview', 'replace'] as const;

const holdsNothing = ({ plain = {}, address, deepLinks, openingHours, phoneHours }: RecordChange): boolean =>
	!Object.keys(plain).length && !address && !deepLinks && !openingHours && !phoneHours;

/**
 * Reads the fields of `updateModeFields` and `updateOptions`, and the form.
 * @throws Failure naming the field that is wrong
 */
export async function readUpdate(context: IExecuteFunctions, index: number): Promise<RecordUpdate> {
	const given = context.getNodeParameter('updateMode', index, 'merge') as string;
	const mode = MODES.find((name) => name === given);
	if (!mode) throw badInput('Mode', 'is none of merge, preview and replace', 'Pick it from the list.');
	const options = context.getNodeParameter('options', index, {});
	const expectedFingerprint = readText(options.expectedFingerprint).toLowerCase();
	if (expectedFingerprint && !/^[0-9a-f]{32}$/.test(expectedFingerprint)) {
		throw badInput('Expected Fingerprint', 'is not a fingerprint', 'Take fingerprintBefore of a preview, 32 digits and letters a to f.');
	}
	const form = await readForm(context, index);
	if (mode === 'replace' && holdsNothing(form.change)) throw badInput('Mode', 'is Replace Everything, and no field holds anything', 'The service would delete all: enter what is to stand.');
	return {
		...form,
		mode,
		expectedFingerprint,
		mayVanish: mode === 'replace' && context.getNodeParameter('mayVanish', index, false) === true,
		verify: options.verify === true,
	};
}
