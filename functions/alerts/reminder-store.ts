import {
  rangeWhereSkBeginsWith,
  rangeWhereSkGreaterThan,
  rangeWhereSkLessThanOrEquals,
  type AllEntitiesStore,
} from '@symphoniacloud/dynamodb-entity-store';
import type { EveningRun, ReminderChoice } from '@preau/shared/alerts/reminders.ts';
import type { ClassId, PersonId, SchoolId } from '@preau/shared/kernel/ids.ts';
import type { Instant, LocalDate } from '@preau/shared/kernel/school-time.ts';
import { IF_NEW, unchangedSince, unlessRefused } from '../runtime/conditional-write.ts';
import { choiceEntity, readerEntity, returnedEntity, runEntity, type Returned } from './reminder-entities.ts';

export type ReminderStore = ReturnType<typeof reminderStore>;

/** What people asked to be reminded of, and where each school's evening stands. */
export const reminderStore = (all: AllEntitiesStore) => {
  const runs = all.for(runEntity);
  return {
    /** The preferences page, and each message before it leaves. */
    findChoice: (personId: PersonId): Promise<ReminderChoice | undefined> =>
      all.for(choiceEntity).getOrUndefined({ personId }, { consistentRead: true }),

    /** A choice and the schools in whose evenings it takes part, all or nothing. */
    putChoice: async (
      choice: ReminderChoice,
      schools: { readonly in: readonly SchoolId[]; readonly out: readonly SchoolId[] },
    ): Promise<void> => {
      const transaction = all.transactions.buildWriteTransaction(choiceEntity).put(choice).nextEntity(readerEntity);
      for (const schoolId of schools.in) transaction.put({ schoolId, personId: choice.personId });
      for (const schoolId of schools.out) transaction.delete({ schoolId, personId: choice.personId });
      await transaction.execute();
    },

    /** A school's evening: its readers after one of them, in one query a page. */
    listReaders: async (schoolId: SchoolId, after: string, limit: number): Promise<readonly PersonId[]> => {
      const page = await all.for(readerEntity).queryOnePageByPkAndSk({ schoolId }, rangeWhereSkGreaterThan(after), { limit });
      return page.items.map(({ personId }) => personId);
    },

    /** The first reader of a school opens its evenings. */
    addRun: (run: EveningRun): Promise<boolean> => unlessRefused(runs.put(run, IF_NEW)),

    /** Holds only if nobody went on with that evening since it was read. */
    saveRun: (run: EveningRun): Promise<boolean> => unlessRefused(runs.put(run, unchangedSince(run.version - 1, 'version'))),

    /** The sweep: schools whose evening has come, the oldest first. */
    listDueRuns: async (until: Instant): Promise<readonly EveningRun[]> => {
      const page = await runs.queryOnePageWithGsiByPkAndSk({ wakeAt: until }, rangeWhereSkLessThanOrEquals(`${until}#~`), {
        gsiId: 'gsi1',
        limit: 100,
      });
      return page.items;
    },

    /** Corrections given back to a class: told once, the evening that follows. */
    putReturned: async (returned: Returned): Promise<void> => {
      await all.for(returnedEntity).put(returned);
    },

    listReturned: (classId: ClassId, evening: LocalDate): Promise<readonly Returned[]> =>
      all.for(returnedEntity).queryAllByPkAndSk({ classId }, rangeWhereSkBeginsWith(`RETURNED#${evening}#`)),
  };
};
