import type { INodeProperties } from 'n8n-workflow';

/** The entries of the *Options* collection of every operation that spends calls, as `readBudget` reads them. */
export const budgetOptions: INodeProperties[] = [
	{
		displayName: 'Call Limit',
		name: 'callLimit',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 100,
		description: 'Calls that LINA grants the store in 15 minutes. A store with further licences has more; enter less if other systems ask LINA for the same store.',
	},
	{
		displayName: 'Longest Wait (Minutes)',
		name: 'longestWait',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: 20,
		description: 'How long one execution of this node waits for free calls in all. A longer wait ends it with the time left.',
	},
	{
		displayName: 'On Rate Limit',
		name: 'onRateLimit',
		type: 'options',
		default: 'wait',
		options: [
			{ name: 'Stop', value: 'stop', description: 'End at once, and say when the next call is free' },
			{ name: 'Wait', value: 'wait', description: 'Wait until a call is free. The execution stays active meanwhile.' },
		],
		description: 'What to do when the calls of the last 15 minutes are spent',
	},
	{
		displayName: 'Reserve',
		name: 'reserve',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: 10,
		description: 'Calls of the limit that this node leaves to others',
	},
];
