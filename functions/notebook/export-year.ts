import type { Actor } from '@preau/shared/directory/schema.ts';
import { addDays } from '@preau/shared/kernel/school-time.ts';
import { datesOfSchoolYear, schoolYearOf } from '@preau/shared/kernel/school-year.ts';
import { notebookOperations } from '@preau/shared/notebook/api.ts';
import { mayExportYear } from '@preau/shared/notebook/policy.ts';
import { shownOf } from '@preau/shared/notebook/rules.ts';
import { bind } from '../runtime/bind.ts';
import { listStepsInOrder, viewSequence, viewStep } from './sequence-subject.ts';
import type { NotebookServices } from './services.ts';
import { viewRecord } from './view-record.ts';

/** A page is so many days: at most a few hundred records, far below what one answer may weigh. */
const PAGE_DAYS = 28;

/** What only the author takes away: his notes and his sequences. */
const ownPreparation = async (actor: Actor, year: number, services: NotebookServices) => {
  const [notes, sequences] = await Promise.all([
    services.store.listNotes(actor.personId),
    services.preparation.listOwnSequences(actor.personId),
  ]);
  return {
    notes: notes.filter(({ date }) => schoolYearOf(date) === year).map(({ authorId: _authorId, ...own }) => own),
    sequences: await Promise.all(
      sequences.map(async (sequence) => ({
        ...viewSequence(sequence, actor),
        steps: (await listStepsInOrder(sequence, services)).map(viewStep),
      })),
    ),
  };
};

/** A year of a notebook, month by month: one's own whole, or what a teacher published, for the head of the school. */
export const exportYear = bind<NotebookServices>()(notebookOperations.exportYear, {
  subjectFor: async ({ actor, input: { query } }) => ({ teacherId: query.teacherId ?? actor.personId, schoolId: query.schoolId }),
  may: mayExportYear,
  async run({ actor, subject: { teacherId, schoolId }, input: { path, query }, services, now }) {
    const year = Number(path.year);
    const dates = datesOfSchoolYear(year);
    const from = query.after !== undefined && schoolYearOf(query.after) === year ? query.after : dates.from;
    const lastOfPage = addDays(from, PAGE_DAYS - 1);
    const isLast = lastOfPage >= dates.until;
    const own = teacherId === actor.personId;
    const listed = await services.store.listOfTeacher(teacherId, from, isLast ? dates.until : lastOfPage);
    const records = listed.filter((record) => own || (record.schoolId === schoolId && shownOf(record, now) !== undefined));
    const preparation = own && query.after === undefined ? await ownPreparation(actor, year, services) : { notes: [], sequences: [] };
    return {
      records: records.map((record) => viewRecord({ recordId: record.recordId, place: record, record }, actor, now)),
      ...preparation,
      ...(isLast ? {} : { next: addDays(lastOfPage, 1) }),
    };
  },
});
