import { DEFAULT_MARKS_SETTINGS, type MarksSettings } from '@preau/shared/assessment/marks-settings.ts';
import type { SchoolId } from '@preau/shared/kernel/ids.ts';
import type { Decided } from './services.ts';

/** The rules of a school for marks, those of the house while its head decided nothing. */
export const marksSettingsOf = async (
  schoolId: SchoolId,
  { store }: Pick<Decided, 'store'>,
): Promise<{ readonly settings: MarksSettings; readonly version: number }> => {
  const decided = await store.findSettings(schoolId);
  return { settings: decided?.settings ?? DEFAULT_MARKS_SETTINGS, version: decided?.version ?? 0 };
};
