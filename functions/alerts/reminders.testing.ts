import { settingsOf } from '@preau/shared/directory/settings.ts';
import type { ReminderServices } from './reminder-services.ts';

/** A world where nobody asked to be reminded of anything. */
export const nothingAsked: Omit<ReminderServices, 'directory'> = {
  reminders: {
    findChoice: async () => undefined,
    putChoice: async () => undefined,
    listReaders: async () => [],
    addRun: async () => true,
    saveRun: async () => true,
    listDueRuns: async () => [],
    findEvenings: async () => ({ told: undefined, waiting: [] }),
    putNews: async () => undefined,
    listPupilsWithNews: async () => [],
    putReturned: async () => undefined,
    listReturned: async () => [],
  },
  homework: { listDueOn: async () => [], listLeft: async () => [], findWork: async () => undefined },
  notebook: { listForPupil: async () => [] },
  news: { countMarks: async () => 0, countCards: async () => 0 },
};

export const nobodyAsks: Omit<ReminderServices['directory'], 'listRecipients'> = {
  findSubscriber: async () => undefined,
  findSchoolSettings: async () => settingsOf(undefined, { uai: '0540001A', zone: 'Europe/Paris' }, '2026-11-23'),
};
