/** A person who can log in to the store; field names of getPersonalData where it has them (lina.md 1.6). */
export interface LinaUser {
	userUuid: string;
	userVorname: string;
	/** The family name. */
	userName: string;
	userEmail: string;
	/** Name of the first area the person takes part in; what third parties are told. */
	bereich: string;
	/** Numbers of the areas the person takes part in (the right "Teilnehmen"). */
	areas: number[];
	/** EUR an hour. */
	hourlyWage: number;
	/** What is paid on top, as a part of the wage: night 1, night 2, Sunday, holiday. */
	surchargeRates: [number, number, number, number];
	/** Name of the main store (Hauptladen): consent can be given there alone (lina.md 3.2). */
	mainStore: string;
}

/** A work area (Bereich): rows of shifts carry the number, which is fixed; the name is the store's own (lina.md 5.13). */
export interface LinaArea {
	readonly number: number;
	readonly name: string;
	/** Urlaub, Krank and the like: what is booked there is absence. */
	readonly administrative: boolean;
}

/**
 * A shift (Lohnschicht) or an absence of one person on one business day. Times are Unix seconds, 0 where there is
 * none; a plain shift stands in the first pair, a split one (Teildienst) in both, an absence in neither.
 */
export interface LinaShift {
	/** LINA's own; the reads do not show it. */
	shiftId: number;
	/** The reads do not show it either. */
	userUuid: string;
	/** Date of the business day (Geschäftstag), `yyyy-MM-dd`. */
	businessDate: string;
	von: number;
	bis: number;
	von2: number;
	bis2: number;
	/** Minutes. */
	pause: number;
	/** Days of absence. */
	tage: number;
	bereich: number;
	/** Confirmed (bestätigt): counts for payroll. */
	confirmed: boolean;
	/** When it was last written, ISO 8601 in UTC. */
	changedAt: string;
}

/** A business day (Geschäftstag): it lasts until its end-of-day closing, at no fixed hour (lina.md 5.3). */
export interface LinaBusinessDay {
	/** `yyyy-MM-dd`. */
	businessDate: string;
	/** The closing (Tagesabschluss), Unix seconds; 0 while there was none. */
	closing: number;
	/** Name of the holiday that the store defined for this date; empty when there is none. */
	holiday: string;
	/** Its time sheet (Zeiterfassung) is closed: rows are locked. */
	timeSheetClosed: boolean;
	/** When something about its shifts last changed, ISO 8601 in UTC; empty when nothing ever did. */
	changedAt: string;
}

/** Revenue (Umsatz) of one hour of a business day. */
export interface LinaRevenue {
	businessDate: string;
	/** Hour of the local day, 0 to 23. */
	hour: number;
	/** EUR. */
	umsatz: number;
}

/** Everything that one store of the simulated LINA holds. */
export interface LinaWorld {
	/** The store (Laden) that API keys and clients belong to. */
	readonly store: string;
	readonly areas: LinaArea[];
	readonly users: LinaUser[];
	readonly shifts: LinaShift[];
	readonly businessDays: LinaBusinessDay[];
	readonly revenue: LinaRevenue[];
	/** Keys of the users whose consent stands when the world begins; nobody is told of it. */
	readonly consenting: string[];
}
