import { launchBrowser } from './browser.ts';
import type { Page } from 'playwright-core';
const web = 'http://127.0.0.1:3410'.replace('127.0.0.1', process.env['H'] ?? 'localhost');
const shots: [string, string, string, number, (p: Page) => Promise<void>][] = JSON.parse('[]');
const go = (path: string) => async (p: Page) => { await p.goto(web + path, { waitUntil: 'networkidle' }); };
shots.push(['ÉduConnect', 'Léa Keller', 'lea', 390, go('/devoirs')]);
shots.push(['ÉduConnect', 'Camille Keller', 'camille', 390, go('/devoirs')]);
shots.push(['ÉduConnect', 'Camille Keller', 'camille-wide', 1280, go('/devoirs')]);
shots.push(['Agents de l’Éducation nationale', 'Anne-Sophie Schmitt', 'schmitt', 1280, go('/devoirs')]);
shots.push(['Agents de l’Éducation nationale', 'Anne-Sophie Schmitt', 'schmitt-new', 390, go('/devoirs/nouveau')]);
shots.push(['Agents de l’Éducation nationale', 'Anne-Sophie Schmitt', 'schmitt-compose', 1280, async (p) => { await go('/devoirs/nouveau')(p); await p.locator('main ul a').first().click(); await p.waitForLoadState('networkidle'); }]);
shots.push(['Agents de l’Éducation nationale', 'Anne-Sophie Schmitt', 'schmitt-compose-phone', 390, async (p) => { await go('/devoirs/nouveau')(p); await p.locator('main ul a').first().click(); await p.waitForLoadState('networkidle'); }]);
shots.push(['Agents de l’Éducation nationale', 'Isabelle Marchal', 'head', 1280, async (p) => { await go('/devoirs')(p); await p.getByRole('link', { name: '4B' }).click(); await p.waitForLoadState('networkidle'); }]);
const only = process.argv.slice(2);
const browser = await launchBrowser();
for (const [guichet, who, name, width, then] of shots.filter((s) => only.length === 0 || only.includes(s[2]))) {
  const context = await browser.newContext({ viewport: { width, height: 900 }, locale: 'fr-FR', timezoneId: 'Europe/Paris' });
  const page = await context.newPage();
  page.setDefaultTimeout(15000);
  try {
    await page.goto(`${web}/connexion`);
    await page.getByRole('link', { name: guichet }).click();
    await page.getByRole('button', { name: who }).click();
    await page.waitForURL((url) => url.pathname !== '/sso' && url.origin === web);
    await page.waitForLoadState('networkidle');
    await then(page);
    await page.screenshot({ path: `/tmp/hw-shots/${name}.png`, fullPage: true });
    console.log(name, page.url());
  } catch (e) { console.log(name, 'FAILED', page.url(), String(e).slice(0, 300)); await page.screenshot({ path: `/tmp/hw-shots/${name}-failed.png` }); }
  await context.close();
}
await browser.close();
