import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { nextSchoolDay } from '@preau/shared/kernel/school-calendar.ts';
import { fromMarkdown } from '@preau/shared/kernel/markdown.ts';
import { addDays, localDateOf, weekdayOf } from '@preau/shared/kernel/school-time.ts';
import { notebookOperations } from '@preau/shared/notebook/api.ts';
import { launchBrowser } from './browser.ts';
import { askAs } from './notebook-door.ts';
import { whileOpen } from './publication.ts';
import { AGENTS, as, aVisitor, DESKTOP, FAMILIES, PHONE, PHONE_WITHOUT_SCRIPTS, enterAs, type Visitor } from './visitor.ts';
import { weigh } from './weight.ts';

const web = inject('web');
const TODAY = localDateOf(new Date().toISOString());
const SEQUENCE = `Proportionnalité ${crypto.randomUUID().slice(0, 8)}`;

let browser: Browser;
let teacher: Visitor;
/** A lesson of 4B about which nothing is written, and another one to copy to. */
let recordId = '';
let day = '';
/** Formulas drawn on the page that a family read last. */
let formulas = 0;

beforeAll(async () => {
  browser = await launchBrowser();
  teacher = await aVisitor(browser, PHONE_WITHOUT_SCRIPTS);
  await enterAs(teacher, AGENTS, 'Anne-Sophie Schmitt');
  const from = nextSchoolDay(addDays(TODAY, 7 - weekdayOf(TODAY)), '0541234A');
  const { unwritten } = await askAs(teacher.context, notebookOperations.listRecords, { query: { from, until: addDays(from, 12) } });
  const lesson = unwritten.find(({ classes, cancelled }) => !cancelled && classes.some(({ name }) => name === '4B'));
  if (lesson === undefined) throw new Error('No lesson to write about');
  recordId = lesson.lessonId;
  day = lesson.date;
});
afterAll(() => browser.close());

const textOf = (page: Page): Promise<string> => page.getByRole('main').innerText();

/** What Léa's mother reads of that day. */
const readByFamily = async (): Promise<string> => {
  let text = '';
  await as(browser, PHONE_WITHOUT_SCRIPTS, FAMILIES, 'Camille Keller', async (page) => {
    await page.goto(`${web}/cahier?jour=${day}`);
    await page.getByRole('navigation', { name: 'Mes enfants' }).getByRole('link', { name: /Léa/ }).click();
    text = await textOf(page);
    formulas = await page.locator('math mfrac').count();
  });
  return text;
};

describe('a lesson written without a script', () => {
  it('is found from the week, kept as a draft, and read by no family', async () => {
    const { page } = teacher;
    await page.goto(`${web}/cahier?semaine=${day}`);
    await page.locator(`a[href="/cahier/${recordId}"]`).click();
    await page.getByLabel('Titre (facultatif)').fill('Le théorème de Thalès');
    await page
      .getByLabel('Contenu de la séance')
      .fill('## Cours\n\nSi $\\frac{AB}{AC}$ alors **parallèles**.\n\n- exercice 3\n- exercice 4\n\n<b>pas du HTML</b>');
    await page.getByLabel('Liens (facultatif)').fill('https://fr.wikipedia.org/wiki/Thal%C3%A8s Une page à lire');
    await page.getByRole('button', { name: 'Garder en brouillon' }).click();
    await page.waitForURL(/ok=brouillon/);
    expect(await readByFamily()).not.toContain('Thalès');
  });

  it('comes back with what was typed when a link is not accepted', async () => {
    const { page } = teacher;
    await page.getByLabel('Liens (facultatif)').fill('javascript:alert(1)');
    await page.getByRole('button', { name: 'Garder en brouillon' }).click();
    await page.getByRole('main').getByRole('alert').waitFor();
    expect(await page.getByLabel('Liens (facultatif)').inputValue()).toBe('javascript:alert(1)');
    expect(await page.getByLabel('Contenu de la séance').inputValue()).toContain('\\frac{AB}{AC}');
  });

  it('keeps private notes that only their author finds again', async () => {
    const { page } = teacher;
    await page.goto(`${web}/cahier/${recordId}`);
    await page.getByLabel('Notes', { exact: true }).fill('Apporter les calculatrices');
    await page.getByRole('button', { name: 'Enregistrer mes notes' }).click();
    await page.waitForURL(/ok=notes/);
    expect(await page.getByLabel('Notes', { exact: true }).inputValue()).toBe('Apporter les calculatrices');
  });

  it('is published within the window, with its form and its formula', async () => {
    const { page } = teacher;
    await whileOpen(browser, async () => {
      await page.goto(`${web}/cahier/${recordId}`);
      await page.getByRole('button', { name: 'Publier', exact: true }).click();
      await page.waitForURL(/ok=publie/);
    });
    const text = await readByFamily();
    expect(text).toContain('Le théorème de Thalès');
    expect(text).toContain('<b>pas du HTML</b>');
    expect(text).not.toContain('calculatrices');
    expect(formulas).toBe(1);
  });
});

describe('two windows on one lesson', () => {
  it('tell the second one, show both texts and lose none', async () => {
    const [one, other] = await Promise.all([teacher.context.newPage(), teacher.context.newPage()]);
    for (const page of [one, other]) await page.goto(`${web}/cahier/${recordId}`);
    await one.getByLabel('Contenu de la séance').fill('Texte de la première fenêtre');
    await one.getByRole('button', { name: 'Garder en brouillon' }).click();
    await one.waitForURL(/ok=brouillon/);
    await other.getByLabel('Contenu de la séance').fill('Texte de la seconde fenêtre');
    await other.getByRole('button', { name: 'Garder en brouillon' }).click();
    await other.getByRole('main').getByRole('alert').waitFor();
    expect(await textOf(other)).toContain('Texte de la première fenêtre');
    expect(await other.getByLabel('Contenu de la séance').inputValue()).toBe('Texte de la seconde fenêtre');
    await other.getByRole('button', { name: 'Garder en brouillon' }).click();
    await other.waitForURL(/ok=brouillon/);
    expect(await textOf(other)).toContain('Historique de cette séance');
    await Promise.all([one.close(), other.close()]);
  });
});

describe('the editor', () => {
  it('opens only when asked, by the keyboard alone, and weighs at most 320 KB', async () => {
    const visitor = await aVisitor(browser, DESKTOP);
    const { page } = visitor;
    await enterAs(visitor, AGENTS, 'Anne-Sophie Schmitt');
    const breaches: string[] = [];
    page.on('console', (message) => {
      if (message.text().includes('Content Security Policy')) breaches.push(message.text());
    });
    await page.goto(`${web}/cahier/${recordId}`);
    const opener = page.getByRole('button', { name: /Mettre en forme : Contenu/ });
    await opener.focus();
    const weight = await weigh(page, async () => {
      await page.keyboard.press('Enter');
      await page.getByRole('toolbar', { name: 'Mise en forme' }).waitFor();
    });
    expect(weight.scripts).toBeGreaterThan(0);
    expect(weight.scripts).toBeLessThanOrEqual(320_000);

    const text = page.getByRole('textbox', { name: 'Contenu de la séance' }).and(page.locator('[contenteditable]'));
    await text.focus();
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type('Un mot ');
    await page.keyboard.press('ControlOrMeta+b');
    await page.keyboard.type('important');
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Home');
    expect(await page.locator(':focus').getAttribute('aria-label')).toBe('Gras');
    await page.keyboard.press('ArrowRight');
    expect(await page.locator(':focus').getAttribute('aria-label')).toBe('Italique');
    await page.getByRole('button', { name: 'Garder en brouillon' }).click();
    await page.waitForURL(/ok=brouillon/);
    expect(await page.getByLabel('Contenu de la séance').inputValue()).toBe('Un mot **important**');
    expect(breaches).toEqual([]);
    await visitor.close();
  });

  it('is downloaded by no family, whose page weighs at most 142 KB of scripts', async () => {
    await as(browser, PHONE, FAMILIES, 'Camille Keller', async (page) => {
      const weight = await weigh(page, async () => {
        await page.goto(`${web}/cahier?jour=${day}`, { waitUntil: 'networkidle' });
      });
      expect(weight.scripts).toBeLessThanOrEqual(142_000);
      expect(weight.toOrigin).toBe(1);
    });
  });
});

describe('a sequence', () => {
  it('is prepared and shared without a script, and placed on a lesson', async () => {
    const { page } = teacher;
    await page.goto(`${web}/cahier/sequences`);
    await page.getByText('Créer une séquence', { exact: true }).click();
    await page.getByLabel('Titre', { exact: true }).first().fill(SEQUENCE);
    await page.getByRole('button', { name: 'Créer', exact: true }).first().click();
    await page.waitForURL(/ok=creee/);
    await page.getByRole('link', { name: 'Ajouter une séance' }).click();
    await page.getByLabel('Contenu de la séance').fill('Découvrir le coefficient');
    await page.getByRole('button', { name: 'Ajouter cette séance' }).click();
    await page.waitForURL(/ok=etape/);
    await page.getByText('Placer dans une classe', { exact: true }).click();
    await page.locator('select[name^="lesson-"]').first().selectOption({ index: 1 });
    await page.getByRole('button', { name: 'Placer en brouillon' }).click();
    await page.waitForURL(/ok=placee/);
    await page.getByText('Renommer, ordonner, partager', { exact: true }).click();
    await page.getByLabel('La partager avec mes collègues de l’établissement').check();
    await page.getByRole('button', { name: 'Enregistrer', exact: true }).click();
    await page.waitForURL(/ok=enregistree/);
    await as(browser, PHONE_WITHOUT_SCRIPTS, AGENTS, 'Hélène Humbert', async (colleague) => {
      await colleague.goto(`${web}/cahier/sequences`);
      await colleague.getByRole('link', { name: SEQUENCE }).click();
      await colleague.getByRole('button', { name: 'Copier dans mes séquences' }).click();
      await colleague.waitForURL(/ok=copiee/);
    });
  });
});

describe('the head', () => {
  it('follows a class, and gives the visa that closes a lesson', async () => {
    const past = addDays(TODAY, -7);
    const free = await askAs(teacher.context, notebookOperations.listRecords, { query: { from: past, until: TODAY } });
    const lesson = free.unwritten.find(({ classes, cancelled }) => !cancelled && classes.some(({ name }) => name === '4B'));
    if (lesson === undefined) throw new Error('No lesson last week');
    await whileOpen(browser, async () => {
      await askAs(teacher.context, notebookOperations.writeRecord, {
        path: { recordId: lesson.lessonId },
        body: { revision: 0, title: '', sections: { content: fromMarkdown('À viser') }, fileIds: [], links: [], publication: 'now' },
      });
    });
    await as(browser, PHONE_WITHOUT_SCRIPTS, AGENTS, 'Isabelle Marchal', async (page) => {
      await page.goto(`${web}/cahier`);
      await page.getByRole('link', { name: '4B', exact: true }).click();
      await page.waitForURL(/classe=/);
      await page.goto(`${page.url()}&semaine=${lesson.date}`);
      expect(await textOf(page)).toContain('À viser');
      await page.getByRole('button', { name: 'Viser les séances cochées' }).click();
      await page.waitForURL(/ok=vise/);
    });
    await teacher.page.goto(`${web}/cahier/${lesson.lessonId}`);
    expect(await textOf(teacher.page)).toContain('elle ne change plus');
    await teacher.page.getByLabel('Complément').fill('Ajouté après le visa');
    await teacher.page.getByRole('button', { name: 'Ajouter le complément' }).click();
    await teacher.page.waitForURL(/ok=complement/);
  });
});

it('is taken away whole, as a page to read and as data', async () => {
  const exportAs = async (form: string): Promise<string> => {
    const answer = await teacher.context.request.get(
      `${web}/cahier/export?annee=${day.slice(5) < '08' ? Number(day.slice(0, 4)) - 1 : day.slice(0, 4)}&forme=${form}`,
    );
    expect(answer.headers()['content-disposition']).toContain('attachment');
    return answer.text();
  };
  expect(await exportAs('page')).toContain('Apporter les calculatrices');
  expect(JSON.parse(await exportAs('donnees')).records.length).toBeGreaterThan(0);
});
