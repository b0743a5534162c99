import { isObject } from '../../kit/json';
import type { PollSource } from '../../kit/poll';

/** What a trigger keeps, under the name of its event. */
export type KeptByEvent = Record<string, unknown>;

/** A source whose state stands under the name of the event, so that a trigger whose event is changed begins anew with the other one, and forgets the first. */
export const perEvent = <State>(event: string, source: PollSource<State>): PollSource<KeptByEvent> => ({
	version: source.version,
	isState: (kept): kept is KeptByEvent => isObject(kept) && (kept[event] === undefined || source.isState(kept[event])),
	read: async (poll, kept) => {
		const { items, state } = await source.read(poll, kept?.[event] as State | undefined);
		return { items, state: { [event]: state } };
	},
	sample: async (poll) => await source.sample(poll),
});
