import type { Browser } from 'playwright-core';
import { directoryOperations } from '@preau/shared/directory/api.ts';
import { askAs } from './notebook-door.ts';
import { AGENTS, as, DESKTOP } from './visitor.ts';

/** The head lets the school publish at any hour, Sundays included, while something is done; then all is as before. */
export const whileOpen = (browser: Browser, what: () => Promise<void>): Promise<void> =>
  as(browser, DESKTOP, AGENTS, 'Isabelle Marchal', async (page) => {
    const home = await askAs(page.context(), directoryOperations.readHome, {});
    if (home.role !== 'head' || home.schools[0] === undefined) throw new Error('No head');
    const path = { schoolId: home.schools[0].schoolId };
    const { decided, version } = await askAs(page.context(), directoryOperations.readSchoolSettings, { path });
    const always = { ...decided, opens: '00:00', closes: '23:59', weekdays: [1, 2, 3, 4, 5, 6, 7], closures: [] };
    const open = await askAs(page.context(), directoryOperations.changeSchoolSettings, { path, body: { decided: always, version } });
    try {
      await what();
    } finally {
      await askAs(page.context(), directoryOperations.changeSchoolSettings, { path, body: { decided, version: open.version } });
    }
  });
