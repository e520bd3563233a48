import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { homeworkOperations } from '@preau/shared/homework/api.ts';
import { catchUpOperations } from '@preau/shared/homework/catch-up-api.ts';
import { identityOperations } from '@preau/shared/identity/api.ts';
import { addDays, localDateOf } from '@preau/shared/kernel/school-time.ts';
import { launchBrowser } from './browser.ts';
import { askAs } from './notebook-door.ts';
import { AGENTS, as, FAMILIES, PHONE_WITHOUT_SCRIPTS } from './visitor.ts';

const web = inject('web');
const TODAY = localDateOf(new Date().toISOString());

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

describe('what an absence made a pupil miss, on a phone without scripts', () => {
  it.each([
    [FAMILIES, 'Camille Keller', 'Rattrapage · Léa · Préau'],
    [FAMILIES, 'Léa Keller', 'Rattrapage · Préau'],
    [AGENTS, 'Maud Ferry', 'Rattrapage · Léa · Préau'],
  ] as const)('%s: %s reads it from the homework', async (guichet, who, title) => {
    await as(browser, PHONE_WITHOUT_SCRIPTS, guichet, who, async (page) => {
      await page.goto(`${web}/devoirs`);
      await page.getByRole('link', { name: 'Rattraper ce qui a été manqué' }).click();
      await page.getByRole('heading', { name: 'Cours manqués' }).waitFor();
      expect(await page.title()).toBe(title);
      await page.getByText(/^Absence du .*De retour/).waitFor();
      expect(await page.getByRole('main').getByRole('listitem').count()).toBeGreaterThan(0);
      const others = page.getByRole('navigation', { name: 'Absences' }).getByRole('link');
      await others.last().click();
      await page.waitForURL(/jour=/);
      expect(await page.getByRole('navigation', { name: 'Absences' }).locator('[aria-current]').count()).toBe(1);
    });
  });

  it('gets a new date from the teacher in one tap', async () => {
    await as(browser, PHONE_WITHOUT_SCRIPTS, AGENTS, 'Anne-Sophie Schmitt', async (page) => {
      const context = page.context();
      const { personId } = await askAs(context, identityOperations.readSession, {});
      const { rows } = await askAs(context, homeworkOperations.listGiven, {
        path: { teacherId: personId },
        query: { from: addDays(TODAY, -21), until: TODAY },
      });
      const waiting = async () => {
        for (const { homeworkId, status } of rows) {
          if (status !== 'published') continue;
          const { pupils } = await askAs(context, catchUpOperations.listAway, { path: { homeworkId } });
          const pupil = pupils.find(({ decided, proposed }) => decided === undefined && proposed !== undefined);
          if (pupil !== undefined) return { homeworkId, pupil };
        }
        throw new Error('Nobody was away');
      };
      const { homeworkId, pupil } = await waiting();
      await page.goto(`${web}/devoirs/${homeworkId}`);
      const row = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: pupil.name }) });
      await row.getByText('Délai à confirmer').waitFor();
      await row.getByRole('button', { name: /^Accepter/ }).click();
      await page.waitForURL(/ok=delai/);
      await row.getByText(/^Pour \p{L}+ \d/u).waitFor();
      expect(await row.getByRole('button', { name: /^Accepter/ }).count()).toBe(0);
    });
  });
});

describe('what a family receives in the evening', () => {
  const ticked = (page: Page): Promise<number> =>
    page
      .getByRole('group', { name: /^Pour / })
      .locator(':checked')
      .count();

  it('is chosen box by box, or in one tap, without scripts', async () => {
    await as(browser, PHONE_WITHOUT_SCRIPTS, FAMILIES, 'Camille Keller', async (page) => {
      await page.goto(`${web}/preferences`);
      // Before any choice: new marks and report cards of both children, and nothing else.
      expect(await page.getByLabel('Nouvelles notes').count()).toBe(2);
      expect(await ticked(page)).toBe(4);
      await page.getByRole('button', { name: 'Tout', exact: true }).click();
      await page.waitForURL(/ok=rappels/);
      await page.getByText('Votre choix est enregistré.').waitFor();
      expect(await ticked(page)).toBe(10);
      const lea = page.getByRole('group', { name: 'Pour Léa' });
      await lea.getByLabel('Cahier de textes').uncheck();
      await page.getByRole('button', { name: 'Enregistrer ces choix' }).click();
      await page.goto(`${web}/preferences`);
      expect(await lea.getByLabel('Cahier de textes').isChecked()).toBe(false);
      expect(await ticked(page)).toBe(9);
      await lea.getByLabel('Cahier de textes').focus();
      await page.keyboard.press('Enter');
      await page.waitForURL(/ok=rappels/);
      expect(await ticked(page)).toBe(9);
      await page.getByRole('button', { name: 'Essentiel' }).click();
      await page.waitForURL(/ok=rappels/);
      await page.goto(`${web}/preferences`);
      expect(await ticked(page)).toBe(0);
    });
  });
});
