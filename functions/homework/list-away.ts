import { catchUpOperations } from '@preau/shared/homework/catch-up-api.ts';
import { classesOf, concerns } from '@preau/shared/homework/audience.ts';
import { needsDeadline } from '@preau/shared/homework/catch-up.ts';
import { mayChange } from '@preau/shared/homework/policy.ts';
import type { Homework } from '@preau/shared/homework/schema.ts';
import type { AwayPupil } from '@preau/shared/homework/views.ts';
import type { PersonId } from '@preau/shared/kernel/ids.ts';
import { addDays, localDateOf, type LocalDate } from '@preau/shared/kernel/school-time.ts';
import { bind } from '../runtime/bind.ts';
import { backAfter, classDays, missedIn, nextLessons, spansOfDays, type ClassDays } from './absences.ts';
import { listedName } from './audiences.ts';
import type { HomeworkServices } from './services.ts';

/** An absence seldom begins longer before the work that it touches, nor lasts longer after. */
const DAYS_AROUND = 14;

const candidates = async (work: Homework, today: LocalDate, { attendance }: HomeworkServices): Promise<readonly PersonId[]> => {
  const dates = [...new Set([work.givenOn, work.dueOn])].filter((date) => date <= today);
  const days = await Promise.all(
    classesOf(work.audience).flatMap((classId) => dates.map((date) => attendance.listDaysOfClass(classId, date))),
  );
  return [...new Set(days.flat().map((day) => day.pupilId))];
};

/** One pupil away when the work was given or due; undefined when he keeps the date of the others. */
const awayOf = async (
  work: Homework,
  pupilId: PersonId,
  today: LocalDate,
  ofClass: ClassDays,
  services: HomeworkServices,
): Promise<AwayPupil | undefined> => {
  const lastDay = addDays(work.dueOn, DAYS_AROUND);
  const [pupil, recorded, { deadlines }] = await Promise.all([
    services.directory.findPupil(pupilId),
    services.attendance.listDaysOf(pupilId, addDays(work.givenOn, -DAYS_AROUND), lastDay < today ? lastDay : today),
    services.store.listOwn(pupilId, []),
  ]);
  if (pupil === undefined || !concerns(work.audience, pupil)) return undefined;
  const decided = deadlines.get(work.homeworkId)?.dueOn;
  for (const span of spansOfDays(recorded)) {
    const days = await missedIn(span, recorded, pupil, ofClass);
    const backOn = (await backAfter(days, pupil, ofClass)) ?? span.until;
    if (!needsDeadline(work, days, backOn)) continue;
    const next = await nextLessons([work.subject], backOn > today ? backOn : today, pupil, ofClass);
    const proposed = next.get(work.subject);
    return {
      pupilId,
      name: listedName(pupil),
      ...span,
      backOn,
      ...(proposed === undefined ? {} : { proposed }),
      ...(decided === undefined ? {} : { decided }),
    };
  }
  return undefined;
};

/** The pupils whom an absence kept from giving this work on its date, for its teacher to accept or set another. */
export const listAway = bind<HomeworkServices>()(catchUpOperations.listAway, {
  subject: ({ input, services }) => services.store.find(input.path.homeworkId),
  may: mayChange,
  async run({ subject: work, services, now }) {
    const today = localDateOf(now);
    const ofClass = classDays(services);
    const ids = work.publishedAt === undefined || work.withdrawnAt !== undefined ? [] : await candidates(work, today, services);
    const pupils = await Promise.all(ids.map((pupilId) => awayOf(work, pupilId, today, ofClass, services)));
    return {
      dueOn: work.dueOn,
      pupils: pupils.filter((pupil) => pupil !== undefined).toSorted((a, b) => a.name.localeCompare(b.name, 'fr')),
    };
  },
});
