import type { Language } from '@preau/shared/directory/schema.ts';
import type { HomeworkKind } from '@preau/shared/homework/schema.ts';
import type { DueRow } from '@preau/shared/homework/views.ts';
import { longDate, momentSeenFrom } from '@/lib/dates.ts';
import type { IconName } from '@/ui/icon.tsx';
import { Notice } from '@/ui/notice.tsx';
import { Status, type StatusTone } from '@/ui/status.tsx';
import type { HomeworkTexts } from './texts.ts';

const LOOK = {
  handIn: { tone: 'brick', icon: 'upload' },
  do: { tone: 'sky', icon: 'pen' },
  learn: { tone: 'amber', icon: 'key' },
  read: { tone: 'plain', icon: 'file' },
} as const satisfies Record<HomeworkKind, { tone: StatusTone; icon: IconName }>;

/** What sort of work it is, and how long it should take. */
export const KindBadge = ({ kind, minutes, texts }: Pick<DueRow, 'kind' | 'minutes'> & { readonly texts: HomeworkTexts }) => (
  <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
    <Status tone={LOOK[kind].tone} icon={LOOK[kind].icon}>
      {texts.kinds[kind]}
    </Status>
    {minutes === undefined ? null : <span className="text-soft whitespace-nowrap">{`${minutes} ${texts.minutes}`}</span>}
  </span>
);

interface NewsProps {
  readonly work: Pick<DueRow, 'notice' | 'changedAt' | 'dueOn' | 'dueOnOfOthers'>;
  readonly today: string;
  readonly texts: HomeworkTexts;
  readonly language: Language;
}

/** What happened to the work since it was given: its lesson cancelled or moved, its text changed. */
export const WorkNews = ({ work: { notice, changedAt, dueOn, dueOnOfOthers }, today, texts, language }: NewsProps) => {
  if (dueOnOfOthers !== undefined) return <Notice tone="info">{`${texts.longer} ${longDate(dueOnOfOthers, language)}.`}</Notice>;
  if (notice?.kind === 'cancelled') return <Notice tone="warning">{texts.cancelled}</Notice>;
  if (notice?.kind === 'moved') return <Notice tone="info">{`${texts.moved} ${longDate(dueOn, language)}.`}</Notice>;
  return changedAt === undefined ? null : <p className="text-soft">{`${texts.changed} ${momentSeenFrom(changedAt, today)}`}</p>;
};
