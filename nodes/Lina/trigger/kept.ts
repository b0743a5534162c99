import type { IDataObject, IHookFunctions, IWebhookFunctions } from 'n8n-workflow';

/** What a registration was made for: the workflow as it is published, or the editor that listens for a test event. */
export type Purpose = 'production' | 'test';

/** A registration at LINA, as far as this node knows it. LINA has no call that lists them (contract, section 3.1). */
export interface Registration {
	/** LINA's id of it, which stands in every push; none as long as no answer came. */
	uuid?: string;
	/** Where it points. */
	url: string;
	/** Whether it may point elsewhere, or be gone: the next activation says it anew. */
	isDoubtful?: boolean;
	/** Of a test: where the registration pointed that was taken for it. */
	borrowedFrom?: string;
}

type Kept = Partial<Record<Purpose, Registration>>;

/**
 * What the nodes of this process know of their registrations, by workflow and node id. n8n saves static data only after a registration was made, hands tests none of it, and may lose
 * it when a node is renamed; a push can arrive before it is saved.
 */
export const remembered = new Map<string, Kept>();

/** n8n says by its mode alone that something is for a test; when it ends one, not even so. */
export const purposeOf = (context: IHookFunctions | IWebhookFunctions): Purpose => (context.getMode() === 'manual' ? 'test' : 'production');

const keyOf = (context: IHookFunctions | IWebhookFunctions): string => `${context.getWorkflow().id}:${context.getNode().id}`;

const isRegistration = (value: unknown): value is Registration => typeof (value as Registration | undefined)?.url === 'string';

/** The registrations of one node: in n8n's static data, and in the memory of this process. */
export class KeptRegistrations {
	private readonly key: string;

	/** n8n's static data of the node; a test's own where it is one. */
	private readonly saved: IDataObject;

	constructor(context: IHookFunctions | IWebhookFunctions) {
		this.key = keyOf(context);
		this.saved = context.getWorkflowStaticData('node');
	}

	/** What is known for a purpose: what n8n saved, which another process may have written, and what this process remembers where it is another registration. */
	of(purpose: Purpose): Registration[] {
		const saved = this.saved[purpose];
		const inMemory = remembered.get(this.key)?.[purpose];
		if (!isRegistration(saved) || !inMemory) return [saved, inMemory].filter(isRegistration);
		if (inMemory.uuid !== saved.uuid) return [saved, inMemory];
		return [{ ...saved, ...inMemory, isDoubtful: saved.isDoubtful || inMemory.isDoubtful }];
	}

	/** The ids that pushes may carry which come to the address of a purpose. */
	idsOf(purpose: Purpose): string[] {
		return this.of(purpose).flatMap(({ uuid }) => uuid ?? []);
	}

	/** Puts a registration in the place of all that is known for its purpose. */
	keep(purpose: Purpose, registration: Registration): void {
		this.remember(purpose, registration);
		this.saved[purpose] = { ...registration };
	}

	/** Notes that what is known for production may not be so any more. */
	doubt(): void {
		const { production } = this.saved;
		if (isRegistration(production)) this.saved.production = { ...production, isDoubtful: true };
		const inMemory = remembered.get(this.key)?.production;
		if (inMemory) this.remember('production', { ...inMemory, isDoubtful: true });
	}

	/** Notes that there is nothing at LINA any more for a purpose. */
	forget(purpose: Purpose): void {
		delete remembered.get(this.key)?.[purpose];
		delete this.saved[purpose];
	}

	/** Remembers what n8n saved, where this process was started since and knows nothing yet. */
	learn(): void {
		const { production } = this.saved;
		if (isRegistration(production) && !remembered.get(this.key)?.production) this.remember('production', { ...production });
	}

	/** Where a registration points for another published workflow of this process; undefined where none lives by it. */
	urlOfOtherOwner(uuid: string): string | undefined {
		const others = [...remembered].filter(([key, { production }]) => key !== this.key && production?.uuid === uuid && !production.isDoubtful);
		return others[0]?.[1].production?.url;
	}

	private remember(purpose: Purpose, registration: Registration): void {
		remembered.set(this.key, { ...remembered.get(this.key), [purpose]: registration });
	}
}

const underWay = new Map<string, Promise<unknown>>();

/** Registers, and lets pushes wait that come before the answer was read: LINA may push at once. */
export async function registering<T>(context: IHookFunctions, register: () => Promise<T>): Promise<T> {
	const key = keyOf(context);
	const flight = register();
	underWay.set(key, flight);
	return await flight.finally(() => underWay.delete(key));
}

/** Waits for a registration of this node that is under way, whatever becomes of it. */
export async function registered(context: IWebhookFunctions): Promise<void> {
	await Promise.allSettled([underWay.get(keyOf(context))]);
}
