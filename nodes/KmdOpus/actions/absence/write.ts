import type { IExecuteFunctions } from 'n8n-workflow';

import { writeGathered } from '../../../kit/gather';
import type { InputItem, Operation } from '../../../kit/operation';
import { overAllItems } from '../../../kit/operation';
import type { AbsenceChange } from '../../absence/change';
import { changeAbsences } from '../../absence/change';
import { checkMunicipality } from '../../municipality';
import { OpusSoapClient } from '../../soap/client';

/**
 * An operation that writes absence: all items are read and checked before the first is sent. An item may name the municipality it is meant for.
 * @param read the change that an item asks for; throws what is wrong with it
 */
export const writesAbsence = (read: (context: IExecuteFunctions, entry: InputItem) => AbsenceChange): Operation['execute'] =>
	overAllItems(async (context, input) => {
		const client = await OpusSoapClient.open(context);
		return await writeGathered(context, input, {
			read: (entry) => {
				checkMunicipality('absence', entry.item.json.municipalityCode, client.municipalityCode);
				return read(context, entry);
			},
			contradictions: () => [],
			write: async (changes) => await changeAbsences(client, changes, context.getExecutionCancelSignal()),
		});
	});
