import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launchBrowser } from './browser.ts';
import { whileOpen, withDelay } from './publication.ts';
import { AGENTS, as, DESKTOP, FAMILIES, PHONE, PHONE_WITHOUT_SCRIPTS, type Surface } from './visitor.ts';
import { weigh } from './weight.ts';

const web = inject('web');
/** Evaluations of this run only, on a system that has seen others. */
const RUN = crypto.randomUUID().slice(0, 6);
const GRID = `Contrôle ${RUN}`;
const PLAIN = `Devoir ${RUN}`;
const MOST_SCRIPT_BYTES = 145_000;

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const asTeacher = (surface: Surface, what: (page: Page) => Promise<void>): Promise<void> =>
  as(browser, surface, AGENTS, 'Anne-Sophie Schmitt', what);

const openGrid = async (page: Page): Promise<void> => {
  await page.goto(`${web}/notes`);
  await page
    .getByRole('link', { name: /Saisir les notes : 4B, Math/ })
    .first()
    .click();
  await page.waitForURL(/\/notes\/svc_.*periode=/);
};

const addEvaluation = async (page: Page, title: string): Promise<void> => {
  await openGrid(page);
  await page.getByRole('link', { name: 'Nouvelle évaluation' }).click();
  await page.getByLabel('Titre').fill(title);
  await page.getByRole('group', { name: 'Compétences évaluées' }).getByRole('checkbox').first().check();
  await page.getByRole('button', { name: 'Créer l’évaluation' }).click();
  await page.waitForURL(/\/evl_.*ok=creee/);
};

const openEvaluation = async (page: Page, title: string): Promise<void> => {
  await openGrid(page);
  await page.getByRole('link', { name: title }).click();
  await page.waitForURL(/\/evl_/);
};

const cell = (page: Page, name: string, title: string) => page.getByRole('textbox', { name: `${name}, ${title}, sur 20` });
const main = (page: Page): Promise<string> => page.getByRole('main').innerText();
const untilSaved = (page: Page): Promise<void> => page.getByText(/Enregistré à/).waitFor();

const resultsOf = async (who: string, surface = PHONE_WITHOUT_SCRIPTS): Promise<string> => {
  let text = '';
  await as(browser, surface, FAMILIES, who, async (page) => {
    await page.goto(`${web}/resultats`);
    text = await main(page);
  });
  return text;
};

describe('marks', () => {
  it('are entered from the keyboard, pasted from a spreadsheet, told where they cannot be, and undone', async () => {
    await asTeacher(DESKTOP, async (page) => {
      await addEvaluation(page, GRID);
      await openGrid(page);
      const cells = page.getByRole('textbox', { name: new RegExp(`, ${GRID}, sur 20$`) });
      await cells.first().waitFor();
      expect(await cells.count()).toBeGreaterThan(15);
      await cells.first().focus();
      await page.keyboard.type('12,5');
      await page.keyboard.press('Enter');
      expect(await cells.nth(1).evaluate((node) => node === document.activeElement)).toBe(true);
      await page.keyboard.type('25');
      await page.keyboard.press('ArrowDown');
      await page.getByText('Maximum 20.').waitFor();
      const fault = await cells.nth(1).getAttribute('aria-describedby');
      expect(await page.locator(`#${fault}`).innerText()).toBe('Maximum 20.');
      await page.keyboard.press('ArrowUp');
      await page.keyboard.type('abs');
      await page.keyboard.press('Enter');
      await untilSaved(page);
      expect(await page.getByText('Maximum 20.').count()).toBe(0);

      await cells.nth(2).evaluate((node) => {
        const data = new DataTransfer();
        data.setData('text/plain', '14\r\n9.25\r\nDisp\r\n');
        node.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
      });
      await expect.poll(() => cells.nth(3).inputValue()).toBe('9,25');
      await page.waitForTimeout(1500);
      await untilSaved(page);
      await page.reload();
      const seen = await Promise.all([0, 1, 2, 3, 4].map((line) => cells.nth(line).inputValue()));
      expect(seen).toEqual(['12,5', 'Abs', '14', '9,25', 'Disp']);
      expect(await main(page)).toMatch(/Médiane\s+12,5/u);

      await cells.nth(0).fill('3');
      await page.keyboard.press('Enter');
      await untilSaved(page);
      await page.getByRole('button', { name: 'Annuler la dernière saisie' }).click();
      await page.waitForTimeout(1500);
      await untilSaved(page);
      expect(await cells.nth(0).inputValue()).toBe('12,5');
    });
  });

  it('are shared with a colleague; written by both at once, they are both shown and nothing is overwritten', async () => {
    await asTeacher(DESKTOP, async (first) => {
      await first.goto(`${web}/notes`);
      await first
        .getByRole('link', { name: /^Régler : 4B, Math/ })
        .first()
        .click();
      await first.getByText('Partager ce service avec un collègue').click();
      await first.getByRole('checkbox', { name: /^HUMBERT H/i }).check();
      await first.getByRole('button', { name: 'Enregistrer les réglages' }).click();
      await first.waitForURL(/ok=reglee/);
      await openGrid(first);
      const label = await first
        .getByRole('textbox', { name: new RegExp(`, ${GRID}, sur 20$`) })
        .nth(5)
        .getAttribute('aria-label');
      const target = (page: Page) => page.getByRole('textbox', { name: label ?? '', exact: true });
      await as(browser, DESKTOP, AGENTS, 'Hélène Humbert', async (second) => {
        await openGrid(second);
        await target(second).fill('7');
        await second.keyboard.press('Enter');
        await untilSaved(second);
      });
      await target(first).fill('17');
      await first.keyboard.press('Enter');
      const conflict = first.getByRole('alert').filter({ hasText: 'Rien n’est écrasé' });
      await conflict.waitFor();
      expect(await conflict.innerText()).toMatch(/Humbert a saisi 7, vous aviez saisi 17/iu);
      await conflict.getByRole('button', { name: /^Mettre 17/ }).click();
      await untilSaved(first);
      await first.reload();
      expect(await target(first).inputValue()).toBe('17');
    });
  });

  it('are entered without a script in one plain form, which keeps what it refuses', async () => {
    await asTeacher(PHONE_WITHOUT_SCRIPTS, async (page) => {
      await addEvaluation(page, PLAIN);
      const lea = page.getByLabel(/^KELLER Léa/);
      await lea.fill('21');
      await page.getByLabel('Appréciation pour KELLER Léa').fill('Bon début, continue.');
      const level = page.getByRole('combobox', { name: /: KELLER Léa$/ });
      await level.selectOption('3');
      await page.getByRole('button', { name: 'Enregistrer les notes' }).click();
      await page.getByRole('alert').getByText('Maximum 20.').waitFor();
      expect(await page.title()).toMatch(/^Erreur : /);
      expect(await lea.inputValue()).toBe('21');
      await lea.fill('15.5');
      await page.getByRole('button', { name: 'Enregistrer les notes' }).click();
      await page.waitForURL(/ok=notes/);
      expect([await lea.inputValue(), await level.inputValue()]).toEqual(['15,5', '3']);
    });
  });

  it('are seen by the pupil first, and by the parents a day later', async () => {
    await whileOpen(browser, () =>
      withDelay(browser, 24, () =>
        asTeacher(PHONE_WITHOUT_SCRIPTS, async (page) => {
          await openEvaluation(page, PLAIN);
          expect(await main(page)).toMatch(/Élèves : .* · Parents : /u);
          await page.getByRole('button', { name: 'Publier', exact: true }).click();
          await page.waitForURL(/ok=publiee/);
        }),
      ),
    );
    await expect.poll(() => resultsOf('Léa Keller'), { timeout: 60_000, interval: 3000 }).toContain(PLAIN);
    const seen = await resultsOf('Léa Keller');
    expect(seen).toMatch(/15,5\s*sur\s*20/u);
    expect(seen).toContain('Bon début, continue.');
    expect(seen).not.toContain(GRID);
    await as(browser, PHONE_WITHOUT_SCRIPTS, FAMILIES, 'Léa Keller', async (page) => {
      await page.goto(`${web}/competences`);
      expect(await main(page)).toContain('Objectifs atteints');
    });
    expect(await resultsOf('Camille Keller')).not.toContain(PLAIN);
  });

  it('are seen by the parents at once where the head has set no delay, with how their average is made', async () => {
    await whileOpen(browser, () =>
      withDelay(browser, 0, () =>
        asTeacher(DESKTOP, async (page) => {
          await openGrid(page);
          await cell(page, 'KELLER Léa', GRID).fill('8');
          await page.keyboard.press('Enter');
          await untilSaved(page);
          await openEvaluation(page, GRID);
          await page.getByRole('button', { name: 'Publier', exact: true }).click();
          await page.waitForURL(/ok=publiee/);
        }),
      ),
    );
    await expect.poll(() => resultsOf('Camille Keller'), { timeout: 60_000, interval: 3000 }).toContain(GRID);
    await as(browser, PHONE_WITHOUT_SCRIPTS, FAMILIES, 'Camille Keller', async (page) => {
      await page.goto(`${web}/resultats`);
      await page.getByRole('link', { name: 'Comprendre cette moyenne : Mathématiques' }).click();
      await page.waitForURL(/\/resultats\/expliquer\?.*matiere=svc_/);
      const text = await main(page);
      expect(text).toContain(GRID);
      expect(text).toMatch(/\) ÷ \(.* = /u);
      await page.goto(`${web}/resultats/simulation`);
      await page.getByLabel(/^Français/).fill('12');
      await page.getByRole('button', { name: 'Calculer' }).click();
      await page.getByText('Avec ces notes').waitFor();
      expect(await page.getByLabel(/^Français/).inputValue()).toBe('12');
      expect([...new URL(page.url()).searchParams.keys()].toSorted()).toEqual(['enfant', 'examen']);
      expect(await main(page)).toContain('Rien de ce qui manque n’est compté comme un zéro');
    });
  });

  it('stand beside the general average of the class, without any rank', async () => {
    const seen = await resultsOf('Léa Keller');
    expect(seen).toMatch(/Moyenne générale\s+[\d,]+\s+Classe : [\d,]+ \(de [\d,]+ à [\d,]+\)/u);
    expect(seen).not.toContain('Rang');
  });

  it('weigh no more than a staff page may, and nothing for families', async () => {
    await asTeacher(PHONE, async (page) => {
      await openGrid(page);
      const { scripts } = await weigh(page, async () => void (await page.reload({ waitUntil: 'networkidle' })));
      expect(scripts).toBeLessThanOrEqual(MOST_SCRIPT_BYTES);
    });
    await as(browser, PHONE, FAMILIES, 'Léa Keller', async (page) => {
      const { scripts } = await weigh(page, async () => void (await page.goto(`${web}/resultats`, { waitUntil: 'networkidle' })));
      expect(scripts).toBe(0);
    });
  });
});
