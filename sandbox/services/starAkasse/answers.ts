import type { Akasse, AkasseHours } from '../../world/starAkasseTypes.ts';
import { isObject, type JsonObject } from '../star/spelling.ts';
import type { StarAkasseSwitch } from './switches.ts';

/** What a switch is set to. */
export type Setting = (name: StarAkasseSwitch) => unknown;

/** Field names with a capital, all the way down. */
function capitalised(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(capitalised);
	if (!isObject(value)) return value;
	return Object.fromEntries(Object.entries(value).map(([name, field]) => [name.charAt(0).toUpperCase() + name.slice(1), capitalised(field)]));
}

/** A whole answer in the style that `nameStyle` says. */
export function styled(body: unknown, setting: Setting): unknown {
	return setting('nameStyle') === 'pascal' ? capitalised(body) : body;
}

/** An a-kasse or a branch office as reads show it: without the members, and with hours as the switches say. */
export function shown(record: Akasse, setting: Setting): JsonObject {
	const closing = setting('closingName') as string;
	const hoursOf = (hours: readonly AkasseHours[]): JsonObject[] => hours.map(({ lukketidspunkt, ...rest }) => ({ ...rest, [closing]: lukketidspunkt }));
	const body: JsonObject = { ...record };
	delete body.members;
	if (record.akasseAabningstider !== undefined) body.akasseAabningstider = hoursOf(record.akasseAabningstider);
	if (record.akasseTelefontider !== undefined) {
		const phone = hoursOf(record.akasseTelefontider);
		body.akasseTelefontider = setting('phoneHoursShape') === 'nested' ? { akasseTelefontid: phone } : phone;
	}
	if (setting('virksomhedsafdeling') === 'refused') delete body.virksomhedsafdeling;
	return body;
}
