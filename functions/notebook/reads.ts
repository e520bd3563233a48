import type { ClassId, GroupId } from '@preau/shared/kernel/ids.ts';
import type { Instant, LocalDate } from '@preau/shared/kernel/school-time.ts';
import { concerns, inOrderOfDays, shownOf } from '@preau/shared/notebook/rules.ts';
import type { LessonRecord, Shown } from '@preau/shared/notebook/schema.ts';
import { notebookTable } from '@preau/shared/notebook/table.ts';
import type { Database } from '../runtime/database/database.ts';
import { tableStore } from '../runtime/entity.ts';
import { tableName } from '../runtime/environment.ts';
import { notebookStore, type NotebookStore } from './store.ts';

/** What a pupil may read of one lesson. */
export interface LessonContent extends Pick<LessonRecord, 'recordId' | 'date' | 'start' | 'end' | 'subject'> {
  readonly shown: Shown;
}

/** The notebook's door for other domains. */
export const notebookReads = (store: Pick<NotebookStore, 'listOfClass'>) => ({
  /** What a pupil of that class and these groups may read now of the lessons between two dates, in their order, in one query. */
  listForPupil: async (
    place: { readonly classId: ClassId; readonly groupIds: readonly GroupId[] },
    from: LocalDate,
    until: LocalDate,
    now: Instant,
  ): Promise<readonly LessonContent[]> => {
    const records = (await store.listOfClass(place.classId, from, until)).filter((record) => concerns(record, place));
    return inOrderOfDays(records).flatMap((record) => {
      const shown = shownOf(record, now);
      const { recordId, date, start, end, subject } = record;
      return shown === undefined ? [] : [{ recordId, date, start, end, subject, shown }];
    });
  },
});

export type NotebookReads = ReturnType<typeof notebookReads>;

/** The door over the real table that the environment names. */
export const notebookDoor = (client: Database): NotebookReads =>
  notebookReads(notebookStore(tableStore(notebookTable, tableName(notebookTable.domain), client)));
