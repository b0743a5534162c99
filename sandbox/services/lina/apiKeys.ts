import { createHash } from 'node:crypto';

import { Collection } from '../collection.ts';

/** What a client may be allowed (lina.md 1.0). */
export type Scope = 'personal_read' | 'personal_write';

/** Both. */
export const ALL_SCOPES: readonly Scope[] = ['personal_read', 'personal_write'];

/** A key as the store's manager made it (lina.md 2.2). */
export interface ApiKey {
	/** 40 hexadecimal digits. */
	readonly apiKey: string;
	readonly name: string;
	readonly scopes: readonly Scope[];
	/** Addresses it may be used from, separated by `;`; empty: from anywhere. */
	readonly ipAddresses: string;
	/** Null: without end. */
	readonly validDays: number | null;
	/** ISO 8601 in UTC. */
	readonly createdAt: string;
}

const DAY_MS = 86_400_000;

/** 40 hexadecimal digits that follow from the seed of the world and what they are for. */
export function seededHex(seed: number, purpose: string): string {
	return createHash('sha1').update(`lina ${seed} ${purpose}`).digest('hex');
}

/** The key with all rights of the world with this seed. */
export function fullKeyOf(seed: number): string {
	return seededHex(seed, 'api key');
}

/** The store's API keys: one with all rights, one that may only read. */
export class ApiKeys {
	readonly records = new Collection<ApiKey>('apiKeys', ['apiKey'], {
		name: '',
		scopes: ALL_SCOPES,
		ipAddresses: '',
		validDays: null,
		createdAt: new Date(0).toISOString(),
	});

	/** Makes the keys of the world with this seed. */
	load(seed: number, createdAt: string): void {
		const common = { ipAddresses: '127.0.0.1;::1', validDays: null, createdAt };
		this.records.load([
			{ apiKey: fullKeyOf(seed), name: 'Nordic Workforce', scopes: ALL_SCOPES, ...common },
			{ apiKey: seededHex(seed, 'reading key'), name: 'Report', scopes: ['personal_read'], ...common },
		]);
	}

	/** The key, unless there is none or it has expired. */
	valid(apiKey: string, now: number): ApiKey | undefined {
		const key = this.records.get(apiKey);
		if (key === undefined || key.validDays === null) return key;
		return now < Date.parse(key.createdAt) + key.validDays * DAY_MS ? key : undefined;
	}
}

/** Whether a key may be used from an address. */
export function allowsAddress({ ipAddresses }: ApiKey, address: string): boolean {
	const allowed = ipAddresses.split(';').map((part) => part.trim()).filter((part) => part !== '');
	return allowed.length === 0 || allowed.includes(address);
}
