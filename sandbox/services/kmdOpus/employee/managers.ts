import type { EmployeeRecord } from '../../../world/employeeTypes.ts';
import type { XmlNode } from '../soap/xml.ts';
import type { EmployeeRecords } from './recordStore.ts';
import { employeeReference, ofEmployee } from './wire.ts';

const textOf = (value: EmployeeRecord[string]): string => (typeof value === 'string' ? value : '');

/** Who leads whom, as of a day (kmd-opus.md 1.5: Personaleleder is read as of today only). */
export class Managers {
	readonly #records: EmployeeRecords;
	readonly #today: string;
	readonly #leaderOf = new Map<string, EmployeeRecord>();

	constructor(records: EmployeeRecords, today: string) {
		this.#records = records;
		this.#today = today;
		for (const record of records.list()) {
			if (record.Datakategori !== '0001' || !this.#holds(record)) continue;
			for (const unit of [record.LederOrgEnhed ?? []].flat()) this.#leaderOf.set(String(unit), record);
		}
	}

	/** The Personaleleder of an employee: who leads the unit, or the unit above for the leader; none at the top. */
	of(number: string): XmlNode[] {
		const own = this.#valid(number, '0001');
		if (own === undefined) return [];
		const leaders = [own.Organisationsenhed, own.OvenliggendeOrgEnhed].map((unit) => this.#leaderOf.get(textOf(unit)));
		const leader = leaders.find((record) => record !== undefined && record.Medarbejdernummer !== own.Medarbejdernummer);
		if (leader === undefined) return [];
		const person = this.#valid(leader.Medarbejdernummer, '0002');
		const [given, family] = [textOf(person?.Fornavn), textOf(person?.Efternavn)];
		const [from, to] = [
			own.Gyldighedsstart > leader.Gyldighedsstart ? own.Gyldighedsstart : leader.Gyldighedsstart,
			own.Gyldighedsstop < leader.Gyldighedsstop ? own.Gyldighedsstop : leader.Gyldighedsstop,
		];
		return [
			ofEmployee('Personaleleder', [
				employeeReference(leader.Medarbejdernummer),
				ofEmployee('Gyldighedsstart', from),
				ofEmployee('Gyldighedsstop', to),
				ofEmployee('FornavnOverordnet', given),
				ofEmployee('EfternavnOverordnet', family),
				ofEmployee('SammensatNavnOverordnet', `${given} ${family}`.trim()),
			]),
		];
	}

	#valid(number: string, category: string): EmployeeRecord | undefined {
		return this.#records.of(number).find((record) => record.Datakategori === category && this.#holds(record));
	}

	#holds({ Gyldighedsstart, Gyldighedsstop, Slettet, IkkeGodkendt }: EmployeeRecord): boolean {
		return Slettet !== true && IkkeGodkendt !== true && Gyldighedsstart <= this.#today && this.#today <= Gyldighedsstop;
	}
}
