import type { NotExpectedBecause, RegisterVersionView } from '@preau/shared/attendance/views.ts';

export type RowKind = 'present' | 'absent' | 'late' | 'exempt';

export const ROW_KINDS: readonly RowKind[] = ['present', 'absent', 'late', 'exempt'];

export const KIND_WORDS = { present: 'Présent', absent: 'Absent', late: 'Retard', exempt: 'Dispensé' } as const satisfies Record<
  RowKind,
  string
>;

/** Why a row does not start as present. */
export const TAG_WORDS = {
  absentBefore: 'Absent à l’heure précédente',
  declared: 'Absence connue de la vie scolaire',
  atSchool: 'Retenu par l’établissement',
} as const satisfies Record<NotExpectedBecause, string>;

export const ROLE_WORDS = { teacher: 'enseignant', office: 'vie scolaire' } as const;

const some = (count: number, one: string, many: string): readonly string[] => (count === 0 ? [] : [`${count} ${count > 1 ? many : one}`]);

export interface Count {
  readonly called: number;
  readonly absent: number;
  readonly late: number;
  readonly exempt: number;
}

/** « 27 présents · 2 absents · 1 retard »; a late or exempt pupil is there, and is not counted twice. */
export const countWords = ({ called, absent, late, exempt }: Count): string => {
  const present = called - absent - late - exempt;
  return [
    `${present} ${present > 1 ? 'présents' : 'présent'}`,
    ...some(absent, 'absent', 'absents'),
    ...some(late, 'retard', 'retards'),
    ...some(exempt, 'dispensé', 'dispensés'),
  ].join(' · ');
};

export const versionWords = (version: RegisterVersionView): string =>
  version.absent + version.late + version.exempt === 0 ? `${version.called} élèves, aucun absent` : countWords(version);
