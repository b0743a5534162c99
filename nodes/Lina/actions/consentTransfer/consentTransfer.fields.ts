import type { INodeProperties } from 'n8n-workflow';

/** What was agreed on the transfer, read by `consentTransfer/settings`. */
export const settingsField: INodeProperties = {
	displayName: 'Settings',
	name: 'settings',
	type: 'json',
	typeOptions: { rows: 10 },
	default: `{
  "store": "main",
  "thirdParty": "",
  "purpose": "",
  "documentTypes": { "consent": "", "withdrawal": "" },
  "sourceSystem": "LINA",
  "language": "da",
  "honoursReference": false,
  "humanListDays": 30,
  "lookAgainHours": 24
}`,
	required: true,
	description: 'Third party, purpose and document types, as the documentation of the workflow LINA to Personalemappe describes them. Take them from one settings node.',
};

/** What may be done about those who are gone, and about those on the list. */
export const scopeFields: INodeProperties[] = [
	{
		displayName: 'Allow Many Withdrawals',
		name: 'allowManyWithdrawals',
		type: 'boolean',
		default: false,
		description: 'Whether more than 10 consents and more than a tenth of those known, or all of more than 3, may be gone at once. Otherwise that goes to a human, and nothing is filed or erased.',
	},
	{
		displayName: 'Look Again',
		name: 'lookAgain',
		type: 'boolean',
		default: false,
		description: 'Whether to look those up again now who are on the list for a human, and not only after the hours in the settings',
	},
];
