import type { Finding } from '@preau/shared/reports/lsu-check.ts';
import type { CardModel } from '@preau/shared/reports/schema.ts';
import type { CardLine, ClassSealing } from '@preau/shared/reports/views.ts';

export const MODEL_NAMES = {
  bilanPeriodique: 'Bilan périodique',
  bulletin: 'Bulletin',
  bulletinPro: 'Bulletin (voie professionnelle)',
  bulletinAgricole: 'Bulletin (enseignement agricole)',
} as const satisfies Record<CardModel, string>;

export const MENDERS = {
  head: 'À corriger par la direction',
  office: 'À corriger par le secrétariat',
  headTeacher: 'À corriger par le professeur principal',
  teacher: 'À corriger par les enseignants',
  operator: 'À corriger dans les fichiers de l’académie',
} as const satisfies Record<Finding['mender'], string>;

export const ELECTIONS = {
  S: 'Tronc commun',
  O: 'Option obligatoire',
  F: 'Option facultative',
  L: 'Ajout académique',
  R: 'Enseignement religieux',
  X: 'Spécifique',
  D: 'Dispense',
} as const;

const STATES = { waiting: 'En attente', running: 'En cours', done: 'Terminé', notReady: 'Rien à sceller' } as const;

/** « Terminé : 24 scellés, 2 inchangés ». */
export const progressWords = ({ state, total, sealed, unchanged }: NonNullable<ClassSealing['progress']>): string => {
  if (state === 'waiting' || state === 'notReady') return STATES[state];
  const kept = unchanged === 0 ? '' : `, ${unchanged} inchangé${unchanged === 1 ? '' : 's'}`;
  return `${STATES[state]}\u00A0: ${sealed} scellé${sealed < 2 ? '' : 's'} sur ${total}${kept}`;
};

export const addressOfCard = (pupilId: string, { period, version }: Pick<CardLine, 'period' | 'version'>): string =>
  `/bulletins/${pupilId}/${period}/${version}`;
