import { attendanceOperations } from '@preau/shared/attendance/api.ts';
import { mayCallRoll } from '@preau/shared/attendance/policy.ts';
import { viewVersion } from '@preau/shared/attendance/register.ts';
import { whyNotExpected } from '@preau/shared/attendance/rules.ts';
import type { Mark, PupilDay } from '@preau/shared/attendance/schema.ts';
import type { RegisterPupil } from '@preau/shared/attendance/views.ts';
import type { RosterPupil } from '@preau/shared/directory/schema.ts';
import type { ClassId, PersonId } from '@preau/shared/kernel/ids.ts';
import { isHeld, viewLesson } from '@preau/shared/timetable/changes.ts';
import { isFor } from '@preau/shared/timetable/rules.ts';
import type { Lesson } from '@preau/shared/timetable/schema.ts';
import { bind } from '../runtime/bind.ts';
import { writerOf } from './register-window.ts';
import { listCalled } from './roster.ts';
import type { AttendanceServices } from './services.ts';

/** What the day already knows of one class: each pupil's day, and the lessons in their order. */
interface ClassDay {
  readonly lessons: readonly Lesson[];
  readonly days: readonly PupilDay[];
}

const readClassDay = async (classId: ClassId, lesson: Lesson, services: AttendanceServices): Promise<[ClassId, ClassDay]> => {
  const [lessons, days] = await Promise.all([
    services.timetable.listLessonsOfClass(classId, lesson.date),
    services.store.listDaysOfClass(classId, lesson.date),
  ]);
  return [classId, { lessons, days }];
};

const viewPupil = (
  pupil: RosterPupil,
  lesson: Lesson,
  classDays: ReadonlyMap<ClassId, ClassDay>,
  marks: ReadonlyMap<PersonId, Mark>,
): RegisterPupil => {
  const classDay = pupil.classId === undefined ? undefined : classDays.get(pupil.classId);
  const day = classDay?.days.find((one) => one.pupilId === pupil.pupilId);
  const previous = classDay?.lessons.findLast((one) => one.end <= lesson.start && isHeld(one) && isFor(one, pupil));
  const notExpected = day === undefined ? undefined : whyNotExpected(day, lesson, previous?.lessonId);
  const mark = marks.get(pupil.pupilId);
  const { pupilId, firstName, lastName, className } = pupil;
  return {
    pupilId,
    firstName,
    lastName,
    ...(className === undefined ? {} : { className }),
    ...(mark === undefined ? {} : { mark }),
    ...(notExpected === undefined ? {} : { notExpected }),
  };
};

/** The roll call's page: who is to be called, who is not expected and why, what is recorded and by whom. */
export const readRegister = bind<AttendanceServices>()(attendanceOperations.readRegister, {
  subject: ({ input, services }) => services.timetable.findLesson(input.path.lessonId),
  may: mayCallRoll,
  async run({ actor, subject: lesson, services, now }) {
    const [versions, roster] = await Promise.all([services.store.listVersions(lesson), listCalled(lesson, services)]);
    const classIds = [...new Set(roster.flatMap((pupil) => pupil.classId ?? []))];
    const classDays = new Map(await Promise.all(classIds.map((classId) => readClassDay(classId, lesson, services))));
    const history = versions.toReversed().map((version) => viewVersion(version, actor.personId));
    const [current] = history;
    const marks = new Map(current?.marks.map((mark) => [mark.pupilId, mark]));
    return {
      lesson: viewLesson(lesson),
      window: writerOf(actor, lesson, versions, now).window,
      pupils: roster.map((pupil) => viewPupil(pupil, lesson, classDays, marks)),
      ...(current === undefined ? {} : { current }),
      history,
    };
  },
});
