import { DateTime } from 'luxon';

/** What a document says: that consent (Zustimmung) was given, or that it was withdrawn. */
export type DocumentKind = 'consent' | 'withdrawal';

/** The languages of the documents; the first is that of the folder. */
export const LANGUAGES = ['da', 'de', 'en'] as const;

export type Language = (typeof LANGUAGES)[number];

/** What a document holds: no e-mail address, no work area. */
export interface DocumentContent {
	employeeNumber: string;
	/** As the payroll system has it; '' where it has none. */
	name: string;
	thirdParty: string;
	purpose: string;
	/** When it was found, ISO 8601. */
	at: string;
	/** The webhook's; '' while none is known. */
	registrationId: string;
	reference: string;
}

/** The zone of the folder's readers. */
const ZONE = 'Europe/Copenhagen';

interface Words {
	titles: Record<DocumentKind, string>;
	sentences: Record<DocumentKind, string>;
	labels: Record<keyof DocumentContent, string>;
	notKnown: string;
	/** A luxon format. */
	time: string;
	zone: string;
	task: string;
}

const WORDS: Record<Language, Words> = {
	da: {
		titles: { consent: 'Samtykke til videregivelse af oplysninger fra LINA', withdrawal: 'Tilbagetrækning af samtykke til videregivelse fra LINA' },
		sentences: {
			consent: 'Medarbejderen har i LINA TeamCloud givet samtykke til, at oplysninger videregives til tredjeparten til det nævnte formål.',
			withdrawal: 'Medarbejderen har i LINA TeamCloud trukket sit samtykke til videregivelse til tredjeparten tilbage.',
		},
		labels: { employeeNumber: 'Medarbejdernummer', name: 'Navn', thirdParty: 'Tredjepart', purpose: 'Formål', at: 'Konstateret', registrationId: 'Registrerings-id i LINA', reference: 'Reference' },
		notKnown: 'ikke kendt',
		time: "dd.MM.yyyy 'kl.' HH.mm",
		zone: 'dansk tid',
		task: 'Samtykket er trukket tilbage. Vurder efter arkivreglerne, om samtykkedokumentet kan slettes.',
	},
	de: {
		titles: { consent: 'Zustimmung zur Datenweitergabe aus LINA', withdrawal: 'Widerruf der Zustimmung zur Datenweitergabe aus LINA' },
		sentences: {
			consent: 'Die beschäftigte Person hat in LINA TeamCloud der Weitergabe von Daten an den Drittanbieter zu dem genannten Zweck zugestimmt.',
			withdrawal: 'Die beschäftigte Person hat in LINA TeamCloud ihre Zustimmung zur Weitergabe an den Drittanbieter widerrufen.',
		},
		labels: { employeeNumber: 'Personalnummer', name: 'Name', thirdParty: 'Drittanbieter', purpose: 'Zweck', at: 'Festgestellt', registrationId: 'Registrierungs-ID in LINA', reference: 'Referenz' },
		notKnown: 'nicht bekannt',
		time: "dd.MM.yyyy 'um' HH:mm",
		zone: 'dänische Zeit',
		task: 'Die Zustimmung wurde widerrufen. Nach den Archivregeln prüfen, ob das Dokument der Zustimmung gelöscht werden kann.',
	},
	en: {
		titles: { consent: 'Consent to the sharing of data from LINA', withdrawal: 'Withdrawal of consent to the sharing of data from LINA' },
		sentences: {
			consent: 'In LINA TeamCloud the employee has consented to data being passed on to the third party for the purpose named.',
			withdrawal: 'In LINA TeamCloud the employee has withdrawn the consent to data being passed on to the third party.',
		},
		labels: { employeeNumber: 'Employee number', name: 'Name', thirdParty: 'Third party', purpose: 'Purpose', at: 'Found', registrationId: 'Registration ID in LINA', reference: 'Reference' },
		notKnown: 'not known',
		time: "yyyy-MM-dd 'at' HH:mm",
		zone: 'Danish time',
		task: 'The consent was withdrawn. Decide by the rules of the archive whether its document can be erased.',
	},
};

/** Title and text of a document. */
export function documentOf(kind: DocumentKind, language: Language, content: DocumentContent): { title: string; text: string } {
	const { titles, sentences, labels, notKnown, time, zone } = WORDS[language];
	const found = `${DateTime.fromISO(content.at, { zone: ZONE }).toFormat(time)} (${zone})`;
	const line = (field: keyof DocumentContent, value: string = content[field]): string => `${labels[field]}: ${value || notKnown}`;
	const who = [line('employeeNumber'), line('name')];
	const what = [line('thirdParty'), line('purpose'), line('at', found), line('registrationId'), line('reference')];
	return { title: titles[kind], text: [...who, '', sentences[kind], '', ...what].join('\n') };
}

/** The date of a document, `yyyy-MM-dd`. */
export const documentDateOf = (at: string): string => DateTime.fromISO(at, { zone: ZONE }).toISODate() ?? '';

/** What the records officer is asked once a consent is withdrawn: the document in the archive is not ours to erase. */
export const taskOf = (language: Language): string => WORDS[language].task;
