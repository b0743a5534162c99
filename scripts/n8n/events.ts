import type { N8nSession } from './session.ts';

/** What n8n sends to the editor. */
export type PushMessage = {
	type: string;
	data?: { executionId?: string; nodeName?: string; data?: unknown; status?: string; workflowId?: string; errorMessage?: string };
};

/** The events that n8n sends to one session, from the moment they are opened. */
export type Events = {
	/** All that came so far, oldest first. */
	messages: readonly PushMessage[];
	/** The first message that fits, of those that came and those to come; rejects when none does in time, saying what was waited for. */
	first(fits: (message: PushMessage) => boolean, what: string, timeoutMs: number): Promise<PushMessage>;
	close(): void;
};

/** Opens the connection on which n8n tells an editor what happens. A session has one at a time. */
export async function openEvents(session: N8nSession): Promise<Events> {
	const { host } = new URL(session.url);
	const socket = new WebSocket(`ws://${host}/rest/push?pushRef=${session.pushRef}`, {
		headers: { ...session.headers(), origin: session.url },
	});
	socket.binaryType = 'arraybuffer';
	const messages: PushMessage[] = [];
	let wake = () => {};
	let open = true;
	socket.addEventListener('message', ({ data }) => {
		messages.push(JSON.parse(typeof data === 'string' ? data : Buffer.from(data).toString('utf8')));
		wake();
	});
	socket.addEventListener('close', () => {
		open = false;
		wake();
	});
	await new Promise((resolve, reject) => {
		socket.addEventListener('open', resolve, { once: true });
		socket.addEventListener('error', () => reject(new Error('n8n refused the event connection')), {
			once: true,
		});
	});

	const first: Events['first'] = async (fits, what, timeoutMs) => {
		const deadline = Date.now() + timeoutMs;
		for (;;) {
			const found = messages.find(fits);
			if (found) return found;
			if (!open) throw new Error(`n8n closed the connection before ${what}`);
			const left = deadline - Date.now();
			if (left <= 0) throw new Error(`Not in ${timeoutMs / 1000} s: ${what}`);
			await new Promise<void>((resolve) => {
				const timer = setTimeout(resolve, left);
				wake = () => {
					clearTimeout(timer);
					resolve();
				};
			});
		}
	};
	return { messages, first, close: () => socket.close() };
}
