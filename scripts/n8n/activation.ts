import { openEvents } from './events.ts';
import type { N8nSession, WorkflowEntry } from './session.ts';

const timeoutMs = 60_000;

/**
 * Switches a workflow on and waits until its triggers run: n8n answers the request before that. A poll trigger has been polled once by then.
 * Rejects with n8n's own message when a trigger could not be started.
 */
export async function switchOn(session: N8nSession, idOrName: string): Promise<WorkflowEntry> {
	const { id, name } = await session.workflow(idOrName);
	const events = await openEvents(session);
	try {
		const entry = await session.activate(id);
		const { type, data } = await events.first(
			(message) => /^workflow(Activated|PartiallyActivated|FailedToActivate)$/.test(message.type) && message.data?.workflowId === id,
			`the activation of '${name}'`,
			timeoutMs,
		);
		if (type !== 'workflowActivated') throw new Error(`'${name}' was not activated: ${data?.errorMessage}`);
		return entry;
	} finally {
		events.close();
	}
}

/** Switches a workflow off and waits until its triggers have ended. */
export async function switchOff(session: N8nSession, idOrName: string): Promise<void> {
	const { id, name } = await session.workflow(idOrName);
	const events = await openEvents(session);
	try {
		await session.deactivate(id);
		await events.first(({ type, data }) => type === 'workflowDeactivated' && data?.workflowId === id, `the end of '${name}'`, timeoutMs);
	} finally {
		events.close();
	}
}
