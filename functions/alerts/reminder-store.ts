import {
  rangeWhereSkBeginsWith,
  rangeWhereSkBetween,
  rangeWhereSkGreaterThan,
  rangeWhereSkLessThanOrEquals,
  type AllEntitiesStore,
  type DynamoDBValues,
} from '@symphoniacloud/dynamodb-entity-store';
import { awaitsEvening, LOOKED_BACK_DAYS, tellsEvening, type EveningRun, type ReminderChoice } from '@preau/shared/alerts/reminders.ts';
import { Delivery } from '@preau/shared/alerts/schema.ts';
import type { ClassId, PersonId, SchoolId } from '@preau/shared/kernel/ids.ts';
import { addDays, type Instant, type LocalDate } from '@preau/shared/kernel/school-time.ts';
import { IF_NEW, unchangedSince, unlessRefused } from '../runtime/conditional-write.ts';
import { dayPrefix, deliveries, facts } from './entities.ts';
import { choiceEntity, newsEntity, readerEntity, returnedEntity, runEntity, type News, type Returned } from './reminder-entities.ts';

/** An ordinary reader's last message is among these; an absent pupil's alerts stand among his own. */
const PAGE = 10;

interface Evenings {
  readonly told: Delivery | undefined;
  readonly waiting: readonly Delivery[];
}

export type ReminderStore = ReturnType<typeof reminderStore>;

/** What people asked to be reminded of, and where each school's evening stands. */
export const reminderStore = (all: AllEntitiesStore) => {
  const runs = all.for(runEntity);
  const days = all.forMultiple([deliveries, facts]);
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

    /** The last evening before a date, within a month, that may have told a person of something, and those since that wait. */
    findEvenings: async (personId: PersonId, before: LocalDate): Promise<Evenings> => {
      const range = rangeWhereSkBetween(dayPrefix(addDays(before, -LOOKED_BACK_DAYS)), dayPrefix(before));
      const waiting: Delivery[] = [];
      let exclusiveStartKey: DynamoDBValues | undefined;
      do {
        const page = await days.queryOnePageByPkAndSk(deliveries, { pupilId: personId }, range, {
          scanIndexForward: false,
          limit: PAGE,
          ...(exclusiveStartKey === undefined ? {} : { exclusiveStartKey }),
        });
        const found = (page.itemsByEntityType[deliveries.type] ?? [])
          .map((item) => Delivery.strip().parse(item))
          .filter(({ guardianId }) => guardianId === personId);
        const last = found.findIndex(tellsEvening);
        waiting.push(...found.slice(0, last === -1 ? found.length : last).filter(awaitsEvening));
        if (last !== -1) return { told: found[last], waiting };
        exclusiveStartKey = page.lastEvaluatedKey;
      } while (exclusiveStartKey !== undefined);
      return { told: undefined, waiting };
    },

    /** An event of new marks or of report cards: one write, whatever the number of families. */
    putNews: async (news: News): Promise<void> => {
      await all.for(newsEntity).put(news);
    },

    /** A school's evening: the pupils of whom there is news since an earlier one, each once, in the order of their ids. */
    listPupilsWithNews: async (schoolId: SchoolId, from: LocalDate, until: LocalDate): Promise<readonly PersonId[]> => {
      const found = await all.for(newsEntity).queryAllByPkAndSk({ schoolId }, rangeWhereSkBetween(`${from}#`, `${until}#~`));
      return [...new Set(found.flatMap(({ pupilIds }) => pupilIds))].toSorted();
    },

    /** Corrections given back to a class: told once, the evening that follows. */
    putReturned: async (returned: Returned): Promise<void> => {
      await all.for(returnedEntity).put(returned);
    },

    listReturned: (classId: ClassId, evening: LocalDate): Promise<readonly Returned[]> =>
      all.for(returnedEntity).queryAllByPkAndSk({ classId }, rangeWhereSkBeginsWith(`RETURNED#${evening}#`)),
  };
};
