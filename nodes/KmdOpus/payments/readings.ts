import { asFailure } from '../../kit/failure';
import type { Failure } from '../../kit/failure';
import type { OpusJsonClient } from '../client';
import { Ledger } from './ledger';
import { readPayments } from './service';
import type { Wanted } from './wanted';

/** What came of reading an employee number's payments. */
export type Reading = { ledger: Ledger } | { failure: Failure };

/** The payments of a run's employee numbers, each read once before anything is posted. */
export class Readings {
	/** Numbers that more than one employee's lines may look at: only these are kept. */
	private readonly former: Set<string>;
	private readonly kept = new Map<string, Promise<Reading>>();

	constructor(
		private readonly client: OpusJsonClient,
		wanted: Wanted[],
	) {
		this.former = new Set(wanted.flatMap(({ formerNumbers }) => formerNumbers));
	}

	/** What stood under a number when the run first looked. */
	async of(employeeNumber: string): Promise<Reading> {
		if (!this.former.has(employeeNumber)) return await this.fresh(employeeNumber);
		const reading = this.kept.get(employeeNumber) ?? this.fresh(employeeNumber);
		this.kept.set(employeeNumber, reading);
		return await reading;
	}

	/** What stands under a number now. */
	async fresh(employeeNumber: string): Promise<Reading> {
		return await readPayments(this.client, employeeNumber).then(
			(lines) => ({ ledger: new Ledger(lines) }),
			(error: unknown) => ({ failure: asFailure(error) }),
		);
	}
}
