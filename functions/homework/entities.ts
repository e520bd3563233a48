import type { Entity } from '@symphoniacloud/dynamodb-entity-store';
import * as z from 'zod';
import { partsOfHomeworkId } from '@preau/shared/homework/homework-id.ts';
import { Deadline, type HomeworkContent } from '@preau/shared/homework/schema.ts';
import type { ClassId } from '@preau/shared/kernel/ids.ts';
import { HomeworkId, PersonId } from '@preau/shared/kernel/ids.ts';
import { Instant } from '@preau/shared/kernel/school-time.ts';
import { entity } from '../runtime/entity.ts';
import { packed, unpacked } from '../runtime/packed-item.ts';
import {
  fromItem,
  fromStoredContent,
  holderKey,
  rowKey,
  StoredContent,
  toItem,
  toStoredContent,
  type DatePointer,
  type PlacedHomework,
} from './stored-homework.ts';

type Placed = PlacedHomework | DatePointer;

/** A class's work by due date: the only item that a piece of work has in it, whatever the number of pupils. */
export const rowEntity: Entity<Placed, { readonly holder: ClassId }, Placed> = {
  type: 'WORK',
  pk: ({ holder }) => holderKey(holder),
  sk: (placed) =>
    'movedTo' in placed ? rowKey(placed.firstDueOn, placed.homeworkId) : rowKey(placed.homework.dueOn, placed.homework.homeworkId),
  convertToDynamoFormat: toItem,
  parse: fromItem,
};

interface TextKey {
  readonly homeworkId: HomeworkId;
  readonly revision: number;
}

interface PlacedText extends TextKey {
  readonly content: HomeworkContent;
}

/** What a long text says, under its work; earlier versions stay. */
export const textEntity: Entity<PlacedText, Pick<TextKey, 'homeworkId'>, Pick<TextKey, 'revision'>> = {
  type: 'TEXT',
  pk: ({ homeworkId }) => `HOMEWORK#${homeworkId}`,
  sk: ({ revision }) => `TEXT#${String(revision).padStart(4, '0')}`,
  convertToDynamoFormat: ({ content }) => packed(toStoredContent(content)),
  parse: ({ pk, sk, _et: _type, ...item }) => ({
    homeworkId: HomeworkId.parse(String(pk).slice('HOMEWORK#'.length)),
    revision: Number(String(sk).slice('TEXT#'.length)),
    content: fromStoredContent(StoredContent.parse(unpacked(item))),
  }),
};

/** A pupil's own mark; its key tells whose and of what, and survives a change of date. */
const StoredDone = z.strictObject({ pupilId: PersonId, homeworkId: HomeworkId, doneAt: Instant, ttl: z.int().optional() });
export type StoredDone = z.infer<typeof StoredDone>;

export const doneKey = (homeworkId: HomeworkId): string => `DONE#${partsOfHomeworkId(homeworkId)?.firstDueOn ?? ''}#${homeworkId}`;

export const doneEntity = entity({
  type: 'DONE',
  schema: StoredDone,
  pk: ({ pupilId }: { readonly pupilId: PersonId }) => `PUPIL#${pupilId}`,
  sk: ({ homeworkId }: { readonly homeworkId: HomeworkId }) => doneKey(homeworkId),
});

/** After a pupil's marks in the order of keys: his own dates are read in the same query. */
export const OWN_DATES_KEY = 'LATER#';
const StoredDeadline = Deadline.extend({ ttl: z.int().optional() });
export type StoredDeadline = z.infer<typeof StoredDeadline>;

export const deadlineEntity = entity({
  type: 'DEADLINE',
  schema: StoredDeadline,
  pk: ({ pupilId }: { readonly pupilId: PersonId }) => `PUPIL#${pupilId}`,
  sk: ({ homeworkId }: { readonly homeworkId: HomeworkId }) => `${OWN_DATES_KEY}${homeworkId}`,
});

/** What is to be told, and from when: it waits under its shard until it is released. */
export const Telling = z.strictObject({
  homeworkId: HomeworkId,
  change: z.enum(['published', 'edited', 'moved', 'cancelled', 'withdrawn', 'restored', 'returned']),
  /** The revision that brought it: a change that never came to be is not told. */
  revision: z.int(),
  releaseAt: Instant,
  shard: z.int(),
});
export type Telling = z.infer<typeof Telling>;

const tellingKey = ({ releaseAt, homeworkId, change, revision }: Omit<Telling, 'shard'>): string =>
  `${releaseAt}#${homeworkId}#${change}#${revision}`;

export const tellingEntity = entity({
  type: 'TELLING',
  schema: Telling,
  pk: ({ shard }: { readonly shard: number }) => `TELLING#${shard}`,
  sk: (telling: Omit<Telling, 'shard'>) => tellingKey(telling),
});

/** The event of a change, once: it stays some weeks so that a second release finds it. */
const Told = z.strictObject({ homeworkId: HomeworkId, change: Telling.shape.change, revision: z.int(), ttl: z.int() });
export type Told = z.infer<typeof Told>;

export const toldEntity = entity({
  type: 'TOLD',
  schema: Told,
  pk: ({ homeworkId }: { readonly homeworkId: HomeworkId }) => `HOMEWORK#${homeworkId}`,
  // Published, and returned, once in a life, whatever the revision.
  sk: ({ change, revision }: Pick<Told, 'change' | 'revision'>) =>
    change === 'published' || change === 'returned' ? `TOLD#${change}` : `TOLD#${change}#${revision}`,
});
