import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { nextSchoolDay } from '@preau/shared/kernel/school-calendar.ts';
import { addDays, localDateOf } from '@preau/shared/kernel/school-time.ts';
import { launchBrowser } from './browser.ts';
import { AGENTS, as, aVisitor, FAMILIES, PHONE, PHONE_WITHOUT_SCRIPTS, enterAs, type Visitor } from './visitor.ts';

const web = inject('web');

/** A school day next week, which nobody else of these journeys touches. */
const DAY = nextSchoolDay(addDays(localDateOf(new Date().toISOString()), 6), '0541234A');

let browser: Browser;
let office: Visitor;
beforeAll(async () => {
  browser = await launchBrowser();
  office = await aVisitor(browser, PHONE_WITHOUT_SCRIPTS);
  await enterAs(office, AGENTS, 'Marc Thouvenin');
});
afterAll(() => browser.close());

const lessonsOf = (page: Page) => page.getByRole('region', { name: 'Cours de ce jour' }).getByRole('listitem');

const openFirstLesson = async (page: Page): Promise<void> => {
  await page.goto(`${web}/vie-scolaire/cours?jour=${DAY}`);
  await page.getByLabel('Classe', { exact: true }).selectOption({ label: '4B' });
  await page.getByRole('button', { name: 'Chercher' }).click();
  await lessonsOf(page)
    .first()
    .getByRole('link', { name: /^Modifier/ })
    .click();
};

/** What Léa's mother reads of that day. */
const readByFamily = async (): Promise<string> => {
  let text = '';
  await as(browser, PHONE, FAMILIES, 'Camille Keller', async (page) => {
    await page.getByRole('link', { name: /Emploi du temps : Léa/ }).click();
    await page.waitForURL(/enfant=/);
    await page.goto(`${page.url().split('&jour')[0]}&jour=${DAY}`);
    text = await page.getByRole('main').innerText();
  });
  return text;
};

describe('a lesson changed by the office, without a script', () => {
  it('is cancelled, with its reason, and the family reads it', async () => {
    const { page } = office;
    await openFirstLesson(page);
    await page.getByText('Annuler le cours', { exact: true }).click();
    const form = page.locator('details[open]');
    await form.getByLabel('Raison, lue par les familles').selectOption('meeting');
    await form.getByLabel('Précision (facultative)').fill('Permanence en salle 12');
    await form.getByRole('button', { name: 'Annuler ce cours' }).click();
    await page.waitForURL(/ok=modifie/);
    expect(await page.getByRole('region', { name: /Modifiés ce jour-là/ }).innerText()).toMatch(
      /Annulé[\s\S]*Réunion · Permanence en salle 12[\s\S]*Décidé par Marc/,
    );
    expect(await readByFamily()).toMatch(/Annulé\s+Réunion · Permanence en salle 12/);
  });

  it('comes back with what was typed when it cannot be moved there', async () => {
    const { page } = office;
    await openFirstLesson(page);
    await page.getByText('Déplacer', { exact: true }).click();
    const form = page.locator('details[open]');
    await form.getByLabel('Nouveau jour').fill('2020-01-06');
    await form.getByRole('button', { name: 'Déplacer ce cours' }).click();
    await page.getByRole('alert').waitFor();
    expect(await page.getByRole('main').innerText()).toContain('Un cours ne se déplace que vers un moment à venir.');
    expect(await page.locator('details[open]').getByLabel('Nouveau jour').inputValue()).toBe('2020-01-06');
  });

  it('is moved instead, and the old place says where it went', async () => {
    const { page } = office;
    const after = nextSchoolDay(DAY, '0541234A');
    await openFirstLesson(page);
    await page.getByText('Déplacer', { exact: true }).click();
    const form = page.locator('details[open]');
    await form.getByLabel('Nouveau jour').fill(after);
    await form.getByLabel('De', { exact: true }).fill('18:00');
    await form.getByLabel('À', { exact: true }).fill('18:55');
    await form.getByRole('button', { name: 'Déplacer ce cours' }).click();
    await page.waitForURL(/ok=modifie/);
    expect(await readByFamily()).toMatch(/Déplacé à \S+ 18\sh/);
    await page.goto(`${web}/vie-scolaire/cours?jour=${after}`);
    expect(await page.getByRole('region', { name: /Modifiés ce jour-là/ }).innerText()).toMatch(/Déplacé \(était \S+ \d+\sh/);
  });

  it('is given back to the timetable', async () => {
    const { page } = office;
    await page.goto(`${web}/vie-scolaire/cours?jour=${DAY}`);
    await page
      .getByRole('region', { name: /Modifiés ce jour-là/ })
      .getByRole('link', { name: /^Modifier/ })
      .click();
    await page.getByText('Retirer la modification', { exact: true }).first().click();
    await page.locator('details[open]').getByRole('button', { name: 'Retirer la modification' }).click();
    await page.waitForURL(/ok=retire/);
    expect(await readByFamily()).not.toMatch(/Déplacé|Annulé/);
  });
});

describe('a supervisor', () => {
  it('reads the changes and is told who can change them', async () => {
    await as(browser, PHONE, AGENTS, 'Lina Saïdi', async (page) => {
      await page.goto(`${web}/vie-scolaire/cours?jour=${DAY}`);
      await page.getByLabel('Classe', { exact: true }).selectOption({ label: '4B' });
      await page.getByRole('button', { name: 'Chercher' }).click();
      await lessonsOf(page).first().waitFor();
      expect(await page.getByRole('link', { name: /^Modifier/ }).count()).toBe(0);
      expect(await page.getByRole('main').innerText()).toContain('adressez-vous à un CPE ou au chef d’établissement');
    });
  });
});
