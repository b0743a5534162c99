import { ControlError } from '../../service.ts';
import { BLANK_PAYMENT } from '../../world/opusMasterData.ts';
import type {
	Account,
	CostCenter,
	Employment,
	OneTimePayment,
	OpusWorld,
	PayElement,
	PayPeriod,
	Person,
	PspElement,
} from '../../world/types.ts';
import { Collection, type RecordKind } from '../collection.ts';
import { withoutLeadingZeros, withPlainNumber } from './employeeNumber.ts';

const NEW_EMPLOYMENT: Omit<Employment, 'Medarbejdernummer'> = {
	CPR_nummer: '',
	Navn: '',
	Ansaettelsesforhold: '03',
	Ekstraciffer: '0',
	Fra: '1900-01-01',
	Til: '9999-12-31',
	Laast: false,
};

const NEW_COST_OBJECT = { Tekst: '', Spaerret: false };

/** Everything the simulated Opus holds. */
export class OpusLedger {
	readonly persons = new Collection<Person>('persons', ['CPR_nummer']);
	readonly employments = new Collection<Employment>('employments', ['Medarbejdernummer'], NEW_EMPLOYMENT);
	readonly costCenters = new Collection<CostCenter>('costCenters', ['Omkostningssted'], NEW_COST_OBJECT);
	readonly pspElements = new Collection<PspElement>('pspElements', ['PSP_Element'], NEW_COST_OBJECT);
	readonly payElements = new Collection<PayElement>('payElements', ['Loenart', 'Loebenummer']);
	readonly accounts = new Collection<Account>('accounts', ['Kontonummer']);
	readonly payPeriods = new Collection<PayPeriod>('payPeriods', ['Fra'], { Lukket: false });
	readonly #payments = new Map<string, OneTimePayment>();
	readonly #paymentsOf = new Map<string, Set<OneTimePayment>>();
	readonly #writtenByClients = new Set<string>();
	#lastObjectId = 0;

	/** Takes a new world over. */
	load(world: OpusWorld): void {
		this.persons.load(world.persons);
		this.employments.load(world.employments);
		this.costCenters.load(world.costCenters);
		this.pspElements.load(world.pspElements);
		this.payElements.load(world.payElements);
		this.accounts.load(world.accounts);
		this.payPeriods.load(world.payPeriods);
		this.#payments.clear();
		this.#paymentsOf.clear();
		this.#writtenByClients.clear();
		this.#lastObjectId = 100_000;
		for (const payment of world.payments) this.#put(payment);
	}

	/** The employment with a number, leading zeros or not. */
	employment(number: string): Employment | undefined {
		return this.employments.get(withoutLeadingZeros(number));
	}

	/** Whether a date lies in a closed pay period; a date in no pay period does not. */
	isClosed(date: string): boolean {
		return this.payPeriods.list().some(({ Fra, Til, Lukket }) => Lukket && Fra <= date && date <= Til);
	}

	/** The payments of an employment, oldest first. */
	paymentsOf(number: string): OneTimePayment[] {
		return [...(this.#paymentsOf.get(withoutLeadingZeros(number)) ?? [])];
	}

	/** Every payment. */
	payments(): OneTimePayment[] {
		return [...this.#payments.values()];
	}

	/** Every payment that no client has written. */
	paymentsOfWorld(): OneTimePayment[] {
		return this.payments().filter((payment) => !this.#writtenByClients.has(payment.Objekt_id));
	}

	/** Registers a client's payment under a new running number. */
	register(payment: Omit<OneTimePayment, 'Objekt_id'>): void {
		const registered = { ...BLANK_PAYMENT, ...payment, Objekt_id: String(this.#lastObjectId + 1) };
		this.#writtenByClients.add(registered.Objekt_id);
		this.#put(registered);
	}

	/** Employments as a kind of record for the control API. */
	readonly employmentRecords: RecordKind = {
		upsert: (record) => this.employments.upsert(withPlainNumber(record)),
		remove: (record) => this.employments.remove(withPlainNumber(record)),
	};

	/** Payments as a kind of record for the control API; one without Objekt_id gets the next number. */
	readonly paymentRecords: RecordKind = {
		upsert: (record) => {
			const given = { Objekt_id: String(this.#lastObjectId + 1), ...(record as Partial<OneTimePayment>) };
			const known = this.#payments.get(given.Objekt_id);
			const payment = { ...BLANK_PAYMENT, ...known, ...given };
			if (payment.Medarbejdernummer === '') throw new ControlError('A payment needs a Medarbejdernummer.');
			if (known !== undefined) this.#take(known);
			this.#put(payment);
		},
		remove: (record) => {
			const { Objekt_id: id } = record as Partial<OneTimePayment>;
			const known = this.#payments.get(id ?? '');
			if (known === undefined) throw new ControlError(`There is no payment with Objekt_id ${id}.`);
			this.#take(known);
		},
	};

	#put(payment: OneTimePayment): void {
		const number = withoutLeadingZeros(payment.Medarbejdernummer);
		this.#payments.set(payment.Objekt_id, payment);
		const own = this.#paymentsOf.get(number);
		if (own === undefined) this.#paymentsOf.set(number, new Set([payment]));
		else own.add(payment);
		this.#lastObjectId = Math.max(this.#lastObjectId, Number(payment.Objekt_id) || 0);
	}

	#take(payment: OneTimePayment): void {
		this.#payments.delete(payment.Objekt_id);
		this.#paymentsOf.get(withoutLeadingZeros(payment.Medarbejdernummer))?.delete(payment);
	}
}
