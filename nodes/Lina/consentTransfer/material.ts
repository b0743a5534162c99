import type { IDataObject } from 'n8n-workflow';

import { badInput } from '../../kit/failure';
import { groupBy } from '../../kit/gather';
import type { InputItem } from '../../kit/operation';
import { readText } from '../../kit/parameters';
import type { Listed } from './listed';
import { EVERYBODY, readListed } from './listed';
import type { Consenting } from './match';
import type { Kept } from './memory';
import { combine, readKept } from './memory';
import type { OpusEmployee } from './opusEmployee';
import { readOpusEmployee } from './opusEmployee';

/** All that is known of one person. */
export interface Known {
	userUuid: string;
	/** Undefined where no consent stands. */
	consent?: Consenting;
	/** `several` where rows name different employments. */
	kept?: Kept | 'several';
	listed?: Listed;
	/** The items that tell of the person. */
	from: number[];
}

/** What goes into planning. */
export interface Material {
	persons: Known[];
	/** What the list says of all. */
	listed?: Listed;
	employees: OpusEmployee[];
	/** The items that tell of employees. */
	employeesFrom: number[];
}

const isEmpty = ({ item: { json } }: InputItem): boolean => Object.keys(json).length === 0;

const isEmployee = ({ records }: IDataObject): boolean => records !== undefined;
const isListed = ({ code, since }: IDataObject): boolean => code !== undefined && since !== undefined;
const isKept = ({ userUuid, state }: IDataObject): boolean => userUuid !== undefined && state !== undefined;
const isConsent = ({ userUuid, email }: IDataObject): boolean => readText(userUuid) !== '' && email !== undefined;

type Part = 'consents' | 'kept' | 'listed' | 'employees';

function partOf({ index, item: { json } }: InputItem): Part {
	if (isEmployee(json)) return 'employees';
	if (isListed(json)) return 'listed';
	if (isKept(json)) return 'kept';
	if (isConsent(json)) return 'consents';
	throw badInput('userUuid', `is missing in item ${index}`, 'This operation takes the items of Employee: Get Many With Consent, of KMD Opus, and the rows of its two tables.');
}

const consentOf = ({ userUuid, firstName, lastName, email }: IDataObject): Consenting => ({
	userUuid: readText(userUuid),
	firstName: readText(firstName),
	lastName: readText(lastName),
	email: readText(email),
});

/** A row whose id was typed in other letters would be taken for a person of its own: one who withdrew. */
function checkSpelling(persons: Known[]): void {
	const same = [...groupBy(persons, ({ userUuid }) => userUuid.toLowerCase()).values()].find(({ length }) => length > 1);
	if (!same) return;
	const indexes = [...new Set(same.flatMap(({ from }) => from))].sort((one, other) => one - other);
	throw badInput('userUuid', `is the same but for capitals in items ${indexes.join(', ')}`, 'Write it in the data table as LINA gives it.');
}

/**
 * Sorts the items into those who consent, the rows of the two tables (those of the store alone: whether a userUuid is the same in all stores is not said, contract
 * section 5.14) and employments of KMD Opus, which come in any order.
 * @param today `yyyy-MM-dd` in Denmark
 * @throws Failure naming the item that is none of them, or that failed: who was not read would pass for withdrawn
 */
export function readMaterial(input: InputItem[], store: string, today: string): Material {
	const entries = input.filter((entry) => !isEmpty(entry));
	const failed = entries.find(({ item }) => item.json.error !== undefined);
	if (failed) throw badInput('error', `is in item ${failed.index}: consents, employees or the tables were not read`, 'Let the step before end the run when it fails: who is missing would pass for withdrawn.');
	const parts = groupBy(entries, partOf);
	const part = (name: Part): InputItem[] => parts.get(name) ?? [];

	const consents = part('consents').map(({ index, item }) => ({ index, value: consentOf(item.json) }));
	const kept = part('kept').map(({ index, item }) => ({ index, value: readKept(item.json) })).filter(({ value }) => value.store === store);
	const listed = part('listed').map(({ index, item }) => ({ index, value: readListed(item.json) })).filter(({ value }) => value.store === store);
	const all = groupBy([...consents, ...kept, ...listed], ({ value }) => value.userUuid);
	const persons = [...all.entries()].map(([userUuid, own]): Known => {
		const mine = <T extends { userUuid: string }>(list: Array<{ value: T }>): T[] => list.map(({ value }) => value).filter((value) => value.userUuid === userUuid);
		const [consent] = mine(consents);
		return { userUuid, consent, kept: combine(mine(kept)), listed: mine(listed)[0], from: own.map(({ index }) => index) };
	});
	checkSpelling(persons);
	const employees = part('employees');
	return {
		persons: persons.filter(({ userUuid }) => userUuid !== EVERYBODY),
		listed: persons.find(({ userUuid }) => userUuid === EVERYBODY)?.listed,
		employees: employees.flatMap(({ item }) => readOpusEmployee(item.json, today) ?? []),
		employeesFrom: employees.map(({ index }) => index),
	};
}
