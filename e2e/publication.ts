import type { Browser, BrowserContext } from 'playwright-core';
import { marksOperations } from '@preau/shared/assessment/marks-api.ts';
import { DEFAULT_MARKS_SETTINGS } from '@preau/shared/assessment/marks-settings.ts';
import { directoryOperations } from '@preau/shared/directory/api.ts';
import { askAs } from './notebook-door.ts';
import { AGENTS, as, DESKTOP } from './visitor.ts';

const schoolOf = async (context: BrowserContext) => {
  const home = await askAs(context, directoryOperations.readHome, {});
  if (home.role !== 'head' || home.schools[0] === undefined) throw new Error('No head');
  return { schoolId: home.schools[0].schoolId };
};

const asHead = (browser: Browser, what: (context: BrowserContext) => Promise<void>): Promise<void> =>
  as(browser, DESKTOP, AGENTS, 'Isabelle Marchal', (page) => what(page.context()));

/** The head lets the school publish at any hour, Sundays included, until what is answered is called. */
export const openAlways = async (browser: Browser): Promise<() => Promise<void>> => {
  let restore = (): Promise<void> => Promise.resolve();
  await asHead(browser, async (context) => {
    const path = await schoolOf(context);
    const { decided, version } = await askAs(context, directoryOperations.readSchoolSettings, { path });
    const always = { ...decided, opens: '00:00', closes: '23:59', weekdays: [1, 2, 3, 4, 5, 6, 7], closures: [] };
    const open = await askAs(context, directoryOperations.changeSchoolSettings, { path, body: { decided: always, version } });
    restore = () =>
      asHead(browser, async (later) => {
        await askAs(later, directoryOperations.changeSchoolSettings, { path, body: { decided, version: open.version } });
      });
  });
  return restore;
};

/** Something is done while the school may publish at any hour. */
export const whileOpen = async (browser: Browser, what: () => Promise<void>): Promise<void> => {
  const restore = await openAlways(browser);
  try {
    await what();
  } finally {
    await restore();
  }
};

/** The head chooses how long after pupils guardians see marks; marks themselves appear as soon as they are published. */
export const withDelay = (browser: Browser, guardianDelayHours: number, what: () => Promise<void>): Promise<void> =>
  asHead(browser, async (context) => {
    const path = await schoolOf(context);
    const set = async (settings: typeof DEFAULT_MARKS_SETTINGS): Promise<void> => {
      const { version } = await askAs(context, marksOperations.readMarksSettings, { path });
      await askAs(context, marksOperations.changeMarksSettings, { path, body: { settings, version } });
    };
    await set({ ...DEFAULT_MARKS_SETTINGS, hours: [], guardianDelayHours });
    try {
      await what();
    } finally {
      await set(DEFAULT_MARKS_SETTINGS);
    }
  });
