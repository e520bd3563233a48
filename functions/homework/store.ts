import { rangeWhereSkBetween, rangeWhereSkLessThan, type AllEntitiesStore } from '@symphoniacloud/dynamodb-entity-store';
import { classesOf } from '@preau/shared/homework/audience.ts';
import type { Deadline, Homework, HomeworkContent } from '@preau/shared/homework/schema.ts';
import type { Envelope } from '@preau/shared/kernel/event.ts';
import type { ClassId, HomeworkId, PersonId } from '@preau/shared/kernel/ids.ts';
import type { Instant, LocalDate } from '@preau/shared/kernel/school-time.ts';
import { IF_NEW, unchangedSince, unlessRefused, withOutbox } from '../runtime/conditional-write.ts';
import { itemsOf } from '../runtime/entity.ts';
import {
  deadlineEntity,
  doneEntity,
  doneKey,
  OWN_DATES_KEY,
  rowEntity,
  tellingEntity,
  textEntity,
  toldEntity,
  type StoredDeadline,
  type StoredDone,
  type Telling,
  type Told,
} from './entities.ts';
import { firstPlaceOf, type DatePointer, type PlacedHomework } from './stored-homework.ts';

/** What one turn of the release reads of a shard. */
const PAGE = 50;

const isRow = (placed: PlacedHomework | DatePointer): placed is PlacedHomework => 'homework' in placed;

/** What a pupil's work has of his own. */
interface OwnOf {
  readonly done: ReadonlySet<HomeworkId>;
  readonly deadlines: ReadonlyMap<HomeworkId, Deadline>;
}

export type HomeworkStore = ReturnType<typeof homeworkStore>;

/** Homework's access patterns over its table. */
export const homeworkStore = (all: AllEntitiesStore) => {
  const rows = all.for(rowEntity);
  const texts = all.for(textEntity);
  const done = all.for(doneEntity);
  const tellings = all.for(tellingEntity);

  const findAt = (homeworkId: HomeworkId, holder: ClassId, dueOn: LocalDate, consistentRead: boolean) =>
    // The key functions read a place from what leads to it.
    rows.getOrUndefined<DatePointer>({ holder, homeworkId, firstDueOn: dueOn, movedTo: dueOn }, { consistentRead });

  /** One item in one write; several classes, or another date, all or nothing. */
  const replaceEverywhere = (before: Homework, after: Homework): Promise<boolean> => {
    const place = firstPlaceOf(before.homeworkId);
    const transaction = all.transactions.buildWriteTransaction(rowEntity);
    for (const holder of new Set([...classesOf(before.audience), ...classesOf(after.audience)])) {
      const was = classesOf(before.audience).includes(holder);
      const is = classesOf(after.audience).includes(holder);
      if (was && is && before.dueOn === after.dueOn) {
        transaction.put({ holder, homework: after }, unchangedSince(before.revision, 'revision'));
        continue;
      }
      const isFirst = holder === place?.holder;
      if (was && isFirst && before.dueOn === place.firstDueOn) {
        transaction.put(
          { holder, homeworkId: before.homeworkId, firstDueOn: before.dueOn, movedTo: after.dueOn },
          unchangedSince(before.revision, 'revision'),
        );
      } else if (was) {
        transaction.delete({ holder, homework: before }, unchangedSince(before.revision, 'revision'));
        if (isFirst && after.dueOn !== place.firstDueOn) {
          transaction.put({ holder, homeworkId: before.homeworkId, firstDueOn: place.firstDueOn, movedTo: after.dueOn });
        }
      }
      if (is) transaction.put({ holder, homework: after });
    }
    return unlessRefused(transaction.execute());
  };

  return {
    /** The list of a class between two dates, both included, drafts and work taken back included: the caller filters. */
    listOfClass: async (
      classId: ClassId,
      from: LocalDate,
      until: LocalDate,
      options: { readonly consistentRead?: boolean } = {},
    ): Promise<readonly Homework[]> => {
      const found = await rows.queryAllByPkAndSk({ holder: classId }, rangeWhereSkBetween(`DUE#${from}`, `DUE#${until}~`), options);
      return found.filter(isRow).map(({ homework }) => homework);
    },

    /** One piece of work by its name, wherever its date has gone. */
    find: async (
      homeworkId: HomeworkId,
      { consistentRead = true }: { readonly consistentRead?: boolean } = {},
    ): Promise<Homework | undefined> => {
      const place = firstPlaceOf(homeworkId);
      if (place === undefined) return undefined;
      const first = await findAt(homeworkId, place.holder, place.firstDueOn, consistentRead);
      if (first === undefined || isRow(first)) return first?.homework;
      const moved = await findAt(homeworkId, place.holder, first.movedTo, consistentRead);
      return moved !== undefined && isRow(moved) ? moved.homework : undefined;
    },

    /** The whole of a long text. */
    findText: async (homeworkId: HomeworkId, revision: number): Promise<HomeworkContent | undefined> =>
      (await texts.getOrUndefined({ homeworkId, revision }))?.content,

    /** Before the work that shows only its beginning: a text that nothing leads to is never read. */
    putText: async (homeworkId: HomeworkId, revision: number, content: HomeworkContent): Promise<void> => {
      await texts.put({ homeworkId, revision, content });
    },

    /** New work, in one write for a class; false when it is there already: the same submit twice is one piece of work. */
    add: (homework: Homework): Promise<boolean> => {
      const [holder, ...others] = classesOf(homework.audience);
      if (holder === undefined) throw new Error('Work without a class');
      if (others.length === 0) return unlessRefused(rows.put({ holder, homework }, IF_NEW));
      const transaction = all.transactions.buildWriteTransaction(rowEntity);
      for (const each of [holder, ...others]) transaction.put({ holder: each, homework }, IF_NEW);
      return unlessRefused(transaction.execute());
    },

    /** A change over what was read, its date and its classes included; false when somebody changed it in between. */
    replace: (before: Homework, after: Homework): Promise<boolean> => {
      const [holder, ...others] = classesOf(before.audience);
      const stays = before.dueOn === after.dueOn && others.length === 0 && classesOf(after.audience).length === 1;
      return stays && holder !== undefined
        ? unlessRefused(rows.put({ holder, homework: after }, unchangedSince(before.revision, 'revision')))
        : replaceEverywhere(before, after);
    },

    /** A pupil's own marks on this work and all the dates given to him alone, in one query. */
    listOwn: async (pupilId: PersonId, homeworkIds: readonly HomeworkId[]): Promise<OwnOf> => {
      const [first = OWN_DATES_KEY] = homeworkIds.map(doneKey).toSorted();
      const { itemsByEntityType } = await all
        .forMultiple([doneEntity, deadlineEntity])
        .queryAllByPkAndSk(doneEntity, { pupilId }, rangeWhereSkBetween(first, `${OWN_DATES_KEY}~`));
      const marks = itemsOf(itemsByEntityType, doneEntity);
      const deadlines = itemsOf(itemsByEntityType, deadlineEntity);
      return {
        done: new Set(marks.map((mark) => mark.homeworkId)),
        deadlines: new Map(deadlines.map(({ ttl: _ttl, ...deadline }) => [deadline.homeworkId, deadline])),
      };
    },

    /** Handing in: the date given to this pupil alone. */
    findDeadline: (pupilId: PersonId, homeworkId: HomeworkId): Promise<Deadline | undefined> =>
      all.for(deadlineEntity).getOrUndefined({ pupilId, homeworkId }),

    /** The date that a teacher gave one pupil; a later decision replaces it. */
    putDeadline: async (deadline: StoredDeadline): Promise<void> => {
      await all.for(deadlineEntity).put(deadline);
    },

    /** Marking twice is marking once. */
    putDone: async (mark: StoredDone): Promise<void> => {
      await done.put(mark);
    },

    deleteDone: (pupilId: PersonId, homeworkId: HomeworkId): Promise<void> => done.delete({ pupilId, homeworkId }),

    /** What is to be told, before the change that brings it: nothing that was written goes untold. */
    putTelling: async (telling: Telling): Promise<void> => {
      await tellings.put(telling);
    },

    deleteTelling: (telling: Telling): Promise<void> => tellings.delete(telling),

    /** The release: what one shard has to tell by now, the oldest first. */
    listTellings: async (shard: number, until: Instant): Promise<readonly Telling[]> => {
      const page = await tellings.queryOnePageByPkAndSk({ shard }, rangeWhereSkLessThan(`${until}~`), { limit: PAGE });
      return page.items;
    },

    /** The event of a change; false when it was told already. */
    addTold: (told: Told, outbox: readonly Envelope[]): Promise<boolean> =>
      unlessRefused(all.for(toldEntity).put(withOutbox(told, outbox), IF_NEW)),
  };
};
