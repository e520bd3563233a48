import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { axeViolations } from './axe.ts';
import { launchBrowser } from './browser.ts';
import { clippedBySpacing, faultsOfLargeText, focused, overflow, smallTargets, tabThrough } from './in-page.ts';
import { followed, TOURS, type Tour } from './pages.ts';
import { as, aVisitor, DESKTOP, PHONE_WITHOUT_SCRIPTS, enterAs, signInLocally, type Visitor } from './visitor.ts';

const web = inject('web');

const WIDE = { width: 1280, height: 800 };
const PHONE_SIZE = { width: 390, height: 844 };
const NARROWEST = { width: 320, height: 640 };

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const enter = async ({ who, guichet }: Tour): Promise<Visitor> => {
  const visitor = await aVisitor(browser, DESKTOP);
  if (guichet !== undefined) await enterAs(visitor, guichet, who);
  if (who === 'Operator') await signInLocally(visitor.page, web);
  return visitor;
};

/** Everything wrong with the page as it stands, wide and in light colours, then narrow and in dark ones. */
const faultsOf = async (page: Page): Promise<readonly string[]> => {
  await page.setViewportSize(WIDE);
  await page.emulateMedia({ colorScheme: 'light' });
  const wide = await axeViolations(page);
  await page.setViewportSize(PHONE_SIZE);
  await page.emulateMedia({ colorScheme: 'dark' });
  const narrow = await axeViolations(page);
  const [small, clipped] = [await smallTargets(page), await clippedBySpacing(page)];
  const tabbed = await tabThrough(page);
  await page.setViewportSize(NARROWEST);
  const beyond = await overflow(page);
  const headings = await page.getByRole('heading', { level: 1 }).count();
  return [
    ...wide,
    ...narrow,
    ...small,
    ...clipped,
    ...tabbed,
    ...(beyond > 0 ? [`runs ${beyond} px over the side of a 320 px screen`] : []),
    ...(headings === 1 ? [] : [`${headings} main headings`]),
  ];
};

describe.concurrent.each(TOURS)('the pages of $who', (tour) => {
  it('can be used by everybody', async ({ expect }) => {
    const { page, close } = await enter(tour);
    const policyBreaches: string[] = [];
    page.on('console', (message) => {
      if (message.text().includes('Content Security Policy')) policyBreaches.push(`${page.url()} ${message.text()}`);
    });
    const faults: Record<string, readonly string[]> = {};
    const titles = new Map<string, string>();
    const note = async (where: string): Promise<void> => {
      const title = await page.title();
      const path = new URL(page.url()).pathname;
      const namesake = titles.get(title);
      const found = [
        ...(/.+ · Préau$/.test(title) ? [] : [`no title: “${title}”`]),
        ...(namesake === undefined || namesake === path || title.startsWith('Page introuvable')
          ? []
          : [`the title of ${namesake}: ${title}`]),
        ...(await faultsOf(page)),
      ];
      titles.set(title, path);
      if (found.length > 0) faults[where] = found;
    };

    const linked: string[] = [];
    for (const [from, ...ways] of tour.links) linked.push(await followed(page, web, from, ways));
    for (const path of [...tour.paths, ...linked]) {
      await page.goto(`${web}${path}`);
      await note(path);
    }
    for (const { from, href, ways = href === undefined ? [] : [href], buttons } of tour.faulty) {
      await page.setViewportSize(WIDE);
      await page.goto(`${web}${await followed(page, web, from, ways)}`);
      for (const button of buttons) await page.locator('main').locator('button, summary').filter({ hasText: button }).first().click();
      await page.getByRole('main').getByRole('alert').first().waitFor();
      await expect.poll(() => focused(page), { message: from }).toBe('alert');
      expect(await page.title()).toMatch(/^Erreur : /);
      await note(`${from} refused`);
    }
    await close();
    expect(faults).toEqual({});
    expect(policyBreaches).toEqual([]);
  });
});

it.each([PHONE_WITHOUT_SCRIPTS, DESKTOP])('tells in the tab which of the forms of a page is refused, on $name', async (surface) => {
  await as(browser, surface, 'Enseignement agricole', 'Bruno Claudel', async (page) => {
    await page.goto(`${web}/vie-scolaire/envois`);
    expect(await page.title()).toBe('Envois d’alertes · Préau');
    await page.getByRole('button', { name: 'Suspendre les alertes' }).click();
    await page.getByRole('main').getByRole('alert').getByText('Rien n’a changé').waitFor();
    expect(await page.title()).toBe('Erreur : Envois d’alertes · Préau');
    await page.getByLabel('Délai avant l’envoi, en secondes').fill('beaucoup');
    await page.getByRole('button', { name: 'Enregistrer les réglages' }).click();
    await page.getByRole('main').getByRole('alert').getByText('Les réglages ne sont pas enregistrés').waitFor();
    expect(await page.title()).toBe('Erreur : Envois d’alertes · Préau');
  });
});

it.each(TOURS.filter(({ who }) => who === 'Camille Keller' || who === 'Anne-Sophie Schmitt'))(
  'is whole on the phone of $who with a text twice as large',
  async (tour) => {
    const { page, close } = await enter(tour);
    await page.setViewportSize(PHONE_SIZE);
    const faults: Record<string, readonly string[]> = {};
    for (const path of tour.paths) {
      await page.goto(`${web}${path}`);
      const found = await faultsOfLargeText(page);
      if (found.length > 0) faults[path] = found;
    }
    await close();
    expect(faults).toEqual({});
  },
);

it('lets the keyboard skip to the content', async () => {
  const { page, close } = await aVisitor(browser, DESKTOP);
  await page.goto(`${web}/connexion`);
  await page.keyboard.press('Tab');
  expect(await page.getByRole('link', { name: 'Aller au contenu' }).isVisible()).toBe(true);
  await page.keyboard.press('Enter');
  expect(await focused(page)).toBe('contenu');
  await page.keyboard.press('Tab');
  expect(await page.locator('main a:focus').count()).toBe(1);
  await close();
});
