import { homeworkOperations } from '@preau/shared/homework/api.ts';
import { loadOf } from '@preau/shared/homework/load.ts';
import { mayReadAsStaff, mayReadClass } from '@preau/shared/homework/policy.ts';
import { addDays, localDateOf } from '@preau/shared/kernel/school-time.ts';
import { bind } from '../runtime/bind.ts';
import { periodOf } from './period.ts';
import type { HomeworkServices } from './services.ts';
import { givenRow } from './views.ts';

const COMING_DAYS = 13;

/** The work of a class over all its teachers and what it weighs each day. */
export const listOfClass = bind<HomeworkServices>()(homeworkOperations.listOfClass, {
  async subjectFor({ actor, input: { path }, services }) {
    // Whoever may read a class works in its school, or stands in there: nobody else makes us look for it.
    if (!mayReadClass(actor, path)) return undefined;
    const found = await services.directory.findClass(path.schoolId, path.classId);
    return found === undefined ? undefined : { ...path, name: found.name };
  },
  may: mayReadClass,
  async run({ actor, subject: { schoolId, classId, name }, input: { query }, services, now }) {
    const today = localDateOf(now);
    const { from, until } = periodOf(query, { from: today, until: addDays(today, COMING_DAYS) });
    const [works, settings] = await Promise.all([
      services.store.listOfClass(classId, from, until),
      services.directory.findSchoolSettings(schoolId),
    ]);
    const dates = [...new Set(works.map((work) => work.dueOn))];
    return {
      today,
      from,
      until,
      className: name,
      rows: works.filter((work) => mayReadAsStaff(actor, work)).map((work) => givenRow(work, actor, now)),
      loads: dates.map((date) => loadOf(works, classId, date)).filter((load) => load.works > 0),
      limitMinutes: settings.homework.dayLimitMinutes,
    };
  },
});
