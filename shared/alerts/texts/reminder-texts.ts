import type { Language } from '../../directory/schema.ts';

/** What an evening's message is about, as its subject says it. */
export type EveningKind = 'evening' | 'marks' | 'cards';

/** What an evening's message and a teacher's reminder say, in one language. */
export interface ReminderTexts {
  /** A locked screen shows it: a first name and the kind at most. */
  readonly eveningSubject: (firstName: string | undefined, kind: EveningKind) => string;
  readonly workFor: (date: string) => string;
  readonly work: (subject: string, title: string) => string;
  readonly noWork: string;
  readonly minutes: (minutes: number) => string;
  readonly inClass: string;
  readonly returned: string;
  readonly marks: (count: number) => string;
  readonly cards: (count: number) => string;
  readonly handInSubject: (firstName: string) => string;
  readonly handIn: (subject: string, date: string) => string;
  readonly more: string;
  readonly button: string;
  readonly choose: string;
  readonly noReply: string;
}

const FR_KINDS = { evening: 'résumé du soir', marks: 'nouvelles notes', cards: 'nouveau bulletin' } as const;
const EN_KINDS = { evening: 'evening summary', marks: 'new marks', cards: 'new report card' } as const;

const capitalised = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

const fr: ReminderTexts = {
  eveningSubject: (firstName, kind) => (firstName === undefined ? capitalised(FR_KINDS[kind]) : `${firstName} : ${FR_KINDS[kind]}`),
  workFor: (date) => `Travail à faire pour ${date} :`,
  work: (subject, title) => `${subject} : ${title}`,
  noWork: 'rien de noté.',
  minutes: (minutes) => `${minutes} min`,
  inClass: 'Cahier de textes du jour :',
  returned: 'Corrections rendues :',
  marks: (count) => (count === 1 ? 'Une nouvelle note.' : `${count} nouvelles notes.`),
  cards: (count) => (count === 1 ? 'Un nouveau bulletin.' : `${count} nouveaux bulletins.`),
  handInSubject: (firstName) => `${firstName} : travail à rendre`,
  handIn: (subject, date) => `Votre professeur vous rappelle un travail à rendre pour ${date} : ${subject}.`,
  more: 'Connectez-vous pour lire la suite :',
  button: 'Se connecter',
  choose: 'Pour choisir ce que vous recevez, ou ne plus rien recevoir : page Préférences.',
  noReply: 'Ce message est envoyé automatiquement : les réponses par courriel ne sont pas lues.',
};

const en: ReminderTexts = {
  eveningSubject: (firstName, kind) => (firstName === undefined ? capitalised(EN_KINDS[kind]) : `${firstName}: ${EN_KINDS[kind]}`),
  workFor: (date) => `Work to do for ${date}:`,
  work: (subject, title) => `${subject}: ${title}`,
  noWork: 'nothing noted.',
  minutes: (minutes) => `${minutes} min`,
  inClass: 'Done in class today:',
  returned: 'Corrected work given back:',
  marks: (count) => (count === 1 ? 'One new mark.' : `${count} new marks.`),
  cards: (count) => (count === 1 ? 'A new report card.' : `${count} new report cards.`),
  handInSubject: (firstName) => `${firstName}: work to hand in`,
  handIn: (subject, date) => `Your teacher reminds you of work to hand in for ${date}: ${subject}.`,
  more: 'Sign in to read more:',
  button: 'Sign in',
  choose: 'To choose what you receive, or to receive nothing more: Settings page.',
  noReply: 'This message was sent automatically: replies by e-mail are not read.',
};

export const REMINDER_TEXTS: Readonly<Record<Language, ReminderTexts>> = { fr, en };
