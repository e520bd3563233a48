import { eveningAfter } from '@preau/shared/alerts/reminders.ts';
import { classesOf } from '@preau/shared/homework/audience.ts';
import { HandInReminderAsked, HomeworkReturned } from '@preau/shared/homework/hand-in-events.ts';
import type { DataOf } from '@preau/shared/kernel/event.ts';
import type { PersonId } from '@preau/shared/kernel/ids.ts';
import { releaseInstant } from '@preau/shared/kernel/publication.ts';
import { on } from '../runtime/reaction.ts';
import { newReminder } from './create.ts';
import type { EveningServices } from './run-evenings.ts';

export type HandInServices = Omit<EveningServices, 'hasTime' | 'notebook' | 'news'>;

const AT_ONCE = 10;
const KEPT_SECONDS = 30 * 86_400;

/** Reminds, within the school's window, each pupil who has not handed in; seen again, the event writes nothing more. */
export const remindPupils = async (data: DataOf<typeof HandInReminderAsked>, services: HandInServices): Promise<void> => {
  const { homeworkId, schoolId, pupilIds } = data;
  const [work, settings] = await Promise.all([services.homework.findWork(homeworkId), services.directory.findSchoolSettings(schoolId)]);
  if (work === undefined) return;
  const remind = async (pupilId: PersonId) => {
    const found = await services.directory.findSubscriber(pupilId);
    if (found === undefined) return undefined;
    const now = services.now();
    const dueAt = releaseInstant(`${homeworkId}${pupilId}`, now, settings.publication, settings.zone, settings.spreadMinutes);
    const { firstName } = found.actor;
    const reminder = newReminder(
      { schoolId, firstName, guardianId: pupilId, relationship: 'self', kind: 'handIn', date: work.dueOn, homeworkId },
      now,
      dueAt,
    );
    return (await services.store.addDelivery(reminder)) ? reminder : undefined;
  };
  for (let start = 0; start < pupilIds.length; start += AT_ONCE) {
    const made = await Promise.all(pupilIds.slice(start, start + AT_ONCE).map(remind));
    await services.queue(
      made.filter((one) => one !== undefined),
      services.now(),
    );
  }
};

/** Corrections given back are told by the evening that follows, to the classes concerned. */
const noteReturned = async (data: DataOf<typeof HomeworkReturned>, services: HandInServices): Promise<void> => {
  const [work, settings] = await Promise.all([
    services.homework.findWork(data.homeworkId),
    services.directory.findSchoolSettings(data.schoolId),
  ]);
  if (work === undefined) return;
  const now = services.now();
  const tells = eveningAfter(now, settings);
  if (tells === undefined) return;
  const { homeworkId, subject, audience } = work;
  const ttl = Math.ceil(Date.parse(now) / 1000) + KEPT_SECONDS;
  await Promise.all(
    classesOf(audience).map((classId) =>
      services.reminders.putReturned({ classId, evening: tells.evening, homeworkId, subject, audience, ttl }),
    ),
  );
};

/** The reactions of alerts to what the homework domain says. */
export const handInReactions = (services: HandInServices) => [
  on(HandInReminderAsked, (data) => remindPupils(data, services)),
  on(HomeworkReturned, (data) => noteReturned(data, services)),
];
