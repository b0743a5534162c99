import type { IDataObject } from 'n8n-workflow';

import type { Operation } from '../../kit/operation';
import { perItem } from '../../kit/operation';
import { readInteger } from '../../kit/parameters';
import { CapitechClient } from '../client';
import type { Catalogue } from './catalogue';
import { readCatalogue, simplifyElement } from './catalogue';

/** Gives the value of a field of the node. */
export type ReadParameter = (name: string, fallback?: unknown) => unknown;

/**
 * *Get Many* of a list of the catalogue.
 * @param bodyOf what the request says beside the firm, by wire names: tasks are asked for by department, for instance
 */
export const readsCatalogue = (catalogue: Catalogue, bodyOf: (parameter: ReadParameter) => IDataObject = () => ({})): Operation['execute'] =>
	perItem(async (context, { index }) => {
		const parameter: ReadParameter = (name, fallback) => context.getNodeParameter(name, index, fallback as object);
		const query = {
			clientId: readInteger('Client ID', parameter('clientId'), 1),
			body: bodyOf(parameter),
			onlyActive: parameter('onlyActive', false) === true,
		};
		const limit = parameter('returnAll', false) ? Infinity : readInteger('Limit', parameter('limit'), 1);
		const simplify = parameter('simplify', true) !== false;
		const elements = await readCatalogue(await CapitechClient.open(context), catalogue, query);
		return elements.slice(0, limit).map((element) => ({ json: simplify ? simplifyElement(catalogue, element) : element }));
	});
