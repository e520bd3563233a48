import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { addDays, localDateOf } from '@preau/shared/kernel/school-time.ts';
import { axeViolations } from './axe.ts';
import { launchBrowser } from './browser.ts';
import { AGENTS, as, aVisitor, DESKTOP, FAMILIES, PHONE, PHONE_WITHOUT_SCRIPTS, enterAs, type Visitor } from './visitor.ts';

const web = inject('web');
const HEAD = 'Isabelle Marchal';
const SETTINGS = `${web}/etablissement/reglages`;
const TODAY = localDateOf(new Date().toISOString());

let browser: Browser;
let head: Visitor;
beforeAll(async () => {
  browser = await launchBrowser();
  head = await aVisitor(browser, PHONE_WITHOUT_SCRIPTS);
  await enterAs(head, AGENTS, HEAD);
});
afterAll(() => browser.close());

const textOf = (page: Page): Promise<string> => page.getByRole('main').innerText();
const limit = (page: Page) => page.getByLabel('Travail d’une classe pour un même jour, en minutes');
const save = (page: Page): Promise<void> => page.getByRole('button', { name: 'Enregistrer les réglages' }).click();

describe('the settings of a school, without a script', () => {
  it('are changed by the head, told in the log, and read by families', async () => {
    const { page } = head;
    await page.getByRole('link', { name: /^Réglages/ }).click();
    await limit(page).fill('75');
    await page.getByLabel('Fermeture 1 : premier jour').fill('2027-06-18');
    await page.getByLabel('Dernier jour').first().fill('2027-06-18');
    await save(page);
    await page.waitForURL(/ok=enregistre/);
    expect(await page.getByRole('region', { name: 'Qui a changé quoi' }).innerText()).toMatch(
      /Isabelle MARCHAL[\s\S]*Fermetures : vendredi 18 juin \(avant : aucune\)[\s\S]*Travail d’un jour : 1\sh\s15 \(avant : 1\sh\s30\)/,
    );
    await as(browser, PHONE, FAMILIES, 'Camille Keller', async (family) => {
      await family.getByRole('link', { name: 'Règles de publication' }).click();
      await family.getByRole('heading', { name: 'Règles de publication', level: 1 }).waitFor();
      const rules = await textOf(family);
      expect(rules).toMatch(/arrivent du lundi au vendredi, de 7\sh à 20\sh/);
      expect(rules).toMatch(/Le vendredi 18 juin/);
      expect(rules).toMatch(/Au-delà de 1\sh\s15/);
      expect(await axeViolations(family)).toEqual([]);
    });
  });

  it('come back with the fault when they cannot be kept', async () => {
    const { page } = head;
    await page.goto(SETTINGS);
    await page.getByLabel('Dernière heure').fill('07:30');
    await page.getByLabel('Mercredi').uncheck();
    await save(page);
    await page.getByRole('alert').waitFor();
    expect(await textOf(page)).toContain('La fenêtre de publication doit durer au moins une heure.');
    expect([await page.getByLabel('Dernière heure').inputValue(), await page.getByLabel('Mercredi').isChecked()]).toEqual(['07:30', false]);
  });

  it('are not changed over a change that was not read', async () => {
    const { page } = head;
    await page.goto(SETTINGS);
    await limit(page).fill('60');
    await as(browser, DESKTOP, AGENTS, HEAD, async (other) => {
      await other.goto(SETTINGS);
      await limit(other).fill('80');
      await save(other);
      await other.waitForURL(/ok=enregistre/);
    });
    await save(page);
    await page.getByRole('alert').waitFor();
    expect(await textOf(page)).toContain('Les réglages ont été changés pendant que vous les modifiiez.');
    expect(await page.getByRole('region', { name: 'Qui a changé quoi' }).innerText()).toMatch(/1\sh\s20/);
    await limit(page).fill('90');
    await page.getByLabel('Fermeture 1 : premier jour').fill('');
    await page.getByLabel('Dernier jour').first().fill('');
    await save(page);
    await page.waitForURL(/ok=enregistre/);
  });

  it('are not found by a teacher', async () => {
    await as(browser, PHONE, AGENTS, 'Anne-Sophie Schmitt', async (page) => {
      await page.goto(SETTINGS);
      expect(await textOf(page)).toContain('Cette page n’existe pas ou ne vous est pas ouverte.');
      await page.goto(`${web}/regles-de-publication`);
      expect(await textOf(page)).toMatch(/du lundi au vendredi/);
    });
  });
});

describe('the rules of marks, without a script', () => {
  const saveRules = (page: Page): Promise<void> => page.getByRole('button', { name: 'Enregistrer les règles' }).click();

  it('are changed by the head, and read by families with their averages', async () => {
    const { page } = head;
    await page.goto(`${web}/accueil`);
    await page.getByRole('link', { name: /^Règles des notes/ }).click();
    await page.getByLabel('Heure 1').fill('23:30');
    await page.getByLabel('Arrondi des moyennes').selectOption('Au demi-point supérieur');
    await saveRules(page);
    await page.getByRole('alert').waitFor();
    expect(await textOf(page)).toContain('Une heure choisie est en dehors de la fenêtre de publication');
    await page.getByLabel('Heure 1').fill('14:00');
    await page.getByRole('radio', { name: /^Montré à l’élève/ }).check();
    await saveRules(page);
    await page.waitForURL(/ok=enregistre/);
    await as(browser, PHONE, FAMILIES, 'Camille Keller', async (family) => {
      const rule = async (): Promise<string> => {
        await family.goto(`${web}/resultats`);
        return textOf(family);
      };
      // What the school decided is believed for half a minute.
      await expect.poll(rule, { timeout: 60_000, interval: 5000 }).toMatch(/Rang : \d+(?:er|e) sur \d+[\s\S]*au demi-point supérieur/u);
    });
    await page.getByLabel('Arrondi des moyennes').selectOption('Au dixième le plus proche');
    await page.getByRole('radio', { name: 'Caché', exact: true }).check();
    await saveRules(page);
    await page.waitForURL(/ok=enregistre/);
  });

  it('are not found by a teacher', async () => {
    await as(browser, PHONE, AGENTS, 'Anne-Sophie Schmitt', async (page) => {
      await page.goto(`${web}/etablissement/notes`);
      expect(await textOf(page)).toContain('Cette page n’existe pas ou ne vous est pas ouverte.');
    });
  });
});

describe('an access given for a time, without a script', () => {
  it('is asked again when the address is unknown, then given, used and ended', async () => {
    const { page } = head;
    await page.goto(`${web}/etablissement/acces`);
    expect(await textOf(page)).toMatch(/Maud Ferry · AESH[\s\S]*accompagne Léa KELLER/);
    await page.getByRole('link', { name: /^Un AESH accompagne un élève/ }).click();
    await page.getByRole('link', { name: '6A', exact: true }).click();
    await page.getByRole('link', { name: /Inès/ }).first().click();
    await page.getByLabel('Adresse académique de la personne').fill('personne@ac-demo.example');
    await page.getByLabel('Dernier jour').fill(addDays(TODAY, 30));
    await page.getByLabel('Pièce sur laquelle repose l’accès').fill('Contrat du 20 novembre');
    await page.getByRole('button', { name: 'Donner l’accès' }).click();
    await page.getByRole('alert').waitFor();
    expect(await textOf(page)).toContain('Aucun agent de l’académie n’a cette adresse.');
    await page.getByLabel('Adresse académique de la personne').fill('philippe.lambert@ac-demo.example');
    await page.getByRole('button', { name: 'Donner l’accès' }).click();
    await page.waitForURL(/ok=donne/);

    await as(browser, PHONE, AGENTS, 'Philippe Lambert', async (agent) => {
      expect(await textOf(agent)).toMatch(/Vous accompagnez Inès [\s\S]*6A/);
      await agent.getByRole('link', { name: /^Emploi du temps : Inès/ }).click();
      await agent.getByRole('heading', { name: 'Emploi du temps', level: 1 }).waitFor();
      const address = agent.url();
      await page
        .getByText(/^Mettre fin à cet accès…/)
        .filter({ hasText: 'Philippe Lambert, Inès' })
        .click();
      await page.locator('details[open]').getByLabel('Motif').fill('Fin du contrat');
      await page.locator('details[open]').getByRole('button', { name: 'Mettre fin maintenant' }).click();
      await page.waitForURL(/ok=termine/);
      expect(await page.getByRole('region', { name: 'Terminés' }).innerText()).toMatch(
        /Inès[\s\S]*Retiré par Isabelle MARCHAL[\s\S]*Fin du contrat/,
      );
      await agent.goto(address);
      expect(await textOf(agent)).toContain('Cette page n’existe pas ou ne vous est pas ouverte.');
    });
  });

  it('opens to a substitute the lessons of whom she replaces, and to nobody else than the head the page of accesses', async () => {
    await as(browser, PHONE, AGENTS, 'Nour Aubry', async (page) => {
      expect(await textOf(page)).toMatch(/Vous remplacez Hélène HUMBERT devant/);
      expect(await axeViolations(page)).toEqual([]);
      await page.goto(`${web}/etablissement/acces`);
      expect(await textOf(page)).toContain('Cette page n’existe pas ou ne vous est pas ouverte.');
    });
  });
});
