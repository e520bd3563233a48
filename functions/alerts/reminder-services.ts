import type { Child, Recipient, Subscriber, SchoolSettings } from '@preau/shared/directory/schema.ts';
import type { Homework } from '@preau/shared/homework/schema.ts';
import type { ClassId, GroupId, HomeworkId, PersonId, SchoolId } from '@preau/shared/kernel/ids.ts';
import type { Instant, LocalDate } from '@preau/shared/kernel/school-time.ts';
import type { ReminderStore } from './reminder-store.ts';

/** What one reader may be told of: what he could read at an instant, and had not been told of at another. */
export interface NewsWindow {
  readonly personId: PersonId;
  readonly audience: 'pupils' | 'guardians';
  readonly after: Instant;
  readonly until: Instant;
}

type CountNews = (pupilId: PersonId, window: NewsWindow) => Promise<number>;

/** Where an evening's message is read from. */
export interface EveningSources {
  readonly reminders: Pick<ReminderStore, 'listReturned'>;
  readonly homework: {
    readonly listDueOn: (classId: ClassId, date: LocalDate) => Promise<readonly Homework[]>;
    readonly listLeft: (pupil: Child, due: readonly Homework[], date: LocalDate, now: Instant) => Promise<readonly Homework[]>;
    readonly findWork: (homeworkId: HomeworkId) => Promise<Homework | undefined>;
  };
  readonly notebook: {
    readonly listForPupil: (
      place: { readonly classId: ClassId; readonly groupIds: readonly GroupId[] },
      from: LocalDate,
      until: LocalDate,
      now: Instant,
    ) => Promise<readonly { readonly subject: string }[]>;
  };
  readonly news: { readonly countMarks: CountNews; readonly countCards: CountNews };
}

/** What reminders ask of the directory's door. */
export interface ReminderDirectory {
  readonly listRecipients: (pupilId: PersonId) => Promise<readonly Pick<Recipient, 'personId'>[]>;
  readonly findSubscriber: (personId: PersonId) => Promise<Subscriber | undefined>;
  readonly findSchoolSettings: (schoolId: SchoolId) => Promise<SchoolSettings>;
}

/** What reminders need beyond the alerts' own pipeline. */
export interface ReminderServices extends Omit<EveningSources, 'reminders'> {
  readonly reminders: ReminderStore;
  readonly directory: ReminderDirectory;
}
