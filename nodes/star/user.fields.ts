import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { badInput } from '../kit/failure';
import { readInteger, readText } from '../kit/parameters';
import type { RequestUser } from './headers';

/** The entry of the *Options* collection of every operation that calls the service, as `readUser` reads it. */
export const userOptions: INodeProperties[] = [
	{
		displayName: 'Request User',
		name: 'user',
		type: 'fixedCollection',
		placeholder: 'Set User',
		default: {},
		description: 'Who acts, in the place of the user in the credential, e.g. the caseworker who filled in a form. STAR logs it. What is left empty is as in the credential; with another identifier, name and e-mail are left out.',
		options: [
			{
				displayName: 'User',
				name: 'values',
				values: [
					{
						displayName: 'Type',
						name: 'type',
						type: 'options',
						default: 2,
						options: [
							{ name: 'Caseworker (Sagsbehandler)', value: 2 },
							{ name: 'Citizen (Borger)', value: 1 },
							{ name: 'Employee (Medarbejder)', value: 4 },
							{ name: 'System', value: 3 },
						],
					},
					{
						displayName: 'Identifier',
						name: 'identifier',
						type: 'string',
						default: '',
						placeholder: 'e.g. CVR:12345678-UUID:…',
						description: 'By which STAR and you know the user; never a CPR number',
					},
					{
						displayName: 'Name',
						name: 'name',
						type: 'string',
						default: '',
					},
					{
						displayName: 'E-Mail',
						name: 'email',
						type: 'string',
						default: '',
						placeholder: 'e.g. name@email.com',
					},
				],
			},
		],
	},
];

function readField(name: string, value: unknown): string {
	const text = readText(value);
	if (/\p{Cc}/u.test(text)) throw badInput(`Request User: ${name}`, 'holds a line break or another control character', 'Enter it again.');
	return text;
}

/**
 * Who acts for this item; nothing where the credential's user does.
 * @throws Failure naming the field that can't be
 */
export function readUser(context: IExecuteFunctions, index: number): RequestUser {
	const { user } = context.getNodeParameter('options', index, {}) as { user?: { values?: Record<string, unknown> } };
	return user?.values ? checkUser(user.values) : {};
}

/**
 * A user as it was entered, or as another system gives it.
 * @throws Failure naming the field that can't be
 */
export function checkUser({ type, identifier, name, email }: Record<string, unknown>): RequestUser {
	const number = readInteger('Request User: Type', type ?? 2, 1);
	if (number > 4) throw badInput('Request User: Type', 'is not one of STAR’s', 'Enter 1 (citizen), 2 (caseworker), 3 (system) or 4 (employee).');
	return { type: number, identifier: readField('Identifier', identifier), name: readField('Name', name), email: readField('E-Mail', email) };
}
