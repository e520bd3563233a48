import type { HomeworkStatus } from '@preau/shared/homework/views.ts';
import type { IconName } from '@/ui/icon.tsx';
import type { StatusTone } from '@/ui/status.tsx';

export const STATUS_LOOK = {
  draft: { tone: 'plain', icon: 'pen', word: 'Brouillon' },
  waiting: { tone: 'amber', icon: 'hourglass', word: 'En attente' },
  published: { tone: 'leaf', icon: 'check', word: 'Publié' },
  withdrawn: { tone: 'brick', icon: 'cross', word: 'Retiré' },
} as const satisfies Record<HomeworkStatus, { tone: StatusTone; icon: IconName; word: string }>;

export const STAFF_SAID = {
  donne: 'Travail donné.',
  attend: 'Travail enregistré. Il sera publié à la prochaine ouverture.',
  brouillon: 'Brouillon gardé. Les élèves ne le voient pas.',
  modifie: 'Modification enregistrée.',
  retire: 'Travail retiré. Les élèves ne le voient plus ; vous pouvez le rétablir.',
  retabli: 'Travail rétabli.',
  copie: 'Travail copié.',
  delai: 'Délai enregistré : l’élève et sa famille le lisent maintenant.',
} as const;

/** « 45 min », « 1 h 30 ». */
export const durationWords = (minutes: number): string => {
  if (minutes < 60) return `${minutes} min`;
  const rest = minutes % 60;
  return rest === 0 ? `${minutes / 60} h` : `${Math.floor(minutes / 60)} h ${String(rest).padStart(2, '0')}`;
};
