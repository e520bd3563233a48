import type { EvaluationStatus, PublicationForecast } from '@preau/shared/assessment/marks-views.ts';
import { hour, longDate, moment } from '@/lib/dates.ts';
import type { IconName } from '@/ui/icon.tsx';
import type { StatusTone } from '@/ui/status.tsx';

const STATES: Readonly<Record<EvaluationStatus, { readonly words: string; readonly tone: StatusTone; readonly icon: IconName }>> = {
  draft: { words: 'Brouillon', tone: 'plain', icon: 'pen' },
  waiting: { words: 'Publication prévue', tone: 'amber', icon: 'clock' },
  pupils: { words: 'Vue des élèves', tone: 'sky', icon: 'check' },
  published: { words: 'Publiée', tone: 'leaf', icon: 'check' },
  withdrawn: { words: 'Retirée', tone: 'brick', icon: 'cross' },
};

export const stateOf = (status: EvaluationStatus) => STATES[status];
export const stateWords = (status: EvaluationStatus): string => STATES[status].words;

const onDay = ({ date, time }: PublicationForecast['pupilsOn']): string => `${longDate(date)} à ${hour(time)}`;

/** « Élèves : mardi 24 novembre à 14 h · Parents : mercredi 25 novembre à 14 h ». */
export const forecastWords = ({ waits, pupilsOn, guardiansOn }: PublicationForecast): string =>
  `Élèves : ${waits ? onDay(pupilsOn) : 'tout de suite'} · Parents : ${onDay(guardiansOn)}`;

export const publicationWords = ({ pupilFrom, guardianFrom }: { readonly pupilFrom: string; readonly guardianFrom: string }): string =>
  `Élèves : ${moment(pupilFrom)} · Parents : ${moment(guardianFrom)}`;

export const MARKS_SAID = {
  creee: 'L’évaluation est créée, en brouillon : vous seul la voyez. Saisissez les notes, puis publiez.',
  questionnaire:
    'Les points du questionnaire sont ici, une seule fois. Qui n’a pas répondu n’a pas de note. Relisez, puis publiez quand vous le voulez.',
  notes: 'Les notes sont enregistrées.',
  tableur: 'Les notes du tableur sont enregistrées.',
  inchange: 'Rien n’avait changé : rien n’a été enregistré.',
  modifiee: 'L’évaluation est modifiée.',
  publiee: 'L’évaluation est publiée, aux heures ci-dessous.',
  annulee: 'La publication est annulée : personne n’a vu ces notes.',
  retiree: 'L’évaluation est retirée : elle ne compte plus, et vous pouvez la rétablir.',
  retablie: 'L’évaluation est rétablie, en brouillon.',
  reglee: 'Les réglages du service sont enregistrés.',
  coefficients: 'Les coefficients de la classe sont enregistrés.',
} as const;
