import type { Occurrence, Step } from '../../../../nodes/KmdOpus/absence/occurrence';
import { daysOf, sorted } from './shapes';

const key = ({ type, startDate, endDate, startTime, endTime }: Occurrence): string => [type, startDate, endDate, startTime, endTime].join(' ');

/** A register of absence under the rules of the service: no two records on one day, no change of what is not there. */
export class Register {
	constructor(public records: Occurrence[]) {}

	/** Makes a step, or says why not. */
	make(step: Step): string | undefined {
		const taken = 'original' in step ? this.records.find((record) => key(record) === key(step.original)) : undefined;
		if ('original' in step && !taken) return 'The original does not stand';
		const rest = this.records.filter((record) => record !== taken);
		const { wanted } = step as { wanted?: Occurrence };
		if (wanted && rest.some((record) => daysOf(record).some((day) => daysOf(wanted).includes(day)))) return 'Collision';
		this.records = sorted(wanted ? [...rest, wanted] : rest);
		return undefined;
	}
}
