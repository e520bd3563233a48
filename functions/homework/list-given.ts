import { nameOf } from '@preau/shared/directory/names.ts';
import type { Actor } from '@preau/shared/directory/schema.ts';
import { homeworkOperations } from '@preau/shared/homework/api.ts';
import { mayReadAsStaff, mayReadGiven } from '@preau/shared/homework/policy.ts';
import type { Homework } from '@preau/shared/homework/schema.ts';
import type { ClassId, GroupId, PersonId } from '@preau/shared/kernel/ids.ts';
import { addDays, localDateOf } from '@preau/shared/kernel/school-time.ts';
import { bind } from '../runtime/bind.ts';
import { teachingPlacesOf } from './audiences.ts';
import { periodOf } from './period.ts';
import type { HomeworkServices } from './services.ts';
import { givenRow } from './views.ts';

const PAST_DAYS = 7;
const COMING_DAYS = 28;

interface Teacher {
  readonly personId: PersonId;
  readonly schoolIds: Actor['posts'][number]['schoolId'][];
  readonly actor: Actor;
}

const findTeacher = async (actor: Actor, teacherId: PersonId, { directory }: HomeworkServices): Promise<Teacher | undefined> => {
  const teacher = actor.personId === teacherId ? actor : await directory.findActor(teacherId);
  if (teacher === undefined || teachingPlacesOf(teacher).length === 0) return undefined;
  return { personId: teacherId, schoolIds: teachingPlacesOf(teacher).map((place) => place.schoolId), actor: teacher };
};

/** Every class in which his work may be found: his classes, and those that his groups draw from. */
const classesTaughtBy = async ({ actor }: Teacher, { directory }: HomeworkServices): Promise<readonly ClassId[]> => {
  const places = teachingPlacesOf(actor);
  const groupIds = new Set<GroupId>(places.flatMap((place) => place.groupIds));
  const schools = groupIds.size === 0 ? [] : [...new Set(places.map((place) => place.schoolId))];
  const groups = (await Promise.all(schools.map((schoolId) => directory.listGroups(schoolId)))).flat();
  const ofGroups = groups.filter((group) => groupIds.has(group.groupId)).flatMap((group) => group.classIds);
  return [...new Set([...places.flatMap((place) => place.classIds), ...ofGroups])];
};

const byDueDay = (a: Homework, b: Homework): number => a.dueOn.localeCompare(b.dueOn) || a.to.localeCompare(b.to, 'fr');

/** What a teacher has given and prepared, all his classes together, by due day. */
export const listGiven = bind<HomeworkServices>()(homeworkOperations.listGiven, {
  subjectFor: ({ actor, input, services }) => findTeacher(actor, input.path.teacherId, services),
  may: mayReadGiven,
  async run({ actor, subject: teacher, input: { query }, services, now }) {
    const today = localDateOf(now);
    const { from, until } = periodOf(query, { from: addDays(today, -PAST_DAYS), until: addDays(today, COMING_DAYS) });
    const classIds = await classesTaughtBy(teacher, services);
    const found = await Promise.all(classIds.map((classId) => services.store.listOfClass(classId, from, until, { consistentRead: true })));
    const works = new Map(found.flat().map((work) => [work.homeworkId, work]));
    const given = [...works.values()].filter(
      (work) => work.teachers.some(({ personId }) => personId === teacher.personId) && mayReadAsStaff(actor, work),
    );
    return {
      today,
      from,
      until,
      teacherName: nameOf(teacher.actor),
      rows: given.toSorted(byDueDay).map((work) => givenRow(work, actor, now)),
    };
  },
});
