import type { FilePurpose, FileStatus } from '@preau/shared/files/schema.ts';
import type { IconName } from '@/ui/icon.tsx';
import type { StatusTone } from '@/ui/status.tsx';

export const ownFilesTexts = {
  title: 'Mes fichiers',
  used: (used: string, most: string): string => `${used} utilisés sur ${most} pour cette année scolaire.`,
  none: 'Vous n’avez encore envoyé aucun fichier. Ceux que vous joindrez à un travail ou à un cours paraîtront ici.',
  list: 'Fichiers envoyés',
  older: 'Fichiers plus anciens',
  newest: 'Revenir aux plus récents',
  unnamed: 'Fichier sans nom',
  withdraw: 'Supprimer…',
  confirm: 'Supprimer ce fichier',
  notWithdrawn: 'Le fichier n’est pas supprimé',
  refused: 'Ce fichier n’a pas été accepté : il n’est joint à rien.',
  withdrawn: 'Fichier supprimé. Sa place vous est rendue.',
} as const;

/** What becomes of the pages that a file is joined to; of a work that was handed in, why it stays. */
export const withdrawalWords: Readonly<Record<FilePurpose, string>> = {
  resource: 'S’il est joint à un cours ou à un travail, personne ne pourra plus l’y ouvrir.',
  'hand-in': 'Un travail remis ne se supprime pas. Si ce fichier n’a jamais été remis, demandez à votre établissement de le retirer.',
  correction: 'S’il a été rendu à un élève, celui-ci ne pourra plus l’ouvrir.',
};

/** Where a file is used. */
export const useWords: Readonly<Record<FilePurpose, string>> = {
  resource: 'Document de cours ou de travail',
  'hand-in': 'Envoyé pour un travail à rendre',
  correction: 'Correction d’un travail',
};

export const statusLook: Readonly<Record<FileStatus, { readonly tone: StatusTone; readonly icon: IconName; readonly word: string }>> = {
  waiting: { tone: 'sky', icon: 'clock', word: 'Vérification en cours' },
  clean: { tone: 'leaf', icon: 'check', word: 'Vérifié' },
  refused: { tone: 'brick', icon: 'cross', word: 'Refusé' },
};
