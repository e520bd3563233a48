import type { Browser, BrowserContext, Page } from 'playwright-core';

export interface Surface {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  readonly javaScript: boolean;
}

export const PHONE_WITHOUT_SCRIPTS: Surface = { name: 'téléphone sans JavaScript', width: 390, height: 844, javaScript: false };
export const PHONE: Surface = { name: 'téléphone', width: 390, height: 844, javaScript: true };
export const DESKTOP: Surface = { name: 'ordinateur', width: 1280, height: 800, javaScript: true };

export type Guichet = 'ÉduConnect' | 'Agents de l’Éducation nationale' | 'Enseignement agricole';

export interface Visitor {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly close: () => Promise<void>;
}

/** A person in front of a screen, in French, with nothing left from anybody before. */
export const aVisitor = async (browser: Browser, surface: Surface): Promise<Visitor> => {
  const context = await browser.newContext({
    viewport: { width: surface.width, height: surface.height },
    javaScriptEnabled: surface.javaScript,
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
  });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  return { page, context, close: () => context.close() };
};

const leaveGuichet = async (page: Page): Promise<void> => {
  // Where scripts are off, a guichet's answer waits for a button.
  const onwards = page.getByRole('button', { name: 'Continuer vers Préau' });
  await page.waitForURL((url) => !url.pathname.endsWith('/sso') || url.search === '');
  if (page.url().includes('/sso')) await onwards.click();
};

/** Leaves for a guichet and comes back as somebody of the demonstration, wherever that leads. */
export const comeBackAs = async (page: Page, web: string, guichet: Guichet, label: string): Promise<void> => {
  await page.goto(`${web}/connexion`);
  await page.getByRole('link', { name: guichet }).click();
  await page.getByRole('button', { name: label }).click();
  await leaveGuichet(page);
  await page.waitForURL((url) => url.origin === web);
};

/** Signs in and lands on one's own home. */
export const signInAs = async (page: Page, web: string, guichet: Guichet, label: string): Promise<void> => {
  await comeBackAs(page, web, guichet, label);
  await page.waitForURL(`${web}/accueil`);
};

/** Signs in with the operator's local account. */
export const signInLocally = async (page: Page, web: string, login: string, password: string): Promise<void> => {
  await page.goto(`${web}/connexion`);
  await page.getByRole('link', { name: 'Compte local' }).click();
  await page.getByLabel('Identifiant').fill(login);
  await page.getByLabel('Mot de passe').fill(password);
  await page.getByRole('button', { name: 'Se connecter' }).click();
  await page.waitForURL(`${web}/accueil`);
};
