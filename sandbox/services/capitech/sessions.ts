import { randomUUID } from 'node:crypto';

import type { SandboxClock } from '../../clock.ts';
import { Refusal } from './refusal.ts';

const LIFETIME_HOURS = 8;
const REFRESH_LIFETIME_DAYS = 7;
const ACCOUNTS: ReadonlyMap<string, string> = new Map([['sandbox', 'sandbox']]);

/** `content[0]` of a login (capitech.md 2); times are local, without offset. */
export interface Login {
	readonly accessToken: string;
	readonly accessTokenExpires: string;
	readonly refreshToken: string;
	readonly refreshTokenExpires: string;
}

/** Server-side sessions; a token lives eight hours by the sandbox's clock. */
export class Sessions {
	readonly #clock: SandboxClock;
	readonly #live = new Map<string, { readonly username: string; readonly endsAt: number }>();

	constructor(clock: SandboxClock) {
		this.#clock = clock;
	}

	/** Opens a session; with `endsOthers` the user's earlier ones end. */
	open(username: string, password: string, endsOthers: boolean): Login {
		if (ACCOUNTS.get(username) !== password) throw new Refusal('Wrong username or password.');
		if (endsOthers) {
			for (const [token, session] of this.#live) if (session.username === username) this.#live.delete(token);
		}
		const accessToken = randomUUID();
		const ends = this.#clock.local().plus({ hours: LIFETIME_HOURS });
		this.#live.set(accessToken, { username, endsAt: ends.toMillis() });
		const form = "yyyy-MM-dd'T'HH:mm:ss";
		return {
			accessToken,
			accessTokenExpires: ends.toFormat(form),
			refreshToken: randomUUID(),
			refreshTokenExpires: ends.plus({ days: REFRESH_LIFETIME_DAYS }).toFormat(form),
		};
	}

	/** True while a token's session lives. */
	isLive(token: string): boolean {
		const session = this.#live.get(token);
		return session !== undefined && session.endsAt > this.#clock.now();
	}

	/** Ends one session. */
	close(token: string): void {
		this.#live.delete(token);
	}

	/** Ends them all. */
	closeAll(): void {
		this.#live.clear();
	}
}
