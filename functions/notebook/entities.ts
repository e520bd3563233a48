import * as z from 'zod';
import { LessonRecord, PrivateNotes, Progression, Sequence, Step } from '@preau/shared/notebook/schema.ts';
import { entity } from '../runtime/entity.ts';

/** A record under its first class and its first teacher, then once more for each further one: a notebook is one query whoever opens it. */
const Face = LessonRecord.extend({ face: z.int().min(0) });
type Face = z.infer<typeof Face>;

type Placed = Pick<LessonRecord, 'date' | 'start' | 'recordId'>;
const inTime = ({ date, start, recordId }: Placed): string => `${date}#${start ?? '~'}#${recordId}`;

const unlessWithdrawn = (key: (record: Face) => string | undefined) => (record: Face) =>
  record.withdrawnAt === undefined ? key(record) : undefined;

const classOf = unlessWithdrawn(({ classes, face }) => {
  const one = classes[face];
  return one === undefined ? undefined : `CLASS#${one.classId}`;
});
const teacherOf = unlessWithdrawn(({ teachers, face }) => {
  const one = teachers[face];
  return one === undefined ? undefined : `TEACHER#${one.personId}`;
});

const named = ({ recordId }: Pick<LessonRecord, 'recordId'>): string => `RECORD#${recordId}`;

export const faceEntity = entity({
  type: 'RECORD',
  schema: Face,
  pk: named,
  sk: ({ face }: Pick<Face, 'face'>) => `FACE#${face}`,
  gsi1: { pk: classOf, sk: (record) => (classOf(record) === undefined ? undefined : inTime(record)) },
  gsi2: { pk: teacherOf, sk: (record) => (teacherOf(record) === undefined ? undefined : inTime(record)) },
});

/** A record as it was before a writing. */
export const pastEntity = entity({
  type: 'PAST',
  schema: LessonRecord,
  pk: named,
  sk: ({ revision }: Pick<LessonRecord, 'revision'>) => `PAST#${String(revision).padStart(5, '0')}`,
});

/** Apart from records, under their author: no query of a record ever meets them. */
export const notesEntity = entity({
  type: 'NOTES',
  schema: PrivateNotes,
  pk: ({ authorId }: Pick<PrivateNotes, 'authorId'>) => `NOTES#${authorId}`,
  sk: ({ recordId }: Pick<PrivateNotes, 'recordId'>) => recordId,
});

interface Owned {
  readonly schoolId: string;
  readonly owner: { readonly personId: string };
  readonly shared: boolean;
  readonly title: string;
}
const byOwner =
  (kind: string) =>
  ({ owner }: Owned) =>
    `${kind}#${owner.personId}`;
const bySchool =
  (kind: string) =>
  ({ schoolId, shared }: Owned) =>
    shared ? `${kind}#${schoolId}` : undefined;
const whenShared = ({ shared, title }: Owned): string | undefined => (shared ? title : undefined);

export const sequenceEntity = entity({
  type: 'SEQUENCE',
  schema: Sequence,
  pk: ({ sequenceId }: Pick<Sequence, 'sequenceId'>) => `SEQUENCE#${sequenceId}`,
  sk: () => 'SEQUENCE',
  gsi1: { pk: bySchool('SEQUENCES'), sk: whenShared },
  gsi2: { pk: byOwner('SEQUENCES'), sk: ({ title }) => title },
});

export const stepEntity = entity({
  type: 'STEP',
  schema: Step,
  pk: ({ sequenceId }: Pick<Step, 'sequenceId'>) => `SEQUENCE#${sequenceId}`,
  sk: ({ stepId }: Pick<Step, 'stepId'>) => `STEP#${stepId}`,
});

export const progressionEntity = entity({
  type: 'PROGRESSION',
  schema: Progression,
  pk: ({ progressionId }: Pick<Progression, 'progressionId'>) => `PROGRESSION#${progressionId}`,
  sk: () => 'PROGRESSION',
  gsi1: { pk: bySchool('PROGRESSIONS'), sk: whenShared },
  gsi2: { pk: byOwner('PROGRESSIONS'), sk: ({ title }) => title },
});
