import type { Delivery } from '@preau/shared/alerts/schema.ts';
import type { PersonId } from '@preau/shared/kernel/ids.ts';
import type { LocalDate } from '@preau/shared/kernel/school-time.ts';
import type { ReminderServices } from './reminder-services.ts';
import type { PipelineServices } from './services.ts';
import { transition } from './transition.ts';

const RACES = 5;

/** The last evening before a date that may have been read. A later one that still waits (its school was stopped, its hour has not come) gives its news to the evening of that date: it leaves no more, unless it was faster. */
export const lastTold = async (
  personId: PersonId,
  before: LocalDate,
  { reminders, store, now }: Pick<ReminderServices, 'reminders'> & Pick<PipelineServices, 'store' | 'now'>,
): Promise<Delivery | undefined> => {
  for (let race = 0; race < RACES; race += 1) {
    const { told, waiting } = await reminders.findEvenings(personId, before);
    const replaced = await Promise.all(waiting.map((one) => transition(store, one, { is: 'cancelled', reason: 'corrected' }, now())));
    if (replaced.every(({ is }) => is !== 'raced')) return told;
  }
  throw new Error('An earlier evening changes too often to be replaced');
};
