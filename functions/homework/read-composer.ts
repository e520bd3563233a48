import { standsInFor } from '@preau/shared/directory/relations.ts';
import type { Actor } from '@preau/shared/directory/schema.ts';
import { homeworkOperations, type AudienceChoice } from '@preau/shared/homework/api.ts';
import { classesOf } from '@preau/shared/homework/audience.ts';
import { refuseDue, refusePublication, seenFrom } from '@preau/shared/homework/dates.ts';
import { loadOf } from '@preau/shared/homework/load.ts';
import type { AudienceOption } from '@preau/shared/homework/views.ts';
import type { InputOf } from '@preau/shared/kernel/operation.ts';
import { addDays, localDateOf, weekdayOf, type Instant, type LocalDate } from '@preau/shared/kernel/school-time.ts';
import type { Lesson } from '@preau/shared/timetable/schema.ts';
import { bind } from '../runtime/bind.ts';
import { addressedTo, groupOf, isLessonOf, listedName, listRosterOf, teachingPlacesOf, type AddressedTo } from './audiences.ts';
import type { HomeworkServices } from './services.ts';

/** How far ahead lessons are offered; a date may always be chosen beyond. */
const DAYS_AHEAD = 21;
const SUNDAY = 7;

/** Classes first, then groups, each in the order of their names. */
const audiencesOf = async (actor: Actor, { directory }: HomeworkServices): Promise<AudienceOption[]> => {
  const places = teachingPlacesOf(actor);
  const schools = [...new Set(places.map((place) => place.schoolId))];
  const options = await Promise.all(
    schools.map(async (schoolId) => {
      const here = places.filter((place) => place.schoolId === schoolId);
      const classIds = new Set(here.flatMap((place) => place.classIds));
      const groupIds = new Set(here.flatMap((place) => place.groupIds));
      const [classes, groups] = await Promise.all([
        classIds.size === 0 ? [] : directory.listClasses(schoolId),
        groupIds.size === 0 ? [] : directory.listGroups(schoolId),
      ]);
      const byName = (a: AudienceOption, b: AudienceOption): number => a.name.localeCompare(b.name, 'fr', { numeric: true });
      return [
        ...classes.flatMap(({ classId, name }) => (classIds.has(classId) ? [{ schoolId, classId, name }] : [])).toSorted(byName),
        ...groups.flatMap(({ groupId, name }) => (groupIds.has(groupId) ? [{ schoolId, groupId, name }] : [])).toSorted(byName),
      ];
    }),
  );
  return options.flat();
};

const isOwnLesson = (actor: Actor, lesson: Lesson, { audience }: AddressedTo): boolean => {
  const teachers = [...lesson.teachers, ...(lesson.change?.previous.teachers ?? [])];
  return isLessonOf(lesson, audience) && (teachers.some(({ personId }) => personId === actor.personId) || standsInFor(actor, lesson));
};

const lessonsAhead = async (
  actor: Actor,
  to: AddressedTo,
  today: LocalDate,
  { timetable }: HomeworkServices,
): Promise<readonly Lesson[]> => {
  const [classId] = classesOf(to.audience);
  if (classId === undefined) return [];
  const dates = Array.from({ length: DAYS_AHEAD }, (_, index) => addDays(today, index + 1)).filter((date) => weekdayOf(date) < SUNDAY);
  const days = await Promise.all(dates.map((date) => timetable.listLessonsOfClass(classId, date)));
  return days.flat().filter((lesson) => isOwnLesson(actor, lesson, to));
};

const compose = async (actor: Actor, to: AddressedTo, audience: AudienceOption, now: Instant, services: HomeworkServices) => {
  const settings = await services.directory.findSchoolSettings(to.schoolId);
  const today = localDateOf(now, settings.zone);
  const [classId] = classesOf(to.audience);
  if (classId === undefined) throw new Error('An audience without a class');
  const [lessons, works, pupils] = await Promise.all([
    lessonsAhead(actor, to, today, services),
    services.store.listOfClass(classId, addDays(today, 1), addDays(today, DAYS_AHEAD)),
    listRosterOf(to.audience, services),
  ]);
  const publishedAt = seenFrom(now, undefined, settings);
  // What would be refused is not offered: closed days, and those that pupils would learn of too late.
  const open = lessons.filter(
    ({ date }) =>
      refuseDue({ dueOn: date, withLesson: true }, today, settings) === undefined &&
      refusePublication(publishedAt, date, settings) === undefined,
  );
  const dates = [...new Set([...open.map((lesson) => lesson.date), ...works.map((work) => work.dueOn)])].toSorted();
  const [first] = open;
  return {
    audience,
    ...(first === undefined ? {} : { subject: first.subject }),
    lessons: open.map(({ lessonId, date, start, subject, change }) => ({
      lessonId,
      date,
      start,
      subject,
      cancelled: change?.kind === 'cancelled',
    })),
    loads: dates.map((date) => loadOf(works, classId, date)),
    limitMinutes: settings.homework.dayLimitMinutes,
    forTomorrowUntil: settings.homework.forTomorrowUntil,
    publishedAt,
    waits: publishedAt > now,
    pupils: pupils.map((pupil) => ({ pupilId: pupil.pupilId, name: listedName(pupil) })),
  };
};

const choiceOf = ({ classId, groupId }: InputOf<typeof homeworkOperations.readComposer>['query']): AudienceChoice | undefined => {
  if (groupId !== undefined) return { kind: 'group', groupId };
  return classId === undefined ? undefined : { kind: 'class', classId };
};

/** What a teacher needs to compose: his classes and groups; once one is chosen, its coming lessons with what each day already weighs. */
export const readComposer = bind<HomeworkServices>()(homeworkOperations.readComposer, {
  async subjectFor({ actor, input: { query }, services }) {
    const choice = choiceOf(query);
    if (choice === undefined) return { to: undefined };
    const to = await addressedTo(actor, choice, services);
    return to === undefined ? undefined : { to };
  },
  may: (actor) => teachingPlacesOf(actor).some((place) => place.classIds.length > 0 || place.groupIds.length > 0),
  async run({ actor, subject: { to }, services, now }) {
    const audiences = await audiencesOf(actor, services);
    const today = localDateOf(now);
    if (to === undefined) return { today, audiences };
    const groupId = groupOf(to.audience);
    const [classId] = classesOf(to.audience);
    const audience = audiences.find((one) => (groupId === undefined ? one.classId === classId : one.groupId === groupId));
    return audience === undefined ? { today, audiences } : { today, audiences, chosen: await compose(actor, to, audience, now, services) };
  },
});
