import type { ChangeKind, ChangeReason, ChangeView } from '@preau/shared/timetable/schema.ts';
import type { Language } from '@preau/shared/directory/schema.ts';
import { hour, longDate } from '../../lib/dates.ts';

interface Place {
  readonly date: string;
  readonly start: string;
}

interface ChangeWords {
  readonly kinds: Readonly<Record<ChangeKind, string>>;
  readonly reasons: Readonly<Record<ChangeReason, string>>;
  readonly was: (before: string) => string;
  readonly movedTo: (place: string) => string;
  readonly at: (date: string, time: string) => string;
  readonly standsIn: (who: string, forWhom: string) => string;
  readonly nobody: string;
  readonly noRoom: string;
}

const fr: ChangeWords = {
  kinds: { cancelled: 'Annulé', moved: 'Déplacé', room: 'Salle modifiée', teacher: 'Professeur modifié', replaced: 'Remplacement' },
  reasons: {
    teacherAway: 'Professeur non disponible',
    training: 'Formation',
    meeting: 'Réunion',
    exam: 'Examen',
    outing: 'Sortie ou voyage',
    schoolEvent: 'Événement de l’établissement',
    roomUnavailable: 'Salle indisponible',
    other: 'Autre raison',
  },
  was: (before) => `était ${before}`,
  movedTo: (place) => `à ${place}`,
  at: (date, time) => `${date} ${time}`,
  standsIn: (who, forWhom) => `${who} remplace ${forWhom}`,
  nobody: 'non précisé',
  noRoom: 'sans salle',
};

const en: ChangeWords = {
  kinds: { cancelled: 'Cancelled', moved: 'Moved', room: 'Room changed', teacher: 'Teacher changed', replaced: 'Cover' },
  reasons: {
    teacherAway: 'Teacher not available',
    training: 'Training',
    meeting: 'Meeting',
    exam: 'Exam',
    outing: 'Outing or trip',
    schoolEvent: 'School event',
    roomUnavailable: 'Room not available',
    other: 'Other reason',
  },
  was: (before) => `was ${before}`,
  movedTo: (place) => `to ${place}`,
  at: (date, time) => `${date} ${time}`,
  standsIn: (who, forWhom) => `${who} covers for ${forWhom}`,
  nobody: 'not stated',
  noRoom: 'no room',
};

export const changeWords = (language: Language): ChangeWords => (language === 'en' ? en : fr);

/** « mardi 9 h » within the days around, « mardi 1er décembre 9 h » further away. */
const placeIn = ({ date, start }: Place, seenFrom: string, language: Language): string => {
  const distance = Math.abs(Date.parse(date) - Date.parse(seenFrom)) / 86_400_000;
  const text = longDate(date, language);
  const day = distance < 7 ? (text.split(' ')[0] ?? text).replace(',', '') : text;
  const time = hour(start, language);
  return date === seenFrom ? time : changeWords(language).at(day, time);
};

/** The people who come, without those who were there already. */
const newcomers = (teachers: readonly string[], before: readonly string[]): string =>
  teachers.filter((name) => !before.includes(name)).join(', ');

export interface ChangedLesson {
  readonly date: string;
  readonly start: string;
  readonly teachers: readonly string[];
  readonly room?: string | undefined;
  readonly change: ChangeView;
}

const beforeOf = ({ date, teachers, change }: ChangedLesson, language: Language): string | undefined => {
  const words = changeWords(language);
  const { kind, previous } = change;
  switch (kind) {
    case 'cancelled':
      return undefined;
    case 'moved':
      return words.was(placeIn(previous, date, language));
    case 'room':
      return words.was(previous.room ?? words.noRoom);
    case 'teacher':
      return words.was(newcomers(previous.teachers, teachers) || words.nobody);
    case 'replaced':
      return words.standsIn(newcomers(teachers, previous.teachers), newcomers(previous.teachers, teachers) || words.nobody);
  }
};

/** « Déplacé (était mardi 9 h) », « Remplacement (M. Weber remplace Mme Schmitt) »: words, whatever the colour. */
export const changeSentence = (lesson: ChangedLesson, language: Language): string => {
  const before = beforeOf(lesson, language);
  const word = changeWords(language).kinds[lesson.change.kind];
  return before === undefined ? word : `${word} (${before})`;
};

/** « Déplacé à jeudi 10 h », at the place that the lesson has left. */
export const leftSentence = (to: Place, seenFrom: string, language: Language): string =>
  `${changeWords(language).kinds.moved} ${changeWords(language).movedTo(placeIn(to, seenFrom, language))}`;

/** Why, and what the office adds. */
export const becauseOf = ({ reason, note }: ChangeView, language: Language): string =>
  [...(reason === undefined ? [] : [changeWords(language).reasons[reason]]), ...(note === undefined ? [] : [note])].join(' · ');
