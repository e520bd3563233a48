import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launchBrowser } from './browser.ts';
import { AGENTS, as, DESKTOP, FAMILIES, PHONE, PHONE_SAVING_DATA, PHONE_WITHOUT_SCRIPTS } from './visitor.ts';
import { MOST_SCRIPT_BYTES, weigh } from './weight.ts';

const web = inject('web');

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const compose = async (page: Page, words: string): Promise<void> => {
  await page.goto(`${web}/devoirs/nouveau`);
  await page.getByRole('link', { name: '4B', exact: true }).click();
  await page.getByLabel('Consigne').fill(words);
  await page.getByRole('radio', { name: 'À apprendre' }).check();
  await page.getByLabel(/Durée estimée/).fill('25');
};

const giveForLastLesson = async (page: Page, words: string): Promise<void> => {
  await page
    .getByRole('radio', { name: /Cours de/ })
    .last()
    .check();
  await page.getByRole('button', { name: 'Donner ce travail' }).click();
  await page.waitForURL(/ok=(donne|attend)/);
  expect(await page.getByText(words).count()).toBe(1);
};

describe.each([PHONE_WITHOUT_SCRIPTS, DESKTOP])('a teacher on a $name', (surface) => {
  it('foresees, corrects, gives, takes back and restores', async () => {
    await as(browser, surface, AGENTS, 'Anne-Sophie Schmitt', async (page) => {
      const words = `Apprendre la leçon 7 (${surface.name}).`;
      await compose(page, words);
      await page.getByRole('button', { name: 'Prévoir sans enregistrer' }).click();
      await page.getByText(/pour cette classe/).waitFor();
      expect(await page.getByLabel('Consigne').inputValue()).toBe(words);

      await page.getByRole('radio', { name: /Une autre date/ }).check();
      await page.getByLabel('Autre date', { exact: true }).fill('2020-09-01');
      await page.getByRole('button', { name: 'Donner ce travail' }).click();
      await page.getByRole('alert').getByText('La date choisie est déjà passée').first().waitFor();
      expect(await page.getByLabel('Consigne').inputValue()).toBe(words);

      await giveForLastLesson(page, words);
      await page.getByRole('button', { name: 'Retirer ce travail' }).click();
      await page.waitForURL(/ok=retire/);
      await page.getByRole('button', { name: 'Rétablir ce travail' }).click();
      await page.waitForURL(/ok=retabli/);
    });
  });
});

describe('a teacher who goes back to the form', () => {
  it('gives another piece of work, not the same again', async () => {
    await as(browser, DESKTOP, AGENTS, 'Anne-Sophie Schmitt', async (page) => {
      const words = [`Lire la page 12 (${Date.now()}).`, `Lire la page 13 (${Date.now()}).`] as const;
      const give = async (text: string): Promise<void> => {
        await page.getByLabel('Consigne').fill(text);
        await page.getByRole('radio', { name: 'À lire' }).check();
        await giveForLastLesson(page, text);
      };
      await compose(page, words[0]);
      await give(words[0]);
      await page.goBack();
      await give(words[1]);
      for (const text of words) {
        await page.goto(`${web}/devoirs`);
        await page.locator('li', { hasText: text }).getByRole('link').first().click();
        await page.getByRole('button', { name: 'Retirer ce travail' }).click();
        await page.waitForURL(/ok=retire/);
      }
    });
  });
});

describe.each([PHONE_WITHOUT_SCRIPTS, PHONE])('a pupil on a $name', (surface) => {
  it('marks work as done, and undoes it', async () => {
    await as(browser, surface, FAMILIES, 'Léa Keller', async (page) => {
      await page.goto(`${web}/devoirs`);
      const toDo = page.getByRole('button', { name: /^Marquer comme fait/ });
      const before = await toDo.count();
      expect(before).toBeGreaterThan(0);
      await toDo.first().click();
      await page.waitForURL(/ok=fait/);
      expect(await toDo.count()).toBe(before - 1);
      await page
        .getByRole('button', { name: /^Annuler/ })
        .first()
        .click();
      await page.waitForURL(/ok=a-faire/);
      expect(await toDo.count()).toBe(before);
    });
  });
});

describe('a pupil whose connection is cut', () => {
  it('finds the page again', async () => {
    await as(browser, PHONE, FAMILIES, 'Léa Keller', async (page) => {
      await page.goto(`${web}/devoirs`);
      const toDo = page.getByRole('button', { name: /^Marquer comme fait/ });
      const before = await toDo.count();
      await page.context().setOffline(true);
      await toDo.first().click();
      await page.getByRole('heading', { name: 'Une erreur imprévue est survenue' }).waitFor();
      await page.context().setOffline(false);
      await page.getByRole('button', { name: 'Revenir à la page' }).click();
      await toDo.first().waitFor();
      expect(await toDo.count()).toBe(before);
    });
  });
});

describe('a family', () => {
  it('reads all its children’s work on one page, and marks nothing', async () => {
    await as(browser, PHONE, FAMILIES, 'Camille Keller', async (page) => {
      const weight = await weigh(page, async () => {
        await page.goto(`${web}/devoirs`, { waitUntil: 'networkidle' });
      });
      expect(weight.scripts).toBeLessThanOrEqual(MOST_SCRIPT_BYTES);
      for (const name of ['Léa', 'Tom']) await page.getByRole('heading', { level: 2, name: new RegExp(name) }).waitFor();
      expect(await page.getByRole('button', { name: /comme fait|Annuler/ }).count()).toBe(0);
      expect(await page.getByText(/^\d+\/\d+ faits?$/).count()).toBe(2);
    });
  });

  it('reads it without a byte of script where data is saved', async () => {
    await as(browser, PHONE_SAVING_DATA, FAMILIES, 'Camille Keller', async (page) => {
      const weight = await weigh(page, async () => {
        await page.goto(`${web}/devoirs`, { waitUntil: 'networkidle' });
      });
      expect(weight.scripts).toBe(0);
    });
  });
});
