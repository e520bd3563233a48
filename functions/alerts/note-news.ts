import { MarksVisible } from '@preau/shared/assessment/events.ts';
import type { PersonId, SchoolId } from '@preau/shared/kernel/ids.ts';
import { ClassSealed } from '@preau/shared/reports/events.ts';
import type { Instant } from '@preau/shared/kernel/school-time.ts';
import { on } from '../runtime/reaction.ts';
import { openEvenings } from './open-evenings.ts';
import type { ReminderDirectory } from './reminder-services.ts';
import type { ReminderStore } from './reminder-store.ts';

interface NewsServices {
  readonly directory: Pick<ReminderDirectory, 'findSchoolSettings'>;
  readonly reminders: Pick<ReminderStore, 'addRun' | 'putNews'>;
  readonly now: () => Instant;
}

/** Longer than any holidays. */
const KEPT_SECONDS = 90 * 86_400;

interface Noted {
  readonly schoolId: SchoolId;
  readonly pupilIds: readonly PersonId[];
}

/** The evening that follows looks at these pupils: the news itself is read when it is told, by the hour and the rights of that moment. */
const noteNews = async ({ schoolId, pupilIds }: Noted, source: string, services: NewsServices): Promise<void> => {
  const now = services.now();
  const tells = await openEvenings(schoolId, now, services);
  if (tells === undefined || pupilIds.length === 0) return;
  const ttl = Math.ceil(Date.parse(now) / 1000) + KEPT_SECONDS;
  await services.reminders.putNews({ schoolId, evening: tells.evening, source, pupilIds: [...pupilIds], ttl });
};

/** The reactions of alerts to new marks and report cards; pupils who asked to be told are looked at every evening. */
export const newsReactions = (services: NewsServices) => [
  on(MarksVisible, async (data, { id }) => {
    if (data.audience === 'guardians') await noteNews(data, id, services);
  }),
  on(ClassSealed, (data, { id }) => noteNews(data, id, services)),
];
