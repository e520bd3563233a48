import { rangeWhereSkBeginsWith, rangeWhereSkBetween, type AllEntitiesStore } from '@symphoniacloud/dynamodb-entity-store';
import type { ClassId, PersonId } from '@preau/shared/kernel/ids.ts';
import type { LocalDate } from '@preau/shared/kernel/school-time.ts';
import type { LessonRecord, PrivateNotes, RecordKey } from '@preau/shared/notebook/schema.ts';
import { faceEntity, notesEntity, pastEntity } from './entities.ts';
import { unchangedSince, unlessRefused } from '../runtime/conditional-write.ts';

type Face = LessonRecord & { readonly face: number };

const facesOf = (record: LessonRecord): readonly Face[] =>
  Array.from({ length: Math.max(1, record.classes.length, record.teachers.length) }, (_, face) => ({ ...record, face }));

const recordOf = ({ face: _face, ...record }: Face): LessonRecord => record;

const between = (from: LocalDate, until: LocalDate) => rangeWhereSkBetween(`${from}#`, `${until}#~~`);

export type NotebookStore = ReturnType<typeof notebookStore>;

/** The notebook's access patterns over its table. */
export const notebookStore = (store: AllEntitiesStore) => {
  const faces = store.for(faceEntity);
  const past = store.for(pastEntity);
  const notes = store.for(notesEntity);

  return {
    /** One lesson's page, and every change of a record, which must see the latest. */
    findRecord: async (recordId: RecordKey): Promise<LessonRecord | undefined> => {
      const found = await faces.getOrUndefined({ recordId, face: 0 }, { consistentRead: true });
      return found === undefined ? undefined : recordOf(found);
    },

    /** A family's day and a class's week: one query between two dates, both included. */
    listOfClass: async (classId: ClassId, from: LocalDate, until: LocalDate): Promise<readonly LessonRecord[]> =>
      (await faces.queryAllWithGsiByPkAndSk({ classes: [{ classId }], face: 0 }, between(from, until), { gsiId: 'gsi1' })).map(recordOf),

    /** A teacher's week: one query between two dates, both included. */
    listOfTeacher: async (teacherId: PersonId, from: LocalDate, until: LocalDate): Promise<readonly LessonRecord[]> =>
      (await faces.queryAllWithGsiByPkAndSk({ teachers: [{ personId: teacherId }], face: 0 }, between(from, until), { gsiId: 'gsi2' })).map(
        recordOf,
      ),

    /** A new or changed record; false when somebody changed it since `read`. A co-taught lesson changes under all its teachers and classes together. */
    putRecord: (record: LessonRecord, read: LessonRecord | undefined): Promise<boolean> => {
      const [first, ...others] = facesOf(record);
      if (first === undefined) throw new Error('A record always has a first face');
      if (others.length === 0) return unlessRefused(faces.put(first, unchangedSince(read?.version, 'version')));
      const transaction = store.transactions.buildWriteTransaction(faceEntity);
      transaction.put(first, unchangedSince(read?.version, 'version'));
      for (const face of others) transaction.put(face);
      return unlessRefused(transaction.execute());
    },

    /** Before a writing, what it replaces; writing it twice is the same. */
    keepPast: async (record: LessonRecord): Promise<void> => {
      await past.put(record);
    },

    /** The history of one record, the oldest writing first. */
    listPast: (recordId: RecordKey): Promise<readonly LessonRecord[]> =>
      past.queryAllByPkAndSk({ recordId }, rangeWhereSkBeginsWith('PAST#')),

    /** One's own notes about one lesson. */
    findNotes: (authorId: PersonId, recordId: RecordKey): Promise<PrivateNotes | undefined> =>
      notes.getOrUndefined({ authorId, recordId }, { consistentRead: true }),

    /** One's own export: all one's notes. */
    listNotes: (authorId: PersonId): Promise<readonly PrivateNotes[]> => notes.queryAllByPk({ authorId }),

    putNotes: (written: PrivateNotes, read: PrivateNotes | undefined): Promise<boolean> =>
      unlessRefused(notes.put(written, unchangedSince(read?.revision, 'revision'))),
  };
};
