import { appendFileSync } from 'node:fs';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { inject } from 'vitest';

export interface Surface {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  readonly javaScript: boolean;
  readonly savesData?: boolean;
}

export const PHONE_WITHOUT_SCRIPTS: Surface = { name: 'téléphone sans JavaScript', width: 390, height: 844, javaScript: false };
export const PHONE: Surface = { name: 'téléphone', width: 390, height: 844, javaScript: true };
export const DESKTOP: Surface = { name: 'ordinateur', width: 1280, height: 800, javaScript: true };
export const PHONE_SAVING_DATA: Surface = { ...PHONE, name: 'téléphone qui économise ses données', savesData: true };

export type Guichet = 'ÉduConnect' | 'Agents de l’Éducation nationale' | 'Enseignement agricole';

export const FAMILIES: Guichet = 'ÉduConnect';
export const AGENTS: Guichet = 'Agents de l’Éducation nationale';

/** The operator's own account. */
export const OPERATOR = { login: 'operateur', password: 'preau-demonstration' } as const;

export interface Visitor {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly close: () => Promise<void>;
}

/** A person in front of a screen, in French, with nothing left from anybody before; every address asked for is noted down. */
export const aVisitor = async (browser: Browser, surface: Surface): Promise<Visitor> => {
  const context = await browser.newContext({
    viewport: { width: surface.width, height: surface.height },
    javaScriptEnabled: surface.javaScript,
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
    ...(surface.savesData === true ? { extraHTTPHeaders: { 'save-data': 'on' } } : {}),
  });
  const addresses = inject('addressLog');
  context.on('request', (request) => {
    if (request.url().startsWith('http')) appendFileSync(addresses, `${request.url()}\n`);
  });
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
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
export const signInLocally = async (page: Page, web: string): Promise<void> => {
  await page.goto(`${web}/connexion`);
  await page.getByRole('link', { name: 'Compte local' }).click();
  await page.getByLabel('Identifiant').fill(OPERATOR.login);
  await page.getByLabel('Mot de passe').fill(OPERATOR.password);
  await page.getByRole('button', { name: 'Se connecter' }).click();
  await page.waitForURL(`${web}/accueil`);
};

type Cookies = Awaited<ReturnType<BrowserContext['cookies']>>;

/** The session of each person: it opens other windows of theirs until they sign out everywhere. */
const signedIn = new Map<string, Cookies>();

/** Lands on one's own home, by the session of an earlier window or by a guichet. */
export const enterAs = async ({ page, context }: Visitor, guichet: Guichet, label: string): Promise<void> => {
  const web = inject('web');
  const who = `${guichet} ${label}`;
  const earlier = signedIn.get(who);
  if (earlier !== undefined) {
    await context.addCookies(earlier);
    await page.goto(`${web}/accueil`);
    if (new URL(page.url()).pathname === '/accueil') return;
    await context.clearCookies();
  }
  await signInAs(page, web, guichet, label);
  const cookies = await context.cookies();
  signedIn.set(
    who,
    cookies.filter(({ name }) => name.startsWith('preau-')),
  );
};

/** Somebody comes, does something, and leaves. */
export const as = async (
  browser: Browser,
  surface: Surface,
  guichet: Guichet,
  label: string,
  what: (page: Page) => Promise<void>,
): Promise<void> => {
  const visitor = await aVisitor(browser, surface);
  try {
    await enterAs(visitor, guichet, label);
    await what(visitor.page);
  } finally {
    await visitor.close();
  }
};
