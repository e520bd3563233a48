import { mayChooseReminders } from '@preau/shared/alerts/policy.ts';
import { remindersOperations } from '@preau/shared/alerts/reminders-api.ts';
import { topicsOf, wantsEvening, type ReminderChoice } from '@preau/shared/alerts/reminders.ts';
import type { Actor } from '@preau/shared/directory/schema.ts';
import { bind } from '../runtime/bind.ts';
import { toldOf } from './evening-content.ts';
import { openEvenings } from './open-evenings.ts';
import type { AlertsServices } from './services.ts';

const viewOf = (actor: Actor, choice: Pick<ReminderChoice, 'pupils' | 'holidayPause'> | undefined) => ({
  holidayPause: choice?.holidayPause ?? true,
  pupils: toldOf(actor).map((pupil) => ({ pupilId: pupil.pupilId, firstName: pupil.firstName, topics: topicsOf(choice, pupil) })),
});

/** What one receives in the evening, child by child. */
export const readPreferences = bind<AlertsServices>()(remindersOperations.readPreferences, {
  subject: async () => [],
  may: mayChooseReminders,
  run: async ({ actor, services }) => viewOf(actor, await services.reminders.findChoice(actor.personId)),
});

/** Chooses it: the schools of the children concerned take part in their evenings from the next one on. */
export const setPreferences = bind<AlertsServices>()(remindersOperations.setPreferences, {
  subject: async ({ input }) => input.body.pupils.map(({ pupilId }) => pupilId),
  may: mayChooseReminders,
  async run({ actor, input: { body }, services, now }) {
    const pupils = toldOf(actor);
    const wanted = pupils.filter((pupil) => wantsEvening(topicsOf(body, pupil)));
    const into = [...new Set(wanted.map(({ schoolId }) => schoolId))];
    const out = [...new Set(pupils.map(({ schoolId }) => schoolId))].filter((schoolId) => !into.includes(schoolId));
    // Before the choice: a school whose evenings nobody opened would never write to its readers.
    await Promise.all(into.map((schoolId) => openEvenings(schoolId, now, services)));
    await services.reminders.putChoice({ ...body, personId: actor.personId, changedAt: now }, { in: into, out });
    return viewOf(actor, body);
  },
});
