/** A tidskategori: what kind of hours or count a row stands for (capitech.md 3.1, types O/T/P/S). */
export interface TimeCategory {
	readonly id: number;
	readonly name: string;
	readonly typeId: 'O' | 'T' | 'P' | 'S';
	readonly payable: 0 | 1;
}

/** Display names of the four types (capitech.md 3.1). */
export const TYPE_NAMES: Readonly<Record<TimeCategory['typeId'], string>> = {
	O: 'Ordinær',
	T: 'Tillegg',
	P: 'Overtid',
	S: 'Overtidstillegg',
};

/** The categories of the synthetic firms, by what they are used for. */
export const CATEGORY = {
	hourly: { id: 10, name: 'Timelønn', typeId: 'O', payable: 1 },
	monthly: { id: 11, name: 'Fastlønn', typeId: 'O', payable: 1 },
	overtime50: { id: 20, name: 'Overtid 50 %', typeId: 'P', payable: 1 },
	overtime100: { id: 21, name: 'Overtid 100 %', typeId: 'P', payable: 1 },
	overtimeSupplement50: { id: 25, name: 'Overtidstillegg 50 %', typeId: 'S', payable: 1 },
	evening: { id: 30, name: 'Kveldstillegg', typeId: 'T', payable: 1 },
	night: { id: 31, name: 'Nattillegg', typeId: 'T', payable: 1 },
	weekend: { id: 32, name: 'Helgetillegg', typeId: 'T', payable: 1 },
	dirtyWork: { id: 40, name: 'Smusstillegg (stykk)', typeId: 'T', payable: 1 },
	meals: { id: 41, name: 'Matpenger (stykk)', typeId: 'T', payable: 1 },
	allowance: { id: 45, name: 'Diett (beløp)', typeId: 'T', payable: 1 },
	travel: { id: 50, name: 'Reisetid', typeId: 'O', payable: 1 },
	unpaidBreak: { id: 90, name: 'Ulønnet pause', typeId: 'O', payable: 0 },
} as const satisfies Record<string, TimeCategory>;

/** All categories by number. */
export const CATEGORIES: ReadonlyMap<number, TimeCategory> = new Map(
	Object.values(CATEGORY).map((category) => [category.id, category]),
);
