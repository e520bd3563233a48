import type { AutomaticPosition, RemarkRow } from '@preau/shared/assessment/remarks-api.ts';
import type { Position } from '@preau/shared/assessment/remarks.ts';
import type { StatusTone } from '@/ui/status.tsx';
import type { IconName } from '@/ui/icon.tsx';

/** The four positions of the national file, in its words. */
export const POSITION_WORDS: Readonly<Record<Position, string>> = {
  1: '1 – Objectifs non atteints',
  2: '2 – Objectifs partiellement atteints',
  3: '3 – Objectifs atteints',
  4: '4 – Objectifs dépassés',
};

/** Where a position comes from, in a sentence. */
export const positionWords = (automatic: AutomaticPosition | undefined): string => {
  if (automatic === undefined) return 'Positionnement proposé : rien n’est encore évalué';
  const from =
    automatic.from === 'average'
      ? 'd’après la moyenne'
      : `moyenne de ${automatic.count} niveau${automatic.count > 1 ? 'x' : ''}, total ${automatic.sum}`;
  return `Positionnement proposé : ${automatic.position} (${from})`;
};

export const averageWords = ({ average }: Pick<RemarkRow, 'average'>): string =>
  average === undefined ? 'Moyenne calculée : non noté' : `Moyenne calculée : ${average.shown}`;

export const STATES = {
  draft: { tone: 'amber', icon: 'pen', words: 'Brouillon' },
  written: { tone: 'sky', icon: 'clock', words: 'À relire' },
  proofread: { tone: 'leaf', icon: 'check', words: 'Relue' },
} as const satisfies Record<string, { tone: StatusTone; icon: IconName; words: string }>;
