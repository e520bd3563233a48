import { mayChangeSettings } from '@preau/shared/directory/policy.ts';
import type { SettingsRecord } from '@preau/shared/directory/record.ts';
import type { Actor, School } from '@preau/shared/directory/schema.ts';
import type { SettingsChange, SettingsView } from '@preau/shared/directory/settings-api.ts';
import { DEFAULT_DECISION, publicClosuresOf, settingsOf } from '@preau/shared/directory/settings.ts';
import { isOpenAt, publicationInstant, type Closure } from '@preau/shared/kernel/publication.ts';
import { schoolHolidaysOf } from '@preau/shared/kernel/school-calendar.ts';
import { localDateOf, type Instant } from '@preau/shared/kernel/school-time.ts';
import { namesOf } from './names.ts';
import type { DirectoryServices } from './services.ts';

/** The head's page shows so many decisions. */
const LOGGED = 20;

const logOf = (records: readonly SettingsRecord[], names: ReadonlyMap<string, string>): SettingsChange[] =>
  records.slice(0, LOGGED).map((record, index) => ({
    version: record.version,
    decidedAt: record.decidedAt,
    decidedBy: names.get(record.decidedBy) ?? '',
    before: records[index + 1]?.decided ?? DEFAULT_DECISION,
    after: record.decided,
  }));

/** A school's settings as somebody reads them; the log is the head's. */
export const loadSettings = async (actor: Actor, school: School, now: Instant, { store }: DirectoryServices): Promise<SettingsView> => {
  const { schoolId, name: schoolName, uai, zone } = school;
  const mayChange = mayChangeSettings(actor, school);
  const records = await store.listSettings(schoolId, mayChange ? LOGGED + 1 : 1);
  const today = localDateOf(now, zone);
  const isAhead = (closure: Closure): boolean => closure.until >= today;
  const { publication } = settingsOf(records[0]?.decided, school, today);
  return {
    schoolId,
    schoolName,
    decided: records[0]?.decided ?? DEFAULT_DECISION,
    version: records[0]?.version ?? 0,
    zone,
    publicHolidays: publicClosuresOf(uai, today).filter(isAhead),
    schoolHolidays: schoolHolidaysOf(uai).filter(isAhead),
    nextPublication: publicationInstant(now, publication, zone),
    isOpen: isOpenAt(now, publication, zone),
    mayChange,
    ...(mayChange
      ? {
          log: logOf(
            records,
            await namesOf(
              records.map((record) => record.decidedBy),
              store,
            ),
          ),
        }
      : {}),
  };
};
