import { saysSomething, titleOf, type ChildEvening } from '@preau/shared/alerts/reminder-message.ts';
import type { Evening, ReminderChoice } from '@preau/shared/alerts/reminders.ts';
import { isInformedOf } from '@preau/shared/directory/relations.ts';
import type { Actor, Child } from '@preau/shared/directory/schema.ts';
import { concerns } from '@preau/shared/homework/audience.ts';
import type { Homework } from '@preau/shared/homework/schema.ts';
import type { PersonId } from '@preau/shared/kernel/ids.ts';
import { plainTextOf } from '@preau/shared/kernel/rich-text.ts';
import type { Instant } from '@preau/shared/kernel/school-time.ts';
import type { EveningSources } from './reminder-services.ts';

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

const childEvening = async (
  child: Child,
  { work, notebook, returned }: ReminderChoice['pupils'][number]['topics'],
  { evening, covers }: Evening,
  now: Instant,
  sources: EveningSources,
): Promise<ChildEvening> => {
  const { classId, groupIds, firstName } = child;
  if (classId === undefined) return { firstName };
  const [due, written, givenBack] = await Promise.all([
    work ? sources.homework.listDueOn(classId, covers).then((all) => sources.homework.listLeft(child, all, covers, now)) : [],
    notebook ? sources.notebook.listForPupil({ classId, groupIds }, evening, evening, now) : [],
    returned ? sources.reminders.listReturned(classId, evening) : [],
  ]);
  return {
    firstName,
    ...(work ? { due: due.map(lineOf) } : {}),
    ...(notebook ? { inClass: [...new Set(written.map(({ subject }) => subject))] } : {}),
    ...(returned
      ? { returned: [...new Set(givenBack.filter(({ audience }) => concerns(audience, child)).map(({ subject }) => subject))] }
      : {}),
  };
};

/** What one evening says to a person of each pupil whom he may be told of today and asked about; empty when there is nothing to say. */
export const eveningOf = async (
  actor: Actor,
  choice: Pick<ReminderChoice, 'pupils'>,
  evening: Evening,
  now: Instant,
  sources: EveningSources,
): Promise<readonly ChildEvening[]> => {
  const topicsOf = new Map<PersonId, ReminderChoice['pupils'][number]['topics']>(
    choice.pupils.map(({ pupilId, topics }) => [pupilId, topics]),
  );
  const children = await Promise.all(
    toldOf(actor).flatMap((child) => {
      const topics = topicsOf.get(child.pupilId);
      return topics === undefined ? [] : [childEvening(child, topics, evening, now, sources)];
    }),
  );
  return children.filter(saysSomething);
};
