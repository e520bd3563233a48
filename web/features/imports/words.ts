import type { ImportKind, ImportStatus, Severity } from '@preau/shared/imports/schema.ts';
import type { IconName } from '@/ui/icon.tsx';
import type { StatusTone } from '@/ui/status.tsx';

export const KIND_WORDS = { aaf: 'Annuaire académique (AAF)', lessons: 'Emplois du temps (CSV)' } as const satisfies Record<
  ImportKind,
  string
>;

interface Look {
  readonly tone: StatusTone;
  readonly icon: IconName;
  readonly word: string;
}

const STATUS_LOOK = {
  awaitingFile: { tone: 'amber', icon: 'upload', word: 'Non examiné' },
  planning: { tone: 'sky', icon: 'hourglass', word: 'Examen en cours' },
  planned: { tone: 'amber', icon: 'inbox', word: 'À appliquer' },
  applying: { tone: 'sky', icon: 'hourglass', word: 'Application en cours' },
  applied: { tone: 'leaf', icon: 'check', word: 'Appliqué' },
  refused: { tone: 'brick', icon: 'cross', word: 'Refusé' },
  failed: { tone: 'brick', icon: 'warning', word: 'Interrompu' },
} as const satisfies Record<ImportStatus, Look>;

/** How an import stands; `arrived` where it is known whether its file has come: a list does not ask it of each. */
export const lookOf = (status: ImportStatus, arrived?: boolean): Look => {
  if (status !== 'awaitingFile' || arrived === undefined) return STATUS_LOOK[status];
  return arrived ? { tone: 'amber', icon: 'inbox', word: 'À examiner' } : { tone: 'amber', icon: 'upload', word: 'Fichier attendu' };
};

export const SEVERITY_LOOK = {
  refuses: { tone: 'brick', icon: 'cross', word: 'Bloque la livraison' },
  drops: { tone: 'amber', icon: 'warning', word: 'Laissé de côté' },
  warns: { tone: 'sky', icon: 'info', word: 'À vérifier' },
} as const satisfies Record<Severity, { tone: StatusTone; icon: IconName; word: string }>;

/** « 3 010 ». */
export const countOf = (count: number): string => new Intl.NumberFormat('fr-FR').format(count);
