import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../e2e/browser.ts';
import { cookieName } from '../web/lib/cookies.ts';
import type { Line, Metric } from './report.ts';
import { startMeasured, type MeasuredSystem } from './running-system.ts';
import { PARENT, sessionCookies, TEACHER } from './sign-in.ts';

interface Seen {
  readonly requests: number;
  readonly origin: number;
  readonly bytes: number;
  readonly scripts: number;
}

/** What does not come from the build: the document, its data, whatever asks the server to think. */
const isAsset = (url: string): boolean => /\/_next\/static\/|\/icon|\.(?:svg|woff2|ico|png)$/.test(new URL(url).pathname);

const SETTLED_MS = 1500;

/** One cold view of the page, as the browser counts it: all bytes with their headers; of scripts, the compressed text alone. */
const view = async (page: Page, url: string, then: () => Promise<unknown> = async () => undefined): Promise<Seen> => {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.clearBrowserCache');
  const kinds = new Map<string, { readonly url: string; readonly type: string }>();
  const sizes = new Map<string, number>();
  const bodies = new Map<string, number>();
  session.on('Network.requestWillBeSent', ({ requestId, request, type }) => {
    if (!request.url.startsWith('data:')) kinds.set(requestId, { url: request.url, type: type ?? '' });
  });
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => sizes.set(requestId, encodedDataLength));
  session.on('Network.dataReceived', ({ requestId, encodedDataLength }) =>
    bodies.set(requestId, (bodies.get(requestId) ?? 0) + encodedDataLength),
  );
  await page.goto(url, { waitUntil: 'load' });
  if (new URL(page.url()).pathname !== new URL(url).pathname) throw new Error(`${url} led to ${page.url()}`);
  await then();
  await page.waitForTimeout(SETTLED_MS);
  const seen = [...kinds].map(([id, kind]) => ({ ...kind, bytes: sizes.get(id) ?? 0, body: bodies.get(id) ?? 0 }));
  const sum = (values: readonly number[]): number => values.reduce((total, one) => total + one, 0);
  return {
    requests: seen.length,
    origin: seen.filter((one) => !isAsset(one.url)).length,
    bytes: sum(seen.map((one) => one.bytes)),
    scripts: sum(seen.filter((one) => one.type === 'Script').map((one) => one.body)),
  };
};

const PHONE = { width: 390, height: 844 };
const KB = 1000;
const LIMITS = { requests: 15, origin: 1, totalKb: 200, scriptsKb: 142, editorKb: 320, marksKb: 145 };

const linesOf = (journey: string, seen: Seen, scriptsKb: number): readonly Line[] => {
  const line = (metric: Metric, value: number, unit: string, budget: number, name = journey): Line => ({
    journey: name,
    metric,
    value,
    unit,
    budget,
    kind: 'measured',
  });
  return [
    line('bytes_js', seen.scripts / KB, 'KB', scriptsKb),
    line('bytes_total', seen.bytes / KB, 'KB', LIMITS.totalKb),
    line('requests', seen.requests, 'requests', LIMITS.requests),
    line('requests', seen.origin, 'requests', LIMITS.origin, `${journey}.origin`),
  ];
};

const scriptsLine = (journey: string, { scripts }: Seen, budget: number): Line => ({
  journey,
  metric: 'bytes_js',
  value: scripts / KB,
  unit: 'KB',
  budget,
  kind: 'measured',
});

/** The first address of a page that begins like this. */
const linkFrom = async (page: Page, from: string, beginning: string): Promise<string> => {
  await page.goto(from);
  const address = await page.getByRole('main').locator(`a[href^="${beginning}"]`).first().getAttribute('href');
  if (address === null) throw new Error(`No link of ${from} begins with ${beginning}`);
  return new URL(address, from).href;
};

/** A teacher's two heaviest pages: the statement of a piece of work with its editor opened, which only who wants it downloads, and the grid of marks. */
const measureTeacher = async (browser: Browser, system: MeasuredSystem): Promise<readonly Line[]> => {
  const url = system.webOrigin;
  const context = await browser.newContext({ locale: 'fr-FR', timezoneId: 'Europe/Paris' });
  await context.addCookies((await sessionCookies(system, TEACHER)).map((cookie) => ({ ...cookie, url })));
  const page = await context.newPage();
  const statement = await linkFrom(page, `${url}/devoirs/nouveau`, '/devoirs/nouveau?');
  const editor = await view(page, statement, () => page.getByRole('button', { name: /Mettre en forme/ }).click());
  const grid = await view(page, await linkFrom(page, `${url}/notes`, '/notes/svc_'));
  await context.close();
  return [scriptsLine('web.homework.editor', editor, LIMITS.editorKb), scriptsLine('web.marks', grid, LIMITS.marksKb)];
};

const measureWeb = async (browser: Browser, system: MeasuredSystem): Promise<readonly Line[]> => {
  const url = system.webOrigin;
  const context = await browser.newContext({ viewport: PHONE, locale: 'fr-FR', timezoneId: 'Europe/Paris' });
  await context.addCookies((await sessionCookies(system, PARENT)).map((cookie) => ({ ...cookie, url })));
  const page = await context.newPage();
  const full = await view(page, `${url}/accueil`);
  const homework = await view(page, `${url}/devoirs`);
  const results = await view(page, `${url}/resultats`);
  await context.addCookies([{ name: cookieName('light', false), value: '1', url }]);
  const light = await view(page, `${url}/accueil`);
  const lightHomework = await view(page, `${url}/devoirs`);
  await context.close();
  return [
    ...linesOf('web.home.parent', full, LIMITS.scriptsKb),
    ...linesOf('web.homework', homework, LIMITS.scriptsKb),
    ...linesOf('web.results', results, 0),
    ...linesOf('web.light', light, 0),
    ...linesOf('web.homework.light', lightHomework, 0),
    ...(await measureTeacher(browser, system)),
  ];
};

/** What a phone downloads for the parent's home, first view, with scripts and in the light mode. */
export const web = async (): Promise<readonly Line[]> => {
  const system = await startMeasured('web');
  const browser = await launchBrowser();
  try {
    return await measureWeb(browser, system);
  } finally {
    await browser.close();
    await system.stop();
  }
};
