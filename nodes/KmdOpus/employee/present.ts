import type { IDataObject } from 'n8n-workflow';

import { maskText } from '../../kit/mask';
import type { Area } from './areas';
import type { Found } from './reader';
import { presentRaw, simplify } from './simplify';

/** How employees are given out. */
export interface Presentation {
	/** The areas that were asked for. */
	areas: readonly Area[];
	/** The date (`yyyy-MM-dd`) of a flat item; none: all that came, with its history. */
	asOf?: string;
}

/**
 * What a read tells of, as an item: an employee, an employee number that is gone with those suggested in its place, or word that the answer comes later.
 * @param asked the number that was asked for, if it was one
 */
export function present(found: Found, { areas, asOf }: Presentation, asked?: string): IDataObject {
	switch (found.kind) {
		case 'employee':
			return asOf === undefined ? presentRaw(found.employee, areas) : simplify(found.employee, areas, asOf);
		case 'replaced':
			return {
				employeeNumber: found.replaced,
				replaced: true,
				suggestedEmployeeNumbers: found.suggested,
				message: maskText(found.text),
			};
		case 'pending':
			return { employeeNumber: asked ?? null, pending: true, message: maskText(found.text) };
	}
}
