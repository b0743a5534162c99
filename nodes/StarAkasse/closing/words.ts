import { CLOSED } from '../record/hours';
import { weekdayOf } from './day';
import type { DayChange, PlannedClosing } from './plan';
import type { Closing, ClosingState, HoursKind, StopReason } from './row';

/** The languages that people are told in. */
export const LANGUAGES = ['da', 'en'] as const;

export type Language = (typeof LANGUAGES)[number];

interface Words {
	weekdays: readonly string[];
	kinds: Record<HoursKind, string>;
	closed: string;
	unreadable: string;
	states: Record<ClosingState, string>;
	reasons: Record<Exclude<StopReason, ''>, string>;
	late: string;
}

const WORDS: Record<Language, Words> = {
	da: {
		weekdays: ['mandag', 'tirsdag', 'onsdag', 'torsdag', 'fredag', 'lørdag', 'søndag'],
		kinds: { opening: 'åbningstider', phone: 'telefontider' },
		closed: 'lukket',
		unreadable: 'tider, der ikke kan læses',
		states: { planned: 'planlagt', closing: 'ændres', closed: 'ændret', restoring: 'sættes tilbage', restored: 'sat tilbage', stopped: 'standset' },
		reasons: {
			missed: 'Ingen kørsel nåede at ændre tiderne den nat. Intet blev ændret.',
			changed: 'En anden har ændret ugedagens tider imens. De er bevaret; se efter, om de skal blive stående.',
			replaced: 'En anden indtastning for samme dato gælder.',
			unreadable: 'Ugedagens tider kan ikke sættes tilbage, som de står, og blev ikke ændret. Ret dem i kilden.',
		},
		late: 'Det sker efter kl. 05.40: Jobnet viser det ikke i dag.',
	},
	en: {
		weekdays: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
		kinds: { opening: 'opening hours', phone: 'phone hours' },
		closed: 'closed',
		unreadable: 'hours that cannot be read',
		states: { planned: 'planned', closing: 'being changed', closed: 'changed', restoring: 'being put back', restored: 'put back', stopped: 'stopped' },
		reasons: {
			missed: 'No run came by that night to change the hours. Nothing was changed.',
			changed: 'Somebody has changed the hours of the weekday meanwhile. Theirs were kept; see whether they are to stay.',
			replaced: 'Another entry for the same date counts.',
			unreadable: 'The hours of the weekday could not be put back as they stand, and were not changed. Mend them at the source.',
		},
		late: 'It comes after 05:40: Jobnet does not show it today.',
	},
};

const hoursText = (hours: string, { closed, unreadable }: Words): string => {
	if (hours === CLOSED) return closed;
	return hours.startsWith('?') ? unreadable : hours;
};

const dateText = (date: string, language: Language): string => (language === 'da' ? date.split('-').reverse().join('.') : date);

/** One change of a weekday for a human: `Monday, opening hours: 09:00-15:00 → closed`. */
export function changeText({ kind, weekday, before, after }: DayChange, language: Language): string {
	const words = WORDS[language];
	return `${words.weekdays[weekday - 1]}, ${words.kinds[kind]}: ${hoursText(before, words)} → ${hoursText(after, words)}`;
}

/** What a closing changes of its weekday: what was noted, or what stands there now while it is planned. */
const beforeOf = ({ is, base }: PlannedClosing): string => is.before || base;

/** A closing for a human: `Monday 2026-12-21, opening hours: 09:00-15:00 → closed (planned)`, and why where it was stopped. */
export function closingText(planned: PlannedClosing, language: Language, isLate: boolean): string {
	const words = WORDS[language];
	const { date, kind, hours, state, reason }: Closing = planned.is;
	const change = `${words.weekdays[weekdayOf(date) - 1]} ${dateText(date, language)}, ${words.kinds[kind]}: ${hoursText(beforeOf(planned), words)} → ${hoursText(hours, words)}`;
	return [`${change} (${words.states[state]}).`, reason && words.reasons[reason], isLate && words.late].filter(Boolean).join(' ');
}
