import { badInput } from '../../kit/failure';
import { readText } from '../../kit/parameters';
import type { FieldKey, WireNames } from '../record/names';
import { ADDRESS_PARTS, INTERVAL_PARTS, LINK_PARTS, RECORD_FIELDS, WIRE_NAMES, withNames } from '../record/names';

const OPTION = 'Wire Names';

const isField = (field: string): field is FieldKey => Object.keys(WIRE_NAMES).includes(field);

/** Fields of one object can't share a name. */
function checkDistinct(names: WireNames): void {
	for (const fields of [RECORD_FIELDS, ADDRESS_PARTS, LINK_PARTS, INTERVAL_PARTS]) {
		const taken = new Map<string, FieldKey>();
		for (const field of fields) {
			for (const name of new Set(names[field].map((spelling) => spelling.toLowerCase()))) {
				if (taken.has(name)) throw badInput(OPTION, `gives the name ${name} to two fields`, 'Give each field a name of its own.');
				taken.set(name, field);
			}
		}
	}
}

/**
 * The names on the wire, with those that the user gives in the place of ours.
 * @param entries the rows of the option *Wire Names*
 * @throws Failure naming the option when a name can't be one, or is another field's
 */
export function readWireNames(entries: ReadonlyArray<{ field?: unknown; name?: unknown }>): WireNames {
	const own: Partial<Record<FieldKey, string>> = {};
	for (const entry of entries) {
		const [field, name] = [readText(entry.field), readText(entry.name)];
		if (!isField(field)) throw badInput(OPTION, 'names a field that is not known', 'Pick it from the list.');
		if (!/^[\p{L}_][\p{L}\p{N}_-]{0,63}$/u.test(name)) throw badInput(OPTION, 'holds a name that can not be a field’s', 'Enter letters and digits, e.g. aabningstidSluttidspunkt.');
		if (own[field] !== undefined) throw badInput(OPTION, 'names a field twice', 'Leave one of the two out.');
		own[field] = name;
	}
	const names = withNames(own);
	checkDistinct(names);
	return names;
}
