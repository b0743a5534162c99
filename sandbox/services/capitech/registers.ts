import type { CapitechRegisters, CapitechWorld } from '../../world/types.ts';
import { Collection } from '../collection.ts';

/** What writes of employees are checked against (capitech.md 3.5). */
export class Registers {
	readonly kinds = {
		externalSystems: new Collection<CapitechRegisters['externalSystems'][number]>('externalSystems', ['externalSystemId']),
		postalCodes: new Collection<CapitechRegisters['postalCodes'][number]>('postalCodes', ['postalCode']),
	} as const;

	/** Takes a new world's registers. */
	load({ externalSystems, postalCodes }: CapitechWorld): void {
		this.kinds.externalSystems.load(externalSystems);
		this.kinds.postalCodes.load(postalCodes);
	}
}
