import { saysSomething, titleOf, type ChildEvening } from '@preau/shared/alerts/reminder-message.ts';
import { topicsOf, type Evening, type ReminderChoice, type ReminderTopics } from '@preau/shared/alerts/reminders.ts';
import type { Delivery } from '@preau/shared/alerts/schema.ts';
import { isInformedOf } from '@preau/shared/directory/relations.ts';
import type { Actor, Child } from '@preau/shared/directory/schema.ts';
import { concerns } from '@preau/shared/homework/audience.ts';
import type { Homework } from '@preau/shared/homework/schema.ts';
import { plainTextOf } from '@preau/shared/kernel/rich-text.ts';
import type { Instant } from '@preau/shared/kernel/school-time.ts';
import type { EveningSources } from './reminder-services.ts';

/** Which evening is told, as of when, and which news it is the one to tell. */
export interface Telling {
  readonly evening: Evening;
  readonly now: Instant;
  readonly news: Delivery['news'];
}

/** The pupils whom a person may be told of today: himself, and the children that he is informed of. */
export const toldOf = (actor: Actor): readonly Child[] => [
  ...(actor.self === undefined ? [] : [actor.self]),
  ...actor.children.filter((child) => isInformedOf(actor, child.pupilId)),
];

const lineOf = ({ subject, minutes, content }: Homework) => ({
  subject,
  title: titleOf(content.kind === 'whole' ? plainTextOf(content.body) : content.text),
  ...(minutes === undefined ? {} : { minutes }),
});

const classEvening = async (
  child: Child,
  { work, notebook, returned }: ReminderTopics,
  { evening: { evening, covers }, now }: Telling,
  sources: EveningSources,
): Promise<Partial<ChildEvening>> => {
  const { classId, groupIds } = child;
  if (classId === undefined) return {};
  const [due, written, givenBack] = await Promise.all([
    work ? sources.homework.listDueOn(classId, covers).then((all) => sources.homework.listLeft(child, all, covers, now)) : [],
    notebook ? sources.notebook.listForPupil({ classId, groupIds }, evening, evening, now) : [],
    returned ? sources.reminders.listReturned(classId, evening) : [],
  ]);
  return {
    ...(work ? { due: due.map(lineOf) } : {}),
    ...(notebook ? { inClass: [...new Set(written.map(({ subject }) => subject))] } : {}),
    ...(returned
      ? { returned: [...new Set(givenBack.filter(({ audience }) => concerns(audience, child)).map(({ subject }) => subject))] }
      : {}),
  };
};

/** What has become readable to this very person since he was last told. */
const newsOf = async (
  { personId }: Actor,
  { pupilId, relationship }: Child,
  topics: ReminderTopics,
  { news }: Telling,
  { news: { countMarks, countCards } }: EveningSources,
): Promise<Partial<ChildEvening>> => {
  if (news === undefined) return {};
  const window = { personId, audience: relationship === 'self' ? 'pupils' : 'guardians', ...news } as const;
  const [marks, cards] = await Promise.all([
    topics.marks ? countMarks(pupilId, window) : undefined,
    topics.cards ? countCards(pupilId, window) : undefined,
  ]);
  return { marks, cards };
};

/** What one evening says to a person of each pupil whom he may be told of today, by his choice; empty when there is nothing to say. */
export const eveningOf = async (
  actor: Actor,
  choice: Pick<ReminderChoice, 'pupils'> | undefined,
  telling: Telling,
  sources: EveningSources,
): Promise<readonly ChildEvening[]> => {
  const children = await Promise.all(
    toldOf(actor).map(async (child): Promise<ChildEvening> => {
      const topics = topicsOf(choice, child);
      const [ofClass, news] = await Promise.all([
        classEvening(child, topics, telling, sources),
        newsOf(actor, child, topics, telling, sources),
      ]);
      return { firstName: child.firstName, ...ofClass, ...news };
    }),
  );
  return children.filter(saysSomething);
};
