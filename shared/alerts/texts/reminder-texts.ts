import type { Language } from '../../directory/schema.ts';

/** What an evening's message and a teacher's reminder say, in one language. */
export interface ReminderTexts {
  /** A locked screen shows it: a first name and the kind at most. */
  readonly eveningSubject: (firstName: string | undefined) => string;
  readonly workFor: (date: string) => string;
  readonly work: (subject: string, title: string) => string;
  readonly noWork: string;
  readonly minutes: (minutes: number) => string;
  readonly inClass: string;
  readonly returned: string;
  readonly handInSubject: (firstName: string) => string;
  readonly handIn: (subject: string, date: string) => string;
  readonly more: string;
  readonly button: string;
  readonly choose: string;
  readonly noReply: string;
}

const fr: ReminderTexts = {
  eveningSubject: (firstName) => (firstName === undefined ? 'Résumé du soir' : `${firstName} : résumé du soir`),
  workFor: (date) => `Travail à faire pour ${date} :`,
  work: (subject, title) => `${subject} : ${title}`,
  noWork: 'rien de noté.',
  minutes: (minutes) => `${minutes} min`,
  inClass: 'Cahier de textes du jour :',
  returned: 'Corrections rendues :',
  handInSubject: (firstName) => `${firstName} : travail à rendre`,
  handIn: (subject, date) => `Votre professeur vous rappelle un travail à rendre pour ${date} : ${subject}.`,
  more: 'Connectez-vous pour lire la suite :',
  button: 'Voir les devoirs',
  choose: 'Vous recevez ce message parce que vous l’avez choisi. Pour changer : page Préférences.',
  noReply: 'Ce message est envoyé automatiquement : les réponses par courriel ne sont pas lues.',
};

const en: ReminderTexts = {
  eveningSubject: (firstName) => (firstName === undefined ? 'Evening summary' : `${firstName}: evening summary`),
  workFor: (date) => `Work to do for ${date}:`,
  work: (subject, title) => `${subject}: ${title}`,
  noWork: 'nothing noted.',
  minutes: (minutes) => `${minutes} min`,
  inClass: 'Done in class today:',
  returned: 'Corrected work given back:',
  handInSubject: (firstName) => `${firstName}: work to hand in`,
  handIn: (subject, date) => `Your teacher reminds you of work to hand in for ${date}: ${subject}.`,
  more: 'Sign in to read more:',
  button: 'See homework',
  choose: 'You receive this message because you asked for it. To change: Settings page.',
  noReply: 'This message was sent automatically: replies by e-mail are not read.',
};

export const REMINDER_TEXTS: Readonly<Record<Language, ReminderTexts>> = { fr, en };
