import type { ClassId, GroupId, SchoolId } from '@preau/shared/kernel/ids.ts';
import { RecordId } from '@preau/shared/kernel/ids.ts';
import { refuse } from '@preau/shared/kernel/refusal.ts';
import { DEFAULT_ZONE } from '@preau/shared/kernel/school-time.ts';
import { notebookOperations } from '@preau/shared/notebook/api.ts';
import { mayAddRecord } from '@preau/shared/notebook/policy.ts';
import { isYearClosed } from '@preau/shared/notebook/rules.ts';
import type { LessonRecord } from '@preau/shared/notebook/schema.ts';
import { bind } from '../runtime/bind.ts';
import { derivedId } from '../runtime/derived-id.ts';
import { authorOf } from './author.ts';
import type { NotebookServices } from './services.ts';
import { viewRecord } from './view-record.ts';

interface Audience extends Pick<LessonRecord, 'classes' | 'groups'> {
  readonly schoolId: SchoolId;
  readonly classId: ClassId;
  readonly groupId: GroupId | undefined;
}

const findAudience = async (
  schoolId: SchoolId,
  { classId, groupId }: { readonly classId: ClassId; readonly groupId?: GroupId | undefined },
  { directory }: NotebookServices,
): Promise<Audience | undefined> => {
  const [classes, groups] = await Promise.all([
    directory.listClasses(schoolId),
    groupId === undefined ? [] : directory.listGroups(schoolId),
  ]);
  const group = groups.find((one) => one.groupId === groupId);
  const named = classes.filter((one) => (group === undefined ? one.classId === classId : group.classIds.includes(one.classId)));
  if (named.length === 0 || (groupId !== undefined && group === undefined)) return undefined;
  return {
    schoolId,
    classId,
    groupId,
    classes: named.map((one) => ({ classId: one.classId, name: one.name })),
    groups: group === undefined ? [] : [{ groupId: group.groupId, name: group.name }],
  };
};

/** A page of the notebook for a day without lesson: an outing, a catch-up hour, work at home. It begins as an empty draft. */
export const addRecord = bind<NotebookServices>()(notebookOperations.addRecord, {
  subject: ({ input: { path, body }, services }) => findAudience(path.schoolId, body, services),
  may: mayAddRecord,
  async run({ actor, subject, input: { body }, services, now }) {
    if (isYearClosed(body.date, now, DEFAULT_ZONE)) return refuse('notebook.year-closed');
    const recordId = RecordId.parse(derivedId('rec', `${actor.personId}:${body.requestId}`));
    const author = authorOf(actor);
    const record: LessonRecord = {
      recordId,
      schoolId: subject.schoolId,
      date: body.date,
      subject: body.subject,
      classes: subject.classes,
      groups: subject.groups,
      teachers: [author],
      title: '',
      sections: {},
      files: [],
      links: [],
      publication: 'draft',
      addenda: [],
      revision: 1,
      writtenBy: author,
      writtenAt: now,
      version: 1,
    };
    // The same submit sent twice finds the record of the first.
    const added = await services.store.putRecord(record, undefined);
    const kept = added ? record : ((await services.store.findRecord(recordId)) ?? record);
    return viewRecord({ recordId, place: kept, record: kept }, actor, now);
  },
});
