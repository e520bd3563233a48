import type { RecordKind } from './schema.ts';

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
