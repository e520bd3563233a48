import { nameOf } from '@preau/shared/directory/names.ts';
import { homeworkOperations } from '@preau/shared/homework/api.ts';
import { isDueFor, mayChange, mayMarkDone, mayReadAsStaff } from '@preau/shared/homework/policy.ts';
import type { Actor } from '@preau/shared/directory/schema.ts';
import type { Homework } from '@preau/shared/homework/schema.ts';
import type { HomeworkId } from '@preau/shared/kernel/ids.ts';
import { bind } from '../runtime/bind.ts';
import { followedBy } from './pupils.ts';
import type { HomeworkServices } from './services.ts';
import { dueRow, givenRow } from './views.ts';
import { readContent } from './write-homework.ts';

type Followed = Awaited<ReturnType<typeof followedBy>>;

export interface Read {
  readonly work: Homework;
  readonly followed: Followed;
}

/** The work, and the pupils whom the reader follows. */
export const findRead = async (actor: Actor, homeworkId: HomeworkId, services: HomeworkServices): Promise<Read | undefined> => {
  const work = await services.store.find(homeworkId);
  return work === undefined ? undefined : { work, followed: await followedBy(actor, services) };
};

export const mayRead = (actor: Actor, { work, followed }: Read, _input: unknown, now: string): boolean =>
  mayReadAsStaff(actor, work) || followed.some((pupil) => isDueFor(work, pupil, now));

/** The named pupils are known to whoever gives them work; others who read it know only that it is personal. */
const namedPupils = async ({ audience }: Homework, { directory }: HomeworkServices) => {
  if (audience.kind !== 'pupils') return [];
  const pupils = await Promise.all(audience.pupilIds.map((pupilId) => directory.findPupil(pupilId)));
  return pupils.flatMap((pupil) => (pupil === undefined ? [] : [{ pupilId: pupil.pupilId, name: nameOf(pupil) }]));
};

/** One piece of work with all that it says, as its reader may see it. */
export const readWork = bind<HomeworkServices>()(homeworkOperations.readWork, {
  subjectFor: ({ actor, input, services }) => findRead(actor, input.path.homeworkId, services),
  may: mayRead,
  async run({ actor, subject: { work, followed }, services, now }) {
    const content = { kind: 'whole', ...(await readContent(services.store, work)) } as const;
    const whole = { ...work, content };
    if (mayReadAsStaff(actor, work)) {
      const pupils = mayChange(actor, work) ? await namedPupils(work, services) : [];
      return { as: 'staff' as const, row: givenRow(whole, actor, now), pupils };
    }
    const concerned = followed.filter((pupil) => isDueFor(work, pupil, now));
    const each = await Promise.all(
      concerned.map(async ({ pupilId, firstName }) => ({
        pupilId,
        firstName,
        own: await services.store.listOwn(pupilId, [work.homeworkId]),
      })),
    );
    const pupils = each.map(({ own, ...pupil }) => ({ ...pupil, done: own.done.has(work.homeworkId) }));
    // A brother in the same class keeps the date of the others: it is the page's only when the work is for one pupil.
    const [lone] = each.length === 1 ? each : [];
    return {
      as: 'family' as const,
      row: dueRow(
        whole,
        pupils.every((pupil) => pupil.done),
        lone?.own.deadlines.get(work.homeworkId)?.dueOn,
      ),
      pupils,
      mayMarkDone: mayMarkDone(actor, work, now),
    };
  },
});
