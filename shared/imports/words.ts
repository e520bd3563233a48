import type { ImportKind, Plan, RecordKind } from './schema.ts';

/** What operators read of each kind of record. */
export const RECORD_WORDS = {
  school: 'Établissements',
  class: 'Classes',
  group: 'Groupes',
  pupil: 'Élèves',
  guardian: 'Responsables',
  staff: 'Personnels',
  lesson: 'Cours',
} as const satisfies Record<RecordKind, string>;

/** Why a delivery must be confirmed, with the count to type. */
export const vanishWarning = (
  kind: ImportKind,
  { vanished, knownPeople }: Pick<Plan, 'vanished' | 'knownPeople'>,
  count: (value: number) => string = String,
): string =>
  kind === 'aaf'
    ? `Plus de 5 % des personnes connues disparaissent : ${count(vanished)} sur ${count(knownPeople)}.`
    : `Plus de 5 % des cours d’un établissement finissent sans être remplacés : ${count(vanished)}.`;

export const VANISH_LABELS = {
  aaf: 'Pour confirmer, tapez le nombre de personnes qui disparaissent',
  lessons: 'Pour confirmer, tapez le nombre de cours qui finissent sans être remplacés',
} as const satisfies Record<ImportKind, string>;
