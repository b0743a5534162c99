import { Failure } from '../../../../nodes/kit/failure';
import { readXml, writeXml } from '../../../../nodes/kit/xml';
import type { XmlNode } from '../../../../nodes/kit/xml';
import type { Occurrence, Step } from '../../../../nodes/KmdOpus/absence/occurrence';
import type { OpusSoapClient, SoapResult } from '../../../../nodes/KmdOpus/soap/client';
import type { SoapOperation, SoapValues } from '../../../../nodes/KmdOpus/soap/operation';
import { Register } from './register';

/** What happens to a write: refused, its request lost, its answer lost after it was acted upon, or turned away before it came to anything. */
export type WriteFault = 'none' | 'refused' | 'lostBefore' | 'lostAfter' | 'unavailable';

const lost = new Failure({ kind: 'unavailable', message: 'The connection was cut' });

const leavesOf = (fields: Record<string, string>): XmlNode[] => Object.entries(fields).map(([name, text]) => ({ name, text }));

const rootOf = (children: XmlNode[]) => readXml(writeXml({ name: 'Response', children }))!;

function stepOf(values: SoapValues, relatedTo: (record: Occurrence) => string): Step {
	const text = (name: string) => (values[name] as string | undefined) ?? '';
	const record = (prefix: string): Occurrence => ({
		employeeNumber: text('PersonnelNumber'),
		type: text(`${prefix}AbsenceAttendanceType`),
		startDate: text(`${prefix}StartDate`),
		endDate: text(`${prefix}EndDate`),
		startTime: text(`${prefix}StartTime`),
		endTime: text(`${prefix}EndTime`),
		relatedKey: text('AdditionalData'),
	});
	const original = record('Original');
	original.relatedKey = relatedTo(original);
	const operation = text('Operation') as Step['operation'];
	if (operation === 'INS') return { operation, wanted: record('') };
	return operation === 'DEL' ? { operation, original } : { operation, original, wanted: record('') };
}

/** Stands in for the service behind the client: a register, and faults by the number of the call. */
export class Service {
	readonly register: Register;
	writes = 0;
	private reads = 0;

	constructor(
		records: Occurrence[],
		private readonly writeFaults: WriteFault[] = [],
		/** Reads that fail. */
		private readonly readFaults: boolean[] = [],
	) {
		this.register = new Register(records);
	}

	/** From here on nothing goes wrong. */
	heal(): void {
		this.writeFaults.length = 0;
		this.readFaults.length = 0;
	}

	get client(): OpusSoapClient {
		return this as unknown as OpusSoapClient;
	}

	readonly vendorUuid = '';

	async send(_operation: SoapOperation, values: SoapValues): Promise<SoapResult> {
		const fault = this.writeFaults[this.writes++] ?? 'none';
		if (fault === 'unavailable') return { kind: 'failure', failure: lost, mayHaveActed: false };
		if (fault === 'lostBefore') return { kind: 'failure', failure: lost, mayHaveActed: true };
		const relatedTo = ({ startDate }: Occurrence) => this.register.records.find((record) => record.startDate === startDate)?.relatedKey ?? '';
		const refusal = fault === 'refused' ? 'Afvist' : this.register.make(stepOf(values, relatedTo));
		if (fault === 'lostAfter') return { kind: 'failure', failure: lost, mayHaveActed: true };
		const status = { StatusType: refusal ? 'E' : 'S', MessageText: refusal ?? '' };
		return { kind: 'answer', root: rootOf([{ name: 'ReturnStatus', children: leavesOf(status) }]) };
	}

	async read(_operation: SoapOperation, { StartDate, EndDate }: SoapValues) {
		if (this.readFaults[this.reads++]) throw lost;
		const inPeriod = this.register.records.filter(({ startDate, endDate }) => endDate >= String(StartDate) && startDate <= String(EndDate));
		const items = inPeriod.map(({ employeeNumber, type, startDate, endDate, startTime, endTime, relatedKey }) => ({
			name: 'item',
			children: [
				{
					name: 'Item',
					children: [
						...leavesOf({ PersonnelNumber: employeeNumber, StartDate: startDate, EndDate: endDate, StartTime: startTime, EndTime: endTime, AbsenceAttendanceType: type }),
						...(relatedKey ? [{ name: 'CompLeave', children: [{ name: 'Item', children: leavesOf({ ChildNumber: relatedKey }) }] }] : []),
					],
				},
			],
		}));
		return rootOf([{ name: 'AbsenceAttendance', children: items }]);
	}
}
