import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launchBrowser } from './browser.ts';
import { AGENTS, as, aVisitor, comeBackAs, FAMILIES, PHONE, PHONE_SAVING_DATA, signInAs } from './visitor.ts';
import { MOST_SCRIPT_BYTES, weigh, type Weight } from './weight.ts';

const web = inject('web');

const MOST_REQUESTS = 15;
const FAMILY_PATHS = ['/accueil', '/emploi-du-temps', '/absences', '/preferences'];

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const visit = async (page: Page, path: string): Promise<Weight> =>
  weigh(page, async () => {
    await page.goto(`${web}${path}`, { waitUntil: 'networkidle' });
  });

describe('with a browser that saves data', () => {
  it('calls the roll without a byte of script', async () => {
    await as(browser, PHONE_SAVING_DATA, AGENTS, 'Marc Thouvenin', async (page) => {
      // A browser says that it saves data with each request; the one of the tests forgets it where it is redirected.
      await page.goto(`${web}/accueil`, { waitUntil: 'networkidle' });
      const before = await weigh(page, async () => {
        await page.goto(`${web}/vie-scolaire`);
        await page
          .getByRole('link', { name: /l’appel : 3A/ })
          .first()
          .click();
        await page.getByRole('radiogroup', { name: 'DA SILVA Tiago' }).getByRole('radio', { name: 'Absent' }).check();
      });
      await page.getByRole('button', { name: /Valider l’appel|Enregistrer la correction/ }).click();
      await page.waitForURL(/ok=valide/, { waitUntil: 'networkidle' });
      const after = await visit(page, new URL(page.url()).pathname);
      expect([before.scripts, after.scripts]).toEqual([0, 0]);
      expect(await page.getByRole('button', { name: 'Quitter le mode léger' }).count()).toBe(1);
    });
  });
});

describe('in the light mode', () => {
  it('justifies an absence without a byte of script', async () => {
    const { page, close } = await aVisitor(browser, PHONE);
    await comeBackAs(page, web, FAMILIES, 'Mariana Da Silva');
    await page.getByRole('radio', { name: /Collège/ }).check();
    await page.getByRole('button', { name: 'Entrer' }).click();
    await page.waitForURL(`${web}/accueil`);
    await page.getByRole('button', { name: 'Passer en mode léger' }).click();
    await page.getByRole('button', { name: 'Quitter le mode léger' }).waitFor();
    const weight = await weigh(page, async () => {
      // The roll has just been called: what it means for the family follows within seconds.
      for (let wait = 0; wait < 40; wait += 1) {
        await page.goto(`${web}/accueil`);
        if ((await page.getByRole('link', { name: /^Justifier : Tiago/ }).count()) > 0) break;
        await page.waitForTimeout(250);
      }
      await page.getByRole('link', { name: /^Justifier : Tiago/ }).click();
      await page.getByRole('radio', { name: 'Maladie', exact: true }).check();
      await page.getByLabel(/Précision/).fill('Il a de la fièvre.');
      await page.getByRole('button', { name: 'Envoyer la justification' }).click();
      await page.waitForURL(/ok=justifie/);
    });
    expect(weight.scripts).toBe(0);
    expect(await page.getByRole('status').first().innerText()).toContain('Justification envoyée');
    await page.getByRole('button', { name: 'Quitter le mode léger' }).click();
    await page.getByRole('button', { name: 'Passer en mode léger' }).waitFor();
    await close();
  });
});

describe('the pages of families', () => {
  it('stay light, and each costs one request of the origin', async () => {
    const weights: Record<string, Weight> = {};
    const { page, close } = await aVisitor(browser, PHONE);
    await signInAs(page, web, FAMILIES, 'Karim Haddad');
    const kept = await page.context().storageState();
    await close();
    for (const path of FAMILY_PATHS) {
      // Each with an empty cache, as on a first visit.
      const context = await browser.newContext({
        storageState: kept,
        locale: 'fr-FR',
        viewport: { width: PHONE.width, height: PHONE.height },
      });
      weights[path] = await visit(await context.newPage(), path);
      await context.close();
    }
    for (const [path, weight] of Object.entries(weights)) {
      if (path === '/accueil') expect(weight.scripts, path).toBe(0);
      else expect(weight.scripts, path).toBeGreaterThan(0);
      expect(weight.scripts, path).toBeLessThanOrEqual(MOST_SCRIPT_BYTES);
      expect(weight.requests, path).toBeLessThanOrEqual(MOST_REQUESTS);
      expect(weight.toOrigin, path).toBe(1);
      expect(weight.elsewhere, path).toEqual([]);
    }
  });
});
