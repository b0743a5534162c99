import type { INodeProperties } from 'n8n-workflow';

/** The fields of an enrolment that may be left out, in the collection `additionalFields` of Create and `enrolment` of Update. */
export const optionalEnrolmentFields: INodeProperties[] = [
	{
		displayName: 'Email',
		name: 'email',
		type: 'string',
		default: '',
		placeholder: 'e.g. name@email.com',
		description: 'Address of the citizen (Emailadresse). It was once needed for receipts of Jobnet.',
	},
	{
		displayName: 'Event Date (Hændelsesdato)',
		name: 'eventDate',
		type: 'dateTime',
		default: '',
		description: 'When it happened, if it was not registered on the same day. Without an offset it is Danish time.',
	},
	{
		displayName: 'Title (Titel)',
		name: 'title',
		type: 'string',
		default: '',
		description: 'Title of the job agent. STAR’s page names the field and says nothing about it.',
	},
];
