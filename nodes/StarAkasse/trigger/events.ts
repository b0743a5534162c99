/** What a change is of. */
export type Subject = 'akasse' | 'branch';

/** What happened, the most usual first. */
export const HAPPENED = ['changed', 'new', 'closed'] as const;

export type Happened = (typeof HAPPENED)[number];

/** What the trigger tells, as its parameter `events` names it. */
export type DirectoryEvent = `${Subject}${Capitalize<Happened>}`;

export const EVENTS: readonly DirectoryEvent[] = ['akasseNew', 'akasseChanged', 'akasseClosed', 'branchNew', 'branchChanged', 'branchClosed'];

const WORDS = { new: 'New', changed: 'Changed', closed: 'Closed' } as const;

export const eventOf = (subject: Subject, happened: Happened): DirectoryEvent => `${subject}${WORDS[happened]}`;

/** Whether anything of a subject is to be told. */
export const isAbout = (subject: Subject, events: ReadonlySet<DirectoryEvent>): boolean => EVENTS.some((event) => event.startsWith(subject) && events.has(event));
