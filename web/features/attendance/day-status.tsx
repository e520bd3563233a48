import type { DayStatus } from '@preau/shared/attendance/schema.ts';
import type { Language } from '@preau/shared/directory/schema.ts';
import type { IconName } from '@/ui/icon.tsx';
import { Status, type StatusTone } from '@/ui/status.tsx';
import { STATUS_WORDS } from './family/texts.ts';

const LOOK = {
  nothing: { tone: 'plain', icon: 'clock' },
  toJustify: { tone: 'brick', icon: 'absence' },
  toDecide: { tone: 'sky', icon: 'hourglass' },
  justified: { tone: 'leaf', icon: 'check' },
  refused: { tone: 'amber', icon: 'cross' },
} as const satisfies Record<DayStatus, { tone: StatusTone; icon: IconName }>;

/** Where an absence stands, in the words of a family. */
export const DayStatusBadge = ({ status, language }: { readonly status: DayStatus; readonly language: Language }) => (
  <Status {...LOOK[status]}>{STATUS_WORDS[language][status]}</Status>
);
