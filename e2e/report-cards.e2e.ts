import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { axeViolations } from './axe.ts';
import { launchBrowser } from './browser.ts';
import { whileOpen } from './publication.ts';
import { AGENTS, as, aVisitor, DESKTOP, FAMILIES, PHONE, PHONE_WITHOUT_SCRIPTS } from './visitor.ts';

const web = inject('web');
const HEAD = 'Isabelle Marchal';
const MET = 'Léa KELLER';
const BOARD = `${web}/bulletins?periode=2026-T1`;
const SEALED = /4B[\s\S]*?Terminé\s: (?:\d+ scellés?|0 scellé) sur \d+/;

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const textOf = (page: Page): Promise<string> => page.getByRole('main').innerText();

/** The head asks for 4B and waits for its workers, page after page, without a script. */
const sealFourB = (): Promise<void> =>
  as(browser, PHONE_WITHOUT_SCRIPTS, AGENTS, HEAD, async (page) => {
    await page.goto(BOARD);
    const boxes = page.getByRole('group', { name: 'Classes à sceller' }).getByRole('checkbox');
    for (const box of await boxes.all()) await box.uncheck();
    await page.getByRole('checkbox', { name: '4B' }).check();
    await page.getByRole('button', { name: 'Sceller les bulletins' }).click();
    await page.waitForURL(/ok=lance/);
    await expect
      .poll(
        async () => {
          await page.getByRole('link', { name: 'Actualiser' }).click();
          return textOf(page);
        },
        { timeout: 60_000, interval: 1000 },
      )
      .toMatch(SEALED);
  });

const openCard = async (page: Page): Promise<void> => {
  await page.goto(`${web}/bulletins`);
  await page
    .getByRole('region', { name: MET })
    .getByRole('link', { name: /1er trimestre/ })
    .first()
    .click();
  await page.getByRole('heading', { name: /1er trimestre/, level: 1 }).waitFor();
};

const codeOn = async (page: Page): Promise<string> =>
  /Code de vérification : (?<code>[A-Z0-9-]+)/.exec(await textOf(page))?.groups?.['code'] ?? '';

const verdictOn = async (code: string): Promise<string> => {
  const visitor = await aVisitor(browser, PHONE_WITHOUT_SCRIPTS);
  try {
    await visitor.page.goto(`${web}/verification`);
    await visitor.page.getByLabel('Code de vérification').fill(code);
    await visitor.page.getByRole('button', { name: 'Vérifier' }).click();
    await visitor.page.getByRole('status').waitFor();
    return await textOf(visitor.page);
  } finally {
    await visitor.close();
  }
};

describe('the cards of a class', () => {
  it('are sealed by the head without a script, read by the family, verified by anybody, and revoked', { timeout: 240_000 }, async () => {
    await whileOpen(browser, async () => {
      await sealFourB();
      const code = await new Promise<string>((resolve, reject) => {
        as(browser, PHONE, FAMILIES, 'Camille Keller', async (page) => {
          await openCard(page);
          expect(await textOf(page)).toMatch(/Moyenne générale/);
          expect(await axeViolations(page)).toEqual([]);
          const [paper] = await Promise.all([
            page.waitForEvent('download'),
            page.getByRole('link', { name: 'Télécharger le PDF' }).click(),
          ]);
          expect(paper.suggestedFilename()).toMatch(/^Bulletin.*\.pdf$/);
          await page.goto(`${web}/bulletins`);
          expect(await textOf(page)).toMatch(/Vu /);
          await openCard(page);
          resolve(await codeOn(page));
        }).catch(reject);
      });
      const genuine = await verdictOn(code.toLowerCase());
      expect(genuine).toContain('authentique et en vigueur');
      expect(genuine).toContain('L. K.');
      expect(genuine).not.toContain('Keller');

      await as(browser, DESKTOP, AGENTS, HEAD, async (page) => {
        await page.goto(BOARD);
        await page.getByRole('link', { name: '4B', exact: true }).click();
        expect(await textOf(page)).toMatch(/Vu par Camille/);
        expect(await axeViolations(page)).toEqual([]);
        await page.getByRole('link', { name: 'KELLER Léa', exact: true }).click();
        await page.getByText('Annuler ce bulletin…').click();
        await page.getByLabel('Motif').fill('Note corrigée');
        await page.getByRole('button', { name: 'Annuler ce bulletin', exact: true }).click();
        await page.waitForURL(/ok=annule/);
      });
      expect(await verdictOn(code)).toContain('n’est plus valable');
    });
  });
});
