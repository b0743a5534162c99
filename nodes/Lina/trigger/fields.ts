import type { INodeProperties } from 'n8n-workflow';

import { changePathOption, deletePathOption, uuidFieldOption } from '../webhook/calls.fields';

/** The fields of the trigger. */
export const triggerFields: INodeProperties[] = [
	{
		displayName:
			'Activating registers this workflow at LINA. From then on LINA asks all staff of the store at their next log-in whether their data may be handed on (Datenweitergabe). LINA keeps one URL per API key: use one workflow for it.',
		name: 'consentNotice',
		type: 'notice',
		default: '',
	},
	{
		displayName:
			'A push is a hint: LINA signs none, and never repeats one. Read again with <i>Employee: Get Many With Consent</i> before you act on it, and once a day besides.',
		name: 'hintNotice',
		type: 'notice',
		default: '',
	},
	{
		displayName:
			'Listening for a test event may divert the pushes from the published workflow: those that come meanwhile do not reach it. When the test ends, the URL is put back. If in doubt, deactivate and activate the workflow afterwards.',
		name: 'testNotice',
		type: 'notice',
		default: '',
	},
	{
		displayName: 'Events',
		name: 'events',
		type: 'multiOptions',
		default: ['consentGiven', 'consentWithdrawn'],
		required: true,
		options: [
			{
				name: 'Consent Given (Zustimmung)',
				value: 'consentGiven',
				description: 'An employee agreed that the data is handed on. Comes with name, email and area.',
			},
			{
				name: 'Consent Withdrawn (Widerruf)',
				value: 'consentWithdrawn',
				description: 'An employee took the consent back: what is held of the person must be erased. Comes with the ID only.',
			},
		],
		description: 'What starts the workflow',
	},
	{
		displayName: 'Include Personal Data',
		name: 'includePersonalData',
		type: 'boolean',
		default: true,
		description: 'Whether items say who it is: the ID, and the name, email and area that came with a consent. Switch it off where the workflow reads again anyway: n8n keeps what starts an execution in its database for some minutes, saved or not, and longer when it crashes.',
	},
	{
		displayName: 'When Deactivated',
		name: 'whenDeactivated',
		type: 'options',
		default: 'delete',
		options: [
			{ name: 'Change the URL', value: 'changeUrl', description: 'LINA pushes to another address meanwhile' },
			{ name: 'Delete the Registration', value: 'delete', description: 'LINA pushes no more. Activating registers anew.' },
			{ name: 'Keep the Registration', value: 'keep', description: 'LINA goes on pushing to this address, where nobody answers. Activating goes on with the same registration.' },
		],
		description: 'What becomes of the registration at LINA when the workflow is deactivated, or published with other settings of this node',
	},
	{
		displayName: 'Other URL',
		name: 'otherUrl',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. https://hr.example.org/lina',
		displayOptions: { show: { whenDeactivated: ['changeUrl'] } },
		description: 'Where LINA pushes while the workflow is not active',
	},
	{
		displayName: 'Assumed Names',
		name: 'assumedNames',
		type: 'collection',
		placeholder: 'Add Name',
		default: {},
		options: [changePathOption, deletePathOption, uuidFieldOption],
		description: 'LINA publishes that a registration can be changed and deleted, but not the calls. Set other names here if ours are not right.',
	},
];
