import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { aJpeg, aPdf } from '../functions/files/testing/specimens.ts';
import { readZip } from '../functions/files/zip.ts';
import { axeViolations } from './axe.ts';
import { launchBrowser } from './browser.ts';
import { openAlways } from './publication.ts';
import { AGENTS, as, aVisitor, DESKTOP, FAMILIES, PHONE, PHONE_WITHOUT_SCRIPTS, enterAs, type Visitor } from './visitor.ts';
import { MOST_SCRIPT_BYTES, weigh } from './weight.ts';

const web = inject('web');
const INSTRUCTION = `Rédaction à rendre ${Date.now()}`;

let browser: Browser;
let teacher: Visitor;
let address = '';
let closeWindow: () => Promise<void>;

beforeAll(async () => {
  browser = await launchBrowser();
  closeWindow = await openAlways(browser);
  teacher = await aVisitor(browser, DESKTOP);
  await enterAs(teacher, AGENTS, 'Hélène Humbert');
  const { page } = teacher;
  await page.goto(`${web}/devoirs/nouveau`);
  await page.getByRole('link', { name: '4B', exact: true }).first().click();
  await page.getByRole('radio', { name: 'À rendre' }).check();
  await page.getByLabel('Consigne').fill(INSTRUCTION);
  await page
    .getByRole('radio', { name: /Cours de/ })
    .last()
    .check();
  await page.getByRole('button', { name: 'Donner ce travail' }).click();
  await page.waitForURL(/\/devoirs\/hwk_.*ok=donne/);
  address = page.url().replace(/\?.*$/, '');
});
afterAll(async () => {
  await closeWindow();
  await browser.close();
});

const main = (page: Page): Promise<string> => page.getByRole('main').innerText();

describe('work to hand in', () => {
  it('is handed in with a file and a text from a phone without scripts, and gives a receipt', async () => {
    await as(browser, PHONE_WITHOUT_SCRIPTS, FAMILIES, 'Léa Keller', async (page) => {
      await page.goto(address);
      await page.getByRole('button', { name: 'Joindre des fichiers' }).click();
      await page.getByLabel('Choisir un fichier').setInputFiles({ name: 'devoir.pdf', mimeType: 'application/pdf', buffer: aPdf() });
      await page.getByRole('button', { name: 'Envoyer le fichier' }).click();
      await page.waitForURL(/fichier=fil_/);
      await page.getByLabel('Écrire mon travail ou un mot').fill('Voici ma rédaction <script>alert(1)</script>');
      await page.getByRole('button', { name: 'Rendre mon travail' }).click();
      await page.waitForURL(/ok=rendu/);
      const text = await main(page);
      expect(text).toMatch(/Déposé le \p{L}+ \d+.* à \d+\sh/u);
      expect(text).toContain('document.pdf');
      expect(text).toContain('Annuler : ce n’est pas fait');
      expect(text).toContain('<script>alert(1)</script>');
    });
  });

  it('is replaced from a phone, where a file that lies is refused in words before it is sent', async () => {
    await as(browser, PHONE, FAMILIES, 'Léa Keller', async (page) => {
      await page.goto(address);
      const chooser = page.getByLabel('Joindre des fichiers');
      await chooser.setInputFiles({ name: 'dessin.png', mimeType: 'image/png', buffer: Buffer.from('<svg onload="alert(1)"/>') });
      await page.getByText('Les pages web et les dessins SVG ne sont pas acceptés').waitFor();
      await chooser.setInputFiles({ name: 'photo.jpg', mimeType: 'image/jpeg', buffer: aJpeg() });
      await page.locator('li', { hasText: 'photo.jpg' }).getByText('Joint', { exact: true }).waitFor();
      await page.getByRole('button', { name: 'Remplacer mon travail' }).click();
      await page.waitForURL(/ok=rendu/);
      expect(await main(page)).toContain('photo.jpg');
    });
  });

  it('takes no more files than it may, those on their way included, and says so', async () => {
    await as(browser, PHONE, FAMILIES, 'Léa Keller', async (page) => {
      await page.goto(address);
      await page.context().setOffline(true);
      const pages = Array.from({ length: 9 }, (_, nth) => ({ name: `page-${nth}.jpg`, mimeType: 'image/jpeg', buffer: aJpeg() }));
      await page.getByLabel('Joindre des fichiers').setInputFiles(pages);
      await page.getByRole('alert').getByText('6 fichiers au plus : les suivants ne sont pas joints.').waitFor();
      await expect.poll(() => page.getByRole('button', { name: /^Retirer / }).count()).toBe(6);
      expect(await main(page)).toContain('Vous avez joint le nombre maximal de fichiers.');
    });
  });

  it('waits for the connection with all that was written, files included', async () => {
    await as(browser, PHONE, FAMILIES, 'Léa Keller', async (page) => {
      await page.goto(address);
      const text = page.getByLabel('Écrire mon travail ou un mot');
      const send = page.getByRole('button', { name: 'Remplacer mon travail' });
      const photo = page.locator('li', { hasText: 'train.jpg' });
      await page.context().setOffline(true);
      await page.getByLabel('Joindre des fichiers').setInputFiles({ name: 'train.jpg', mimeType: 'image/jpeg', buffer: aJpeg() });
      await photo.getByText('La connexion a été coupée').waitFor();
      await text.fill('Écrit dans le train');
      await send.click();
      await page.getByRole('alert').getByText('Un fichier n’est pas encore parti').waitFor();
      await page.context().setOffline(false);
      await photo.getByText('Joint', { exact: true }).waitFor();
      await page.context().setOffline(true);
      await send.click();
      await page.getByRole('alert').getByText('Ce que vous avez saisi est toujours ici').waitFor();
      expect(await text.inputValue()).toBe('Écrit dans le train');
      expect(await axeViolations(page)).toEqual([]);
      await page.context().setOffline(false);
      await page.waitForURL(/ok=rendu/);
      expect(await main(page)).toMatch(/Écrit dans le train[\s\S]*train\.jpg|train\.jpg[\s\S]*Écrit dans le train/);
    });
  });

  it('is still there when the session ended meanwhile', async () => {
    await as(browser, PHONE, FAMILIES, 'Léa Keller', async (page) => {
      await page.goto(address);
      const text = page.getByLabel('Écrire mon travail ou un mot');
      const send = page.getByRole('button', { name: 'Remplacer mon travail' });
      await text.fill('Écrit pendant une heure');
      const session = await page.context().cookies();
      await page.context().clearCookies();
      await send.click();
      const again = page.getByRole('alert').getByRole('link', { name: /Reconnectez-vous dans un nouvel onglet/ });
      const [tab] = await Promise.all([page.context().waitForEvent('page'), again.click()]);
      await tab.waitForURL(/\/connexion/);
      await page.context().addCookies(session);
      expect(await text.inputValue()).toBe('Écrit pendant une heure');
      await send.click();
      await page.waitForURL(/ok=rendu/);
      expect(await main(page)).toContain('Écrit pendant une heure');
    });
  });

  it('is downloaded as an attachment from another origin than the pages', async () => {
    const { page, context } = teacher;
    await page.goto(`${address}/rendus`);
    const href = await page.getByRole('link', { name: 'photo.jpg' }).getAttribute('href');
    const answer = await context.request.get(new URL(href ?? '', web).href);
    expect(answer.headers()['content-disposition']).toMatch(/^attachment; filename="photo\.jpg"/);
    expect(new URL(answer.url()).origin).not.toBe(web);
  });

  it('is downloaded whole, each file as it is when it is opened alone', async () => {
    const { page, context } = teacher;
    const href = await page.getByRole('link', { name: 'photo.jpg' }).getAttribute('href');
    const alone = await (await context.request.get(new URL(href ?? '', web).href)).body();
    const downloading = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Tout télécharger' }).click();
    const archive = await downloading;
    expect(archive.suggestedFilename()).toMatch(/^Français 4B .*\.zip$/);
    const photo = readZip(await readFile(await archive.path()))?.find(({ name }) => name === 'KELLER Léa - photo.jpg');
    const bytes = photo?.open();
    expect(typeof bytes === 'object' && Buffer.compare(bytes, alone)).toBe(0);
  });

  it('is corrected, and read by the family from its return on, not before', async () => {
    const { page } = teacher;
    await page.goto(`${address}/rendus`);
    expect(await main(page)).toMatch(/1 sur \d+ remis/);
    await page.getByRole('link', { name: /^Corriger/ }).click();
    await page.getByRole('textbox', { name: 'Commentaire' }).fill('Très bon travail, Léa.');
    await page.getByLabel(/^Annotation sur photo/).fill('Page 2 à relire');
    await page.getByRole('button', { name: 'Enregistrer la correction' }).click();
    await page.waitForURL(/ok=corrige/);
    const family = async (): Promise<string> => {
      let text = '';
      await as(browser, PHONE_WITHOUT_SCRIPTS, FAMILIES, 'Camille Keller', async (visitor) => {
        await visitor.goto(address);
        text = await main(visitor);
      });
      return text;
    };
    expect(await family()).not.toContain('Très bon travail');
    await page.getByText('Rendre les corrections', { exact: true }).click();
    await page.getByRole('button', { name: 'Rendre à toute la classe' }).click();
    await page.waitForURL(/ok=rendu/);
    const read = await family();
    expect(read).toContain('Très bon travail, Léa.');
    expect(read).toContain('Page 2 à relire');
  });

  it('becomes marks once when it is a questionnaire that is over', async () => {
    await as(browser, PHONE_WITHOUT_SCRIPTS, AGENTS, 'Anne-Sophie Schmitt', async (page) => {
      await page.goto(`${web}/devoirs`);
      await page.getByText(/^Travaux passés/).click();
      await page.locator('li', { hasText: 'Répondre au questionnaire' }).getByRole('link').first().click();
      await page.waitForURL(/\/devoirs\/hwk_/);
      const list = `${page.url()}/rendus`;
      const take = async (): Promise<string> => {
        await page.goto(list);
        await page.getByRole('button', { name: 'Reporter les points dans les notes' }).click();
        await page.waitForURL(/ok=questionnaire/);
        return page.url();
      };
      await page.goto(list);
      const scores = await page.getByText(/^Questionnaire : .+ sur 5$/).count();
      const evaluation = await take();
      expect(await page.getByRole('heading', { level: 1 }).innerText()).toMatch(/^Questionnaire du \d\d\/\d\d/);
      const marks = await page.locator('input[inputmode=decimal]').evaluateAll((cells) => cells.map((cell) => cell.getAttribute('value')));
      expect(marks.filter((mark) => mark !== null && mark !== '')).toHaveLength(scores);
      expect(scores).toBeGreaterThan(15);
      expect(await take()).toBe(evaluation);
    });
  });

  it('holds to the accessibility rules on a phone, in each of its pages', async () => {
    const faults: string[] = [];
    const look = async (page: Page, paths: readonly string[]): Promise<void> => {
      for (const path of paths) {
        await page.goto(`${address}${path}`, { waitUntil: 'networkidle' });
        faults.push(...(await axeViolations(page)).map((fault) => `${path} ${fault}`));
        const width = await page.evaluate('document.documentElement.scrollWidth');
        if (Number(width) > 390) faults.push(`${path} is ${String(width)} px wide`);
      }
    };
    await as(browser, PHONE, FAMILIES, 'Léa Keller', (page) => look(page, ['']));
    await as(browser, PHONE, AGENTS, 'Hélène Humbert', async (page) => {
      await page.goto(`${address}/rendus`);
      const correction = await page.getByRole('link', { name: /^(?:Corriger|Revoir)/ }).getAttribute('href');
      await look(page, ['', '/rendus', '/rendus/reglages', '/rendus/commune', (correction ?? '').replace(/^.*(?=\/rendus)/, '')]);
    });
    expect(faults).toEqual([]);
  });

  it('weighs no more for families than their other pages', async () => {
    await as(browser, PHONE, FAMILIES, 'Léa Keller', async (page) => {
      const { scripts } = await weigh(page, async () => {
        await page.goto(address, { waitUntil: 'networkidle' });
      });
      expect(scripts).toBeLessThanOrEqual(MOST_SCRIPT_BYTES);
    });
  });
});
