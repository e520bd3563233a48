import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launchBrowser } from './browser.ts';
import { sentSoFar, untilSent } from './outbox.ts';
import { AGENTS, aVisitor, DESKTOP, PHONE_WITHOUT_SCRIPTS, enterAs, type Visitor } from './visitor.ts';

const web = inject('web');
const api = inject('api');

let browser: Browser;
let teacher: Visitor;
let office: Visitor;
beforeAll(async () => {
  browser = await launchBrowser();
  [teacher, office] = await Promise.all([aVisitor(browser, PHONE_WITHOUT_SCRIPTS), aVisitor(browser, DESKTOP)]);
  await Promise.all([enterAs(teacher, AGENTS, 'Hélène Humbert'), enterAs(office, AGENTS, 'Marc Thouvenin')]);
});
afterAll(() => browser.close());

/** A pupil whose first name nobody else of these journeys bears: messages are told apart by it. */
const TAKEN = /Léa|Inès|Tiago|Beatriz/;

const rowsOf = (page: Page) => page.getByRole('radiogroup');
const rowOf = (page: Page, name: string) => page.getByRole('radiogroup', { name, exact: true });
const choose = (page: Page, name: string, choice: string): Promise<void> => rowOf(page, name).getByRole('radio', { name: choice }).check();
const chosen = (page: Page, name: string): Promise<string> => rowOf(page, name).locator('input:checked').inputValue();

const namesOf = async (page: Page): Promise<readonly string[]> => {
  const ids = await rowsOf(page).evaluateAll((rows) => rows.map((row) => row.getAttribute('aria-labelledby') ?? ''));
  return Promise.all(ids.map((id) => page.locator(`#${id}`).innerText()));
};

const firstNameOf = (name: string): string => name.replace(/^[\p{Lu}\s'’-]+\s(?=\p{Lu}\p{Ll})/u, '');

/** Three pupils of the class with first names of their own. */
const threeOf = (names: readonly string[]): readonly [string, string, string] => {
  const alone = names.filter((name) => {
    const same = names.filter((other) => firstNameOf(other) === firstNameOf(name));
    return same.length === 1 && !TAKEN.test(name);
  });
  const [known, absent, late] = alone;
  if (known === undefined || absent === undefined || late === undefined) throw new Error('Not three pupils with names of their own');
  return [known, absent, late];
};

describe('calling the roll', () => {
  let lesson = '';
  let [known, absent, late] = ['', '', ''];
  const about = (name: string) => (mail: { readonly channel: string; readonly subject?: string }) =>
    mail.channel === 'email' && mail.subject?.includes(firstNameOf(name)) === true;

  it('records that nobody is missing', async () => {
    const { page } = teacher;
    await page
      .getByRole('link', { name: /^Voir l’appel/ })
      .first()
      .click();
    await page.getByRole('heading', { level: 1, name: 'Appel · 4A' }).waitFor();
    await page.getByRole('button', { name: 'Valider l’appel' }).click();
    await page.waitForURL(/ok=valide/);
    expect(await page.getByRole('status').first().innerText()).toMatch(/élèves, aucun absent/);
    expect(await page.getByRole('heading', { name: 'Historique de cet appel' }).count()).toBe(1);
  });

  it('starts from an absence that the office knows of', async () => {
    const { page } = teacher;
    await page.goto(`${web}/accueil`);
    await page
      .getByRole('link', { name: /^Faire l’appel/ })
      .first()
      .click();
    await page.getByRole('heading', { level: 1, name: 'Appel · 4A' }).waitFor();
    lesson = page.url();
    [known, absent, late] = threeOf(await namesOf(page));

    const { page: desk } = office;
    await desk.goto(`${web}/vie-scolaire/saisir`);
    await desk.getByRole('link', { name: '4A', exact: true }).click();
    await desk.getByRole('link', { name: known, exact: true }).click();
    await desk.getByLabel('De', { exact: true }).fill('00:00');
    await desk.getByLabel('À', { exact: true }).fill('23:59');
    await desk.getByRole('radio', { name: 'Maladie', exact: true }).check();
    await desk.getByRole('button', { name: 'Saisir l’absence' }).click();
    await desk.waitForURL(/ok=saisi/);

    await page.reload();
    expect(
      await page
        .getByRole('listitem')
        .filter({ has: rowOf(page, known) })
        .innerText(),
    ).toContain('Absence connue de la vie scolaire');
    expect(await chosen(page, known)).toBe('absent');
  });

  it('shows both versions to the second of two people, and loses nothing of what he said', async () => {
    const { page } = teacher;
    const { page: desk } = office;
    await desk.goto(lesson);
    await choose(page, absent, 'Absent');
    await choose(desk, late, 'Retard');
    await page.getByRole('button', { name: 'Valider l’appel' }).click();
    await page.waitForURL(/ok=valide/);

    await desk.getByRole('button', { name: 'Valider l’appel' }).click();
    await desk.getByRole('heading', { name: 'Les deux appels' }).waitFor();
    const lines = await desk.getByRole('table').getByRole('row').allInnerTexts();
    expect(lines.map((line) => line.split(/\s*\t\s*/)).slice(1)).toEqual(
      expect.arrayContaining([
        [absent, 'Absent', 'Présent'],
        [late, 'Présent', 'Retard, 5 min'],
      ]),
    );
    expect(lines).toHaveLength(3);
    expect(await desk.title()).toMatch(/^Erreur : /);
    expect(await chosen(desk, late)).toBe('late');
    expect(await chosen(desk, absent)).toBe('present');
    expect(await chosen(desk, known)).toBe('absent');
  });

  it('keeps both versions with their authors once the office has resolved it', async () => {
    const { page: desk } = office;
    await choose(desk, absent, 'Absent');
    await desk.getByRole('button', { name: 'Enregistrer la correction' }).click();
    await desk.waitForURL(/ok=valide/);
    expect(await desk.getByRole('status').first().innerText()).toContain('2 absents · 1 retard');
    const versions = await desk.getByRole('region', { name: 'Historique de cet appel' }).getByRole('listitem').allInnerTexts();
    expect(versions).toHaveLength(2);
    expect(versions.some((one) => /Marc THOUVENIN, vie scolaire \(vous\)[\s\S]*version 2/i.test(one))).toBe(true);
    expect(versions.some((one) => /Hélène HUMBERT, enseignant[\s\S]*version 1/i.test(one))).toBe(true);
  });

  it('tells the teacher that the office has taken the roll over', async () => {
    const { page } = teacher;
    await page.goto(lesson);
    expect(await page.getByRole('main').innerText()).toContain('La vie scolaire a repris cet appel.');
    expect(await page.getByRole('button', { name: /Valider|Enregistrer/ }).count()).toBe(0);
  });

  it('alerts the family of the absence found, never of the one that the office knew', async () => {
    await untilSent(api, about(absent), 1);
    expect(await sentSoFar(api, about(known))).toEqual([]);
  });

  it('keeps what could not be sent, and sends it when the connection is back', async () => {
    const { page: desk, context } = office;
    await desk.goto(lesson);
    await choose(desk, late, 'Dispensé');
    await context.setOffline(true);
    await desk.getByRole('button', { name: 'Enregistrer la correction' }).click();
    await desk.getByRole('alert').getByText('Ce que vous avez saisi est toujours ici').waitFor();
    expect(await chosen(desk, late)).toBe('exempt');
    expect(await chosen(desk, absent)).toBe('absent');
    await context.setOffline(false);
    await desk.waitForURL(/ok=valide/);
    expect(await desk.getByRole('region', { name: 'Historique de cet appel' }).getByRole('listitem').count()).toBe(3);
  });

  it('answers a teacher whose lesson it is not like any page that does not exist', async () => {
    const { page: desk } = office;
    await desk.goto(`${web}/vie-scolaire`);
    const theirs = await desk
      .getByRole('link', { name: /l’appel : 5C/ })
      .first()
      .getAttribute('href');
    const { page } = teacher;
    expect((await page.goto(`${web}${theirs}`))?.status()).toBe(404);
    await page.getByRole('heading', { level: 1, name: 'Page introuvable' }).waitFor();
    expect(await page.getByRole('main').innerText()).toMatch(/Revenir à l’accueil/);
    const refused = await page.getByRole('main').innerText();
    await page.goto(`${web}/appel/les_inconnu-20200101`);
    expect(await page.getByRole('main').innerText()).toBe(refused);
  });
});
