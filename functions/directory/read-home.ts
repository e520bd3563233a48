import { directoryOperations } from '@preau/shared/directory/api.ts';
import { mayReadHome } from '@preau/shared/directory/policy.ts';
import { substitutionsOf } from '@preau/shared/directory/relations.ts';
import type { Actor, Post, StaffFunction } from '@preau/shared/directory/schema.ts';
import type { Home, ObjectionView } from '@preau/shared/directory/views.ts';
import type { PersonId } from '@preau/shared/kernel/ids.ts';
import { addDays, localDateOf, type Instant, type LocalDate } from '@preau/shared/kernel/school-time.ts';
import { isHeld } from '@preau/shared/timetable/changes.ts';
import { phaseOf } from '@preau/shared/timetable/rules.ts';
import { bind } from '../runtime/bind.ts';
import { loadHomeGrants } from './home-grants.ts';
import { lessonsOf, loadClassLessons, loadTaughtLessons } from './home-lessons.ts';
import type { DirectoryServices } from './services.ts';

interface Day {
  readonly actor: Actor;
  readonly date: LocalDate;
  readonly now: Instant;
  readonly services: DirectoryServices;
}

const common = ({ actor, date }: Day) => ({ date, firstName: actor.firstName, lastName: actor.lastName, language: actor.language });

const holds = (actor: Actor, ...functions: readonly StaffFunction[]): boolean =>
  actor.posts.some((post) => post.functions.some((one) => functions.includes(one)));

const schoolsOf = (actor: Actor) =>
  actor.posts.map((post) => ({ schoolId: post.schoolId, name: post.schoolName, functions: post.functions }));

const guardianHome = async (day: Day): Promise<Home> => {
  const { actor, date, services } = day;
  const informed = actor.children.filter((child) => child.rights.informed);
  const [lessons, openDays] = await Promise.all([
    loadClassLessons(informed, date, services),
    services.attendance.listOpenDays(actor.personId),
  ]);
  const seen = new Set(informed.map((child) => child.pupilId));
  return {
    role: 'guardian',
    ...common(day),
    // A child whose right is withheld is not even named.
    children: informed.map((child) => ({ child, lessons: lessonsOf(child, lessons) })),
    // The list was written with the rights of its day: only today's count.
    openDays: openDays.filter((open) => seen.has(open.pupilId)),
  };
};

const objectionOf = async (pupilId: PersonId, { store }: DirectoryServices): Promise<ObjectionView> => {
  const objection = (await store.findWorld(pupilId))?.objection;
  return objection === undefined ? { active: false } : { active: objection.active, since: objection.since };
};

const WEEK_DAYS = 7;

/** The next day of the week to come for which a pupil has something to do. */
const nextHomework = async (self: NonNullable<Actor['self']>, { date, now, services: { homework } }: Day) => {
  const works = await homework.listForPupil(self, addDays(date, 1), addDays(date, WEEK_DAYS), now);
  const [first] = works;
  if (first === undefined) return undefined;
  const due = works.filter((work) => work.dueOn === first.dueOn);
  return { date: first.dueOn, done: await homework.countDone(self.pupilId, due), total: due.length };
};

const pupilHome = async (day: Day, self: NonNullable<Actor['self']>): Promise<Home> => {
  const { actor, date, services } = day;
  const openDays = self.rights.decides ? services.attendance.listOpenDays(actor.personId) : [];
  const [lessons, open, objection, homework] = await Promise.all([
    loadClassLessons([self], date, services),
    openDays,
    self.rights.decides ? objectionOf(actor.personId, services) : undefined,
    nextHomework(self, day),
  ]);
  return {
    role: 'pupil',
    ...common(day),
    self,
    lessons: lessonsOf(self, lessons),
    openDays: [...open],
    ...(homework === undefined ? {} : { homework }),
    ...(objection === undefined ? {} : { objection }),
  };
};

const officeSchool = async (post: Post, { date, now, services }: Day) => {
  const [all, registers] = await Promise.all([
    services.timetable.listLessonsOfSchool(post.schoolId, date),
    services.attendance.listRegistersOf(post.schoolId, date),
  ]);
  const lessons = all.filter(isHeld);
  const begun = lessons.filter((lesson) => phaseOf(lesson, now) !== 'later');
  const called = new Set(registers.map((register) => register.lessonId));
  return {
    schoolId: post.schoolId,
    name: post.schoolName,
    functions: post.functions,
    begun: begun.length,
    registersTaken: begun.filter((lesson) => called.has(lesson.lessonId)).length,
    lessonsToday: lessons.length,
  };
};

const OFFICE: readonly StaffFunction[] = ['DIR', 'CPE', 'AED'];

const officeHome = async (day: Day): Promise<Home> => {
  const { actor, date, now, services } = day;
  const posts = actor.posts.filter((post) => post.functions.some((one) => OFFICE.includes(one)));
  const [schools, lessons] = await Promise.all([
    Promise.all(posts.map((post) => officeSchool(post, day))),
    loadTaughtLessons(actor, date, now, services),
  ]);
  return { role: holds(actor, 'DIR') ? 'head' : 'office', ...common(day), schools, lessons };
};

const teacherHome = async (day: Day): Promise<Home> => {
  const { actor, date, now, services } = day;
  const [lessons, grants] = await Promise.all([loadTaughtLessons(actor, date, now, services), loadHomeGrants(actor, services)]);
  return { role: 'teacher', ...common(day), schools: schoolsOf(actor), lessons, grants };
};

const staffHome = async (day: Day): Promise<Home> => ({
  role: 'staff',
  ...common(day),
  schools: schoolsOf(day.actor),
  grants: await loadHomeGrants(day.actor, day.services),
});

const homeOf = (day: Day): Home | Promise<Home> => {
  const { actor } = day;
  if (actor.operator) return { role: 'operator', ...common(day) };
  if (holds(actor, ...OFFICE)) return officeHome(day);
  if (holds(actor, 'ENS') || substitutionsOf(actor).length > 0) return teacherHome(day);
  if (actor.kind === 'staff') return staffHome(day);
  return actor.self === undefined ? guardianHome(day) : pupilHome(day, actor.self);
};

/** The home of whoever signs in, in one call: today's lessons and what concerns them, all schools together. */
export const readHome = bind<DirectoryServices>()(directoryOperations.readHome, {
  subject: async () => ({}),
  may: mayReadHome,
  run: async ({ actor, services, now }) => homeOf({ actor, date: localDateOf(now), now, services }),
});
