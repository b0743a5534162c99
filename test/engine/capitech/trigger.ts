import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { DateTime } from 'luxon';

import type { PolledNode } from '../support';
import { Poller } from '../support';
import { CapitechBench, CREDENTIAL, setPackClock } from './capitech';

export const ZONE = 'Europe/Oslo';

/** An item of the trigger that is a row. */
export interface ToldRow extends IDataObject {
	event: string;
	events: string[];
	uid: number;
	timeCategoryId: number;
}

/** A sandbox and the trigger polled against it, on one clock for both. */
export class TriggerBench extends CapitechBench {
	/** The time of the sandbox and of the pack. */
	time = DateTime.fromISO('2026-11-01T06:00', { zone: ZONE });

	/** Puts both clocks to a time: the wall clock in Norway unless it has an offset. */
	async setTime(time: string | DateTime): Promise<void> {
		this.time = (typeof time === 'string' ? DateTime.fromISO(time, { zone: ZONE }) : time).setZone(ZONE);
		await this.control.clock({ now: this.time.toUTC().toISO() });
		await setPackClock({ now: () => this.time.toJSDate(), sleep: async (ms) => void (this.waited += ms) });
	}

	/** Moves both clocks on. */
	async pass(minutes: number): Promise<void> {
		await this.setTime(this.time.plus({ minutes }));
	}

	/** The trigger of an active workflow, on client 100 unless told otherwise. */
	async trigger(parameters: INodeParameters = {}, wishes: Partial<PolledNode> = {}): Promise<Poller> {
		await this.setTime(this.time);
		const { [CREDENTIAL]: record } = await this.credentials();
		return await Poller.open({ type: 'capitechTrigger', parameters: { clientIds: '100', ...parameters }, credentials: { [CREDENTIAL]: record }, ...wishes });
	}

	/** Polls, and gives the JSON of the items. */
	async told(trigger: Poller): Promise<ToldRow[]> {
		return (await trigger.poll()).map(({ json }) => json as ToldRow);
	}
}

/** `uid:category event+event` of items that are rows. */
export const inShort = (rows: ToldRow[]): string[] => rows.map(({ uid, timeCategoryId, events }) => `${uid}:${timeCategoryId} ${events.join('+')}`);
