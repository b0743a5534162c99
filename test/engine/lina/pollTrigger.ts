import type { IDataObject, INodeParameters } from 'n8n-workflow';

import type { PolledNode } from '../support';
import { Poller } from '../support';
import { LinaBench } from './lina';

const MINUTE_MS = 60_000;

/** The dates of the world, which ends on 31 October 2026: none of its business days was changed later. */
export const DAY = '2026-10-30';

/** A sandbox and the poll trigger run against it, on one clock for both. */
export class PollBench extends LinaBench {
	/** The trigger of an active workflow. */
	async trigger(parameters: INodeParameters = {}, wishes: Partial<PolledNode> = {}): Promise<Poller> {
		return await Poller.open({ type: 'linaPollTrigger', parameters, credentials: await this.credentials(), ...wishes });
	}

	/** Polls, and gives the JSON of the items. */
	async events(trigger: Poller): Promise<IDataObject[]> {
		return (await trigger.poll()).map(({ json }) => json);
	}

	/** Lets minutes go by, for the pack and for the sandbox. */
	async minutes(count: number): Promise<void> {
		await this.passTime(count * MINUTE_MS);
	}

	async agree(...people: IDataObject[]): Promise<void> {
		await this.control.put('lina', { consents: people });
	}

	async withdraw(...userUuids: string[]): Promise<void> {
		await this.control.remove('lina', { consents: userUuids.map((userUuid) => ({ userUuid })) });
	}

	/** A shift of so many hours from 10 o'clock on, of the first user unless told otherwise. */
	async put(shiftId: number, businessDate: string, hours: number): Promise<void> {
		const [{ userUuid }] = await this.state('users');
		const von = Date.parse(`${businessDate}T10:00:00+01:00`) / 1000;
		await this.control.put('lina', { shifts: [{ shiftId, userUuid, businessDate, von, bis: von + hours * 3600, von2: 0, bis2: 0 }] });
	}

	async remove(shiftId: number): Promise<void> {
		await this.control.remove('lina', { shifts: [{ shiftId }] });
	}
}

/** `event userUuid` of items about consents. */
export const consentsInShort = (items: IDataObject[]): string[] => items.map(({ event, userUuid }) => `${String(event)} ${String(userUuid)}`).sort();
