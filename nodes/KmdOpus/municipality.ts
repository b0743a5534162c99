import { badInput } from '../kit/failure';
import { readText } from '../kit/parameters';

/**
 * What was made for one municipality must not go to another. An item that names none goes where the credential says.
 * @param what the item is, for the message
 * @param own the municipality of the credential
 * @throws Failure when the item names another one
 */
export function checkMunicipality(what: string, given: unknown, own: string): void {
	const code = readText(given);
	if (code && code !== own) {
		throw badInput('Municipality Code', `of the ${what} is ${code}, and that of the credential is ${own}`, `Choose that municipality's credential, and give the node the ${what}s of one municipality only.`);
	}
}
