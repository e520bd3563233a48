import {
  eveningOn,
  isEveOfHolidays,
  leavesAt,
  LOOKED_BACK_DAYS,
  nextEvening,
  type Evening,
  type EveningRun,
} from '@preau/shared/alerts/reminders.ts';
import type { Delivery } from '@preau/shared/alerts/schema.ts';
import type { SchoolSettings } from '@preau/shared/directory/schema.ts';
import type { PersonId } from '@preau/shared/kernel/ids.ts';
import { addDays, addSeconds, localDateOf, type Instant, type LocalDate } from '@preau/shared/kernel/school-time.ts';
import { errorFields } from '../runtime/log.ts';
import { eveningOf, toldOf } from './evening-content.ts';
import { newReminder } from './create.ts';
import { lastTold } from './last-told.ts';
import type { ReminderServices } from './reminder-services.ts';
import type { PipelineServices } from './services.ts';

export type EveningServices = Omit<PipelineServices, 'directory' | 'hours'> &
  ReminderServices & {
    /** False when the function must end: what is left is made at the next minute. */
    readonly hasTime: () => boolean;
  };

const PAGE = 40;
const AT_ONCE = 10;
const DAY_SECONDS = 86_400;
/** How soon an evening that found its school stopped is looked at again. */
const STOPPED_SECONDS = 300;

/** One class is read once for all its families. */
const remembering = (services: EveningServices): EveningServices => {
  const due = new Map<string, ReturnType<EveningServices['homework']['listDueOn']>>();
  return {
    ...services,
    homework: {
      ...services.homework,
      listDueOn: (classId, date) => {
        const key = `${classId} ${date}`;
        const known = due.get(key) ?? services.homework.listDueOn(classId, date);
        due.set(key, known);
        return known;
      },
    },
  };
};

/** One person's message, written once: made again after a crash, it is the same one. */
const write = async (
  personId: PersonId,
  run: EveningRun,
  evening: Evening,
  settings: SchoolSettings,
  services: EveningServices,
): Promise<Delivery | undefined> => {
  const { directory, reminders } = services;
  const [found, choice, last] = await Promise.all([
    directory.findSubscriber(personId),
    reminders.findChoice(personId),
    lastTold(personId, evening.evening, services),
  ]);
  const now = services.now();
  if (found?.email === undefined || ((choice?.holidayPause ?? true) && isEveOfHolidays(evening))) return undefined;
  const leaves = leavesAt(personId, evening, settings);
  const dueAt = leaves > now ? leaves : now;
  const news = { after: last?.news?.until ?? addSeconds(dueAt, -LOOKED_BACK_DAYS * DAY_SECONDS), until: dueAt };
  // What will be visible when the message leaves.
  const children = await eveningOf(found.actor, choice, { evening, now: dueAt, news }, services);
  const [first] = children;
  if (first === undefined) return undefined;
  const reminder = newReminder(
    {
      schoolId: run.schoolId,
      firstName: first.firstName,
      guardianId: personId,
      relationship: toldOf(found.actor)[0]?.relationship ?? 'other',
      kind: 'evening',
      date: evening.evening,
      news,
    },
    now,
    dueAt,
  );
  return (await services.store.addDelivery(reminder)) ? reminder : undefined;
};

const writePage = async (
  personIds: readonly PersonId[],
  run: EveningRun,
  evening: Evening,
  settings: SchoolSettings,
  services: EveningServices,
): Promise<void> => {
  for (let start = 0; start < personIds.length; start += AT_ONCE) {
    const made = await Promise.all(personIds.slice(start, start + AT_ONCE).map((one) => write(one, run, evening, settings, services)));
    await services.queue(
      made.filter((one) => one !== undefined),
      services.now(),
    );
  }
};

const newsFromOf = ({ newsFrom, evening }: EveningRun): LocalDate => newsFrom ?? evening;

/** The run after its evening: the next one, never the same again. What was not told to everybody is looked at again, and so are the news of the evening itself: some came while its messages were leaving. */
const over = (run: EveningRun, told: Evening | undefined, now: Instant, settings: SchoolSettings): EveningRun => {
  const { after: _after, part: _part, ...rest } = run;
  const today = localDateOf(now, settings.zone);
  const from = run.evening < today ? today : addDays(run.evening, 1);
  const next = nextEvening(from, settings);
  return {
    ...rest,
    evening: next?.evening ?? from,
    wakeAt: next?.at ?? `${addDays(from, 30)}T12:00:00.000Z`,
    newsFrom: told === undefined || isEveOfHolidays(told) ? newsFromOf(run) : run.evening,
    version: run.version + 1,
  };
};

interface Page {
  readonly people: readonly PersonId[];
  /** After whom the next page begins; absent: nobody is left in this part. */
  readonly last: PersonId | undefined;
}

/** Those who asked to be told, then the families of the pupils of whom there is news. */
const nextPage = async (run: EveningRun, { reminders, directory }: EveningServices): Promise<Page> => {
  const after = run.after ?? ' ';
  if (run.part !== 'news') {
    const people = await reminders.listReaders(run.schoolId, after, PAGE);
    return { people, last: people.at(-1) };
  }
  const pupils = (await reminders.listPupilsWithNews(run.schoolId, newsFromOf(run), run.evening)).filter((pupilId) => pupilId > after);
  const page = pupils.slice(0, PAGE);
  const families = await Promise.all(page.map((pupilId) => directory.listRecipients(pupilId)));
  return { people: [...new Set(families.flat().map(({ personId }) => personId))], last: page.at(-1) };
};

/** Where the run stands after a page; after the last page of readers begin the news. */
const further = ({ after: _after, ...run }: EveningRun, last: PersonId | undefined): EveningRun => ({
  ...run,
  ...(last === undefined ? { part: 'news' } : { after: last }),
  version: run.version + 1,
});

const runSchool = async (first: EveningRun, services: EveningServices): Promise<void> => {
  const [settings, { stopped }] = await Promise.all([
    services.directory.findSchoolSettings(first.schoolId),
    services.store.findControl(first.schoolId),
  ]);
  let run = first;
  while (services.hasTime()) {
    const now = services.now();
    const evening = eveningOn(run.evening, settings);
    const isPast = evening === undefined || evening.covers < localDateOf(now, settings.zone);
    if (evening !== undefined && evening.at > now) {
      // The head has moved the window since.
      await services.reminders.saveRun({ ...run, wakeAt: evening.at, version: run.version + 1 });
      return;
    }
    if (evening === undefined || isPast) {
      await services.reminders.saveRun(over(run, undefined, now, settings));
      return;
    }
    if (stopped !== undefined) {
      // Made when the head resumes, if it is still of its day: messages that waited until they are past would leave their news to nobody.
      await services.reminders.saveRun({ ...run, wakeAt: addSeconds(now, STOPPED_SECONDS), version: run.version + 1 });
      return;
    }
    const { people, last } = await nextPage(run, services);
    if (last === undefined && run.part === 'news') {
      await services.reminders.saveRun(over(run, evening, now, settings));
      return;
    }
    await writePage(people, run, evening, settings, services);
    const next = further(run, last);
    if (!(await services.reminders.saveRun(next))) return;
    run = next;
  }
};

/** Every minute: the evenings that have come, school by school, page by page; what a crash or the end of the minute leaves is due again. */
export const runEvenings = async (services: EveningServices): Promise<void> => {
  for (const run of await services.reminders.listDueRuns(services.now())) {
    if (!services.hasTime()) return;
    try {
      await runSchool(run, remembering(services));
    } catch (error) {
      services.log({ level: 'error', message: 'evening failed for one school', ...errorFields(error) });
    }
  }
};
