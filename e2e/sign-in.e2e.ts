import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launchBrowser } from './browser.ts';
import {
  AGENTS,
  aVisitor,
  comeBackAs,
  DESKTOP,
  FAMILIES,
  OPERATOR,
  PHONE_WITHOUT_SCRIPTS,
  signInAs,
  signInLocally,
  type Guichet,
  type Surface,
} from './visitor.ts';

const web = inject('web');
const AGRICULTURE: Guichet = 'Enseignement agricole';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const onceOn = async (surface: Surface, what: (page: Page) => Promise<void>): Promise<void> => {
  const visitor = await aVisitor(browser, surface);
  try {
    await what(visitor.page);
  } finally {
    await visitor.close();
  }
};

interface Door {
  readonly surface: Surface;
  readonly homes: readonly (readonly [guichet: Guichet, label: string, shows: string])[];
  readonly stopped: readonly (readonly [label: string, reason: string, next: RegExp])[];
}

const DOORS: readonly Door[] = [
  {
    surface: PHONE_WITHOUT_SCRIPTS,
    homes: [
      [FAMILIES, 'Camille Keller', 'Cours d’aujourd’hui'],
      [AGENTS, 'Hélène Humbert', 'Ma journée'],
      [AGRICULTURE, 'Bruno Claudel', 'Appels du jour'],
    ],
    stopped: [
      ['Paul Absent', 'compte-non-provisionne', /secrétariat/],
      ['Odile Perrin', 'simple-contact', /corriger la fiche/],
    ],
  },
  {
    surface: DESKTOP,
    homes: [
      [FAMILIES, 'Aminata Diallo', 'Mes cours d’aujourd’hui'],
      [AGENTS, 'Isabelle Marchal', 'Appels du jour'],
      [AGRICULTURE, 'Enzo Grosjean', 'Mes cours d’aujourd’hui'],
    ],
    stopped: [
      ['Éric Vautrin', 'compte-bloque', /direction de l’établissement/],
      ['Yann Perrin', 'simple-contact', /corriger la fiche/],
    ],
  },
];

describe.each(DOORS)('signing in on $surface.name', ({ surface, homes, stopped }) => {
  it.each(homes)('by %s leads %s home', async (guichet, label, shows) => {
    await onceOn(surface, async (page) => {
      await signInAs(page, web, guichet, label);
      await page.getByRole('heading', { level: 1, name: `Bonjour ${label.split(' ')[0]}` }).waitFor();
      await page.getByRole('heading', { level: 2, name: shows }).waitFor();
    });
  });

  it('asks a parent whom two schools know as which one to enter', async () => {
    await onceOn(surface, async (page) => {
      await comeBackAs(page, web, FAMILIES, 'Mariana Da Silva');
      await page.getByRole('heading', { level: 1, name: 'Choisir un profil' }).waitFor();
      expect(await page.getByRole('radio').count()).toBe(2);
      await page.getByRole('radio', { name: /agricole/ }).check();
      await page.getByRole('button', { name: 'Entrer' }).click();
      await page.waitForURL(`${web}/accueil`);
      const main = await page.getByRole('main').innerText();
      expect(main).toContain('Beatriz');
      expect(main).not.toContain('Tiago');
    });
  });

  it('tells whoever may not enter what to do, and shows nothing', async () => {
    await onceOn(surface, async (page) => {
      const failures: string[] = [];
      page.on('response', (response) => {
        if (response.status() >= 500) failures.push(`${response.status()} ${response.url()}`);
      });
      for (const [label, reason, next] of stopped) {
        await comeBackAs(page, web, FAMILIES, label);
        await page.waitForURL(`${web}/connexion/aide?motif=${reason}`);
        expect(await page.getByRole('main').innerText(), label).toMatch(next);
        await page.getByRole('link', { name: 'Recommencer la connexion' }).waitFor();
        await page.goto(`${web}/absences`);
        expect(page.url(), label).toBe(`${web}/connexion?motif=session`);
      }
      expect(failures).toEqual([]);
    });
  });

  it('refuses a wrong password kindly, and lets the operator in', async () => {
    await onceOn(surface, async (page) => {
      await page.goto(`${web}/connexion/locale`);
      await page.getByLabel('Identifiant').fill(OPERATOR.login);
      await page.getByLabel('Mot de passe').fill('pas-le-bon');
      await page.getByRole('button', { name: 'Se connecter' }).click();
      const fault = page.getByRole('main').getByRole('alert');
      await fault.waitFor();
      expect(await fault.innerText()).toContain('L’identifiant ou le mot de passe ne convient pas.');
      expect(await page.title()).toBe('Erreur : Compte local · Préau');
      expect(await page.getByLabel('Identifiant').inputValue()).toBe(OPERATOR.login);
      expect(await page.getByLabel('Mot de passe').inputValue()).toBe('');
      await signInLocally(page, web);
      await page.getByRole('heading', { level: 1, name: 'Bonjour Dominique' }).waitFor();
    });
  });

  it('ends the session at the door, and offers to end the guichet’s own', async () => {
    const visitor = await aVisitor(browser, surface);
    const { page, context } = visitor;
    await signInAs(page, web, FAMILIES, 'Nadia Benali');
    const kept = await context.cookies();
    await page.goto(`${web}/absences`);
    await page.goto(`${web}/deconnexion`);
    await page.getByLabel(/tous mes autres appareils/).check();
    await page.getByRole('button', { name: 'Se déconnecter' }).click();
    await page.getByRole('status').filter({ hasText: 'Vous êtes déconnecté de Préau.' }).waitFor();

    // Going back asks the server again: nothing of the last visit is left on a shared screen.
    await page.goBack();
    await page.goBack();
    await page.waitForURL(`${web}/connexion?motif=session`);
    expect(await page.locator('body').innerText()).not.toContain('Nadia');

    await page.goto(`${web}/deconnexion`);
    await page.getByRole('link', { name: 'Se déconnecter de ÉduConnect' }).click();
    await page.getByText('La session de ce guichet est terminée.').waitFor();
    await page.getByRole('link', { name: 'Revenir à Préau' }).click();
    await page.getByRole('heading', { level: 1, name: 'Se connecter' }).waitFor();

    await context.addCookies(kept);
    await page.goto(`${web}/absences`);
    expect(page.url()).toBe(`${web}/connexion?motif=session`);
    await visitor.close();
  });
});
