import { nameOf } from '@preau/shared/directory/names.ts';
import type { PersonId, SchoolId } from '@preau/shared/kernel/ids.ts';
import { isRefusal, refuse } from '@preau/shared/kernel/refusal.ts';
import { isClosedOn } from '@preau/shared/kernel/school-calendar.ts';
import { weekdayOf, type LocalDate } from '@preau/shared/kernel/school-time.ts';
import { timetableOperations } from '@preau/shared/timetable/api.ts';
import { viewLesson, withoutChange } from '@preau/shared/timetable/changes.ts';
import { planChange } from '@preau/shared/timetable/plan-change.ts';
import { mayChangeLesson } from '@preau/shared/timetable/policy.ts';
import type { Lesson, Teacher, WantedChange } from '@preau/shared/timetable/schema.ts';
import { worksIn } from '@preau/shared/directory/relations.ts';
import { bind } from '../runtime/bind.ts';
import { isReplay, readStanding, writeDecision } from './decision.ts';
import { findClashes } from './find-clashes.ts';
import type { TimetableServices } from './services.ts';

const findColleague = async (personId: PersonId, schoolId: SchoolId, { findActor }: TimetableServices): Promise<Teacher | undefined> => {
  const person = await findActor(personId);
  if (person === undefined || !worksIn(person, schoolId)) return undefined;
  return { personId: person.personId, name: nameOf(person) };
};

const newcomerOf = async (wanted: WantedChange, schoolId: SchoolId, services: TimetableServices): Promise<Teacher | undefined> =>
  wanted.kind === 'teacher' || wanted.kind === 'replaced' ? findColleague(wanted.teacherId, schoolId, services) : undefined;

const SUNDAY = 7;

/** When the school is open, and in which zone: only a move needs to know. */
const calendarOf = async (wanted: WantedChange, schoolId: SchoolId, { directory }: TimetableServices) => {
  if (wanted.kind !== 'moved') return { isOpenOn: () => true };
  const { uai, zone, publication } = await directory.findSchoolSettings(schoolId);
  return { zone, isOpenOn: (date: LocalDate) => weekdayOf(date) !== SUNDAY && !isClosedOn(date, uai, publication.closures) };
};

/** Changes one dated lesson; a change made meanwhile by somebody else is never overwritten unseen. */
export const changeLesson = bind<TimetableServices>()(timetableOperations.changeLesson, {
  subject: ({ input, services }) => services.timetable.findLesson(input.path.lessonId),
  may: mayChangeLesson,
  async run({ actor, subject, input: { body }, services, now }) {
    const { date } = withoutChange(subject);
    const answer = async (lesson: Lesson) => ({ lesson: viewLesson(lesson), clashes: await findClashes(lesson, services) });
    const standing = await readStanding(subject, date, services);
    if (isReplay(standing.known, actor, body.requestId)) return answer(standing.lesson);
    if (standing.lesson.change?.since !== body.basedOn) return refuse('timetable.changed-meanwhile');

    const lesson = planChange(subject, body.change, {
      newcomer: await newcomerOf(body.change, subject.schoolId, services),
      ...(await calendarOf(body.change, subject.schoolId, services)),
      now,
    });
    if (isRefusal(lesson)) return lesson;
    if (await writeDecision({ standing, lesson, actor, requestId: body.requestId, now }, services)) return answer(lesson);

    const latest = await readStanding(subject, date, services);
    return isReplay(latest.known, actor, body.requestId) ? answer(latest.lesson) : refuse('timetable.changed-meanwhile');
  },
});
