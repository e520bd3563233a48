import type { Actor } from '@preau/shared/directory/schema.ts';
import type { LessonId } from '@preau/shared/kernel/ids.ts';
import { DEFAULT_ZONE, type Instant } from '@preau/shared/kernel/school-time.ts';
import { writesIn } from '@preau/shared/notebook/policy.ts';
import { isBlank, isYearClosed } from '@preau/shared/notebook/rules.ts';
import type { Written } from '@preau/shared/notebook/schema.ts';
import type { CopyOutcome } from '@preau/shared/notebook/views.ts';
import { findPlace } from './place.ts';
import type { NotebookServices } from './services.ts';
import { writtenRecord } from './write-record.ts';

export interface Copy {
  readonly lessonId: LessonId;
  readonly written: Written;
}

const copyOne = async ({ lessonId, written }: Copy, actor: Actor, now: Instant, services: NotebookServices): Promise<boolean> => {
  const found = await findPlace(lessonId, services);
  if (found === undefined || !writesIn(actor, found.place) || isYearClosed(found.place.date, now, DEFAULT_ZONE)) return false;
  const { record } = found;
  if (record !== undefined && record.withdrawnAt === undefined && !isBlank(record)) return false;
  const copied = writtenRecord(found, actor, { written, publication: 'draft', publishedAt: undefined }, now);
  if (record !== undefined) await services.store.keepPast(record);
  return services.store.putRecord(copied, record);
};

/** Puts texts, as drafts, on lessons that the actor gives; a lesson that has its own text, or is not his, is left as it is. */
export const copyOnto = async (copies: readonly Copy[], actor: Actor, now: Instant, services: NotebookServices): Promise<CopyOutcome> => {
  const outcomes = await Promise.all(copies.map(async (copy) => ({ copy, done: await copyOne(copy, actor, now, services) })));
  return {
    copied: outcomes.filter(({ done }) => done).map(({ copy }) => copy.lessonId),
    skipped: outcomes.filter(({ done }) => !done).map(({ copy }) => copy.lessonId),
  };
};
