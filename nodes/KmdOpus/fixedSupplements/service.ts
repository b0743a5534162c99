import type { IDataObject } from 'n8n-workflow';

import type { Outcome } from '../../kit/outcome';
import { cancelled } from '../../kit/outcome';
import { readText } from '../../kit/parameters';
import { isAnswer } from '../../kit/retry';
import type { OpusJsonClient } from '../client';
import { readOpusAnswer } from '../client';
import { readUpdate, validationOutcome } from '../payments/answer';
import type { SendSettings } from '../payments/employees';
import type { LineService } from '../payments/send';
import { registrationOutcome } from '../payments/send';
import type { UpdateOptions } from '../payments/service';
import { namesOf, sendUpdate } from '../payments/service';
import { freshUpdateId, updateId } from '../payments/updateId';
import type { WireNames } from '../wireNames';
import type { Person } from './person';
import { wirePerson } from './person';
import type { FixedSupplement } from './supplement';
import { presentSupplement, wireSupplement } from './supplement';

/** How a service is spoken to whose contract is not published: all of it can be set in the node. */
export interface AssumedForm {
	path: string;
	names: WireNames;
}

/**
 * The service that takes fixed supplements (contract, section 1.7).
 * @param prefix what a message about a single supplement begins with; its place follows
 */
export const supplementService = (client: OpusJsonClient, { path, names }: AssumedForm, prefix: string): LineService<FixedSupplement> => ({
	update: async (supplements, options) => {
		const content = { Medarbejder: { Medarbejdernummer: supplements[0].employeeNumber }, Faste_tillaeg: supplements.map(wireSupplement) };
		return readUpdate(await sendUpdate(client, path, content, options, names), namesOf(supplements), prefix);
	},
	present: presentSupplement,
	check: "Look at the employee's fixed supplements in KMD Opus",
});

/** What became of a person's data; the employment is the one that the service found. */
type PersonOutcome = Outcome & { updateId?: string; employeeNumber?: string | null };

async function sendPerson(client: OpusJsonClient, { path, names }: AssumedForm, person: Person, options: UpdateOptions): Promise<PersonOutcome> {
	const exchange = await sendUpdate(client, path, { Person: wirePerson(person) }, options, names);
	const result = readUpdate(exchange, []);
	const own = 'messages' in result ? result.messages.map(({ message }) => message) : [];
	const outcome = options.validateOnly ? validationOutcome(result, own) : registrationOutcome(result, own, "Look at the person's data in KMD Opus");
	return { ...outcome, updateId: options.updateId, employeeNumber: isAnswer(exchange) ? employeeNumberIn(exchange.text) : null };
}

/** The employment that the service found for the person; none when it names none. */
function employeeNumberIn(text: string): string | null {
	const employee = readOpusAnswer(text)?.Medarbejder as IDataObject | null | undefined;
	return readText(employee?.Medarbejdernummer) || null;
}

/**
 * Sends the data of persons, a call each (contract, section 1.7), or has it checked only.
 * @param run what a repeat of the run shares (`runOf`)
 */
export async function sendPersons(
	persons: Person[],
	form: AssumedForm,
	{ client, keyed, signal }: SendSettings,
	run: unknown[],
	validateOnly: boolean,
): Promise<PersonOutcome[]> {
	const outcomes: PersonOutcome[] = [];
	for (const person of persons) {
		const id = validateOnly ? freshUpdateId() : updateId(...run, person);
		outcomes.push(signal?.aborted ? cancelled() : await sendPerson(client, form, person, { updateId: id, validateOnly, keyed }));
	}
	return outcomes;
}
