import type { IDataObject, INodeParameters } from 'n8n-workflow';

import type { PolledNode } from '../support';
import { Poller } from '../support';
import { AkasseBench } from './bench';

export const AKASSER = ['akasseNew', 'akasseChanged', 'akasseClosed'];
export const BRANCHES = ['branchNew', 'branchChanged', 'branchClosed'];

/** A sandbox and the trigger polled against it. */
export class DirectoryBench extends AkasseBench {
	/** The trigger of an active workflow. */
	async trigger(parameters: INodeParameters = {}, wishes: Partial<PolledNode> = {}): Promise<Poller> {
		return await Poller.open({ type: 'starAkasseTrigger', parameters: { events: [...AKASSER, ...BRANCHES], ...parameters }, credentials: await this.credentials(), ...wishes });
	}

	/** Polls, and gives the JSON of the items. */
	async events(trigger: Poller): Promise<IDataObject[]> {
		return (await trigger.poll()).map(({ json }) => json);
	}

	/** Polls, and gives the items in short. */
	async told(trigger: Poller): Promise<string[]> {
		return (await this.events(trigger)).map(inShort).sort();
	}

	async akasse(akasseKode: string): Promise<IDataObject> {
		return (await this.state('akasser')).find((record) => record.akasseKode === akasseKode)!;
	}

	/** Puts an a-kasse in, or changes the one of this code; what is undefined is taken away. */
	async put(akasseKode: string, changes: IDataObject): Promise<void> {
		await this.replace('akasser', { akasseKode }, changes);
	}

	/** As `put`, of a branch office. */
	async putBranch(akasseKode: string, afdelingskontorKode: string, changes: IDataObject): Promise<void> {
		await this.replace('branches', { akasseKode, afdelingskontorKode }, changes);
	}

	/** Closes an a-kasse and its branch offices. */
	async close(akasseKode: string): Promise<void> {
		const branches = (await this.state('branches')).filter((branch) => branch.akasseKode === akasseKode);
		await this.control.remove('starAkasse', { akasser: [{ akasseKode }], branches });
	}

	async closeBranch(akasseKode: string, afdelingskontorKode: string): Promise<void> {
		await this.control.remove('starAkasse', { branches: [{ akasseKode, afdelingskontorKode }] });
	}

	/** The service keeps of a record what is not put in anew: so it is taken out first. */
	private async replace(kind: string, key: IDataObject, changes: IDataObject): Promise<void> {
		const standing = (await this.state(kind)).find((record) => Object.entries(key).every(([name, value]) => record[name] === value));
		if (standing) await this.control.remove('starAkasse', { [kind]: [key] });
		await this.control.put('starAkasse', { [kind]: [{ ...standing, ...changes, ...key }] });
	}
}

/** An item in short: `akasseChanged 901: address, contact`. */
export const inShort = ({ event, akasseCode, branchCode, changed }: IDataObject): string =>
	`${String(event)} ${[akasseCode, branchCode].filter(Boolean).join('/')}${changed ? `: ${(changed as string[]).join(', ')}` : ''}`;
