import type { IDataObject } from 'n8n-workflow';

import type { CapitechClient, CapitechOperation } from '../client';
import type { Field } from '../fields';
import { asNumber, otherFields, pick, readFields } from '../fields';

/** A list of the catalogue: how it is asked for, and how its elements are read. */
export interface Catalogue {
	operation: CapitechOperation;
	/** Of an element, in their order: the number that tells it from the others of its list comes first, `isActive` is among them. The firm is left to the reader. */
	fields: readonly Field[];
	/** The fields most flows need, where there are many. */
	simple?: readonly string[];
}

/** Which elements of a list are wanted. */
export interface CatalogueQuery {
	clientId: number;
	/** What the request says beside the firm, by wire names: the parents of the elements, for instance. */
	body?: IDataObject;
	/** Leave out what may not be used for new registrations. */
	onlyActive?: boolean;
}

const CLIENT: Field = ['clientId', asNumber];

/**
 * Reads a list of the catalogue, by number. Each element carries the firm that was asked for: some lists give none or a wrong one (contract, section 3.6).
 * Fields that are not documented are carried through.
 * @throws Failure when the service refuses
 */
export async function readCatalogue(client: CapitechClient, { operation, fields }: Catalogue, { clientId, body, onlyActive = false }: CatalogueQuery): Promise<IDataObject[]> {
	const [[number]] = fields;
	const content = await client.read(operation, { clientId, ...body });
	return content
		.map((wire): IDataObject => ({ clientId, ...readFields(wire, fields), ...otherFields(wire, [...fields, CLIENT]) }))
		.filter(({ isActive }) => isActive !== false || !onlyActive)
		.sort((a, b) => Number(a[number]) - Number(b[number]));
}

/** An element with the fields most flows need; as it is where a list has few. */
export const simplifyElement = ({ simple }: Catalogue, element: IDataObject): IDataObject => (simple ? pick(element, ['clientId', ...simple]) : element);
