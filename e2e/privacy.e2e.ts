import { existsSync, readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { mailOfRole, ROLES } from '../scripts/demo/case-staff.ts';
import { caseGuardians, casePupils } from '../scripts/demo/cases.ts';
import { localAccounts, personas } from '../scripts/demo/personas.ts';
import { launchBrowser } from './browser.ts';
import { AGENTS, as, DESKTOP, FAMILIES, PHONE_WITHOUT_SCRIPTS } from './visitor.ts';

const web = inject('web');

const CANARY = 'CANARI-7f3a';

/** « Absent » is a last name of the demonstration, and a word of the house. */
const WORDS = new Set(['absent']);

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/\p{Mark}/gu, '')
    .toLowerCase();

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

/** Everything by which somebody of the demonstration is known. */
const traces = (): readonly string[] => {
  const people = [...personas(), ...localAccounts(), ...caseGuardians, ...casePupils('2026-11-22'), ...Object.values(ROLES)];
  const names = people.flatMap(({ firstName, lastName }) => [firstName, lastName]);
  const contacts = [
    ...caseGuardians.flatMap(({ mail, mobile }) => [mail, mobile, mobile?.replaceAll(' ', '')]),
    ...Object.values(ROLES).map(mailOfRole),
  ];
  const found = [...names, ...contacts, CANARY].flatMap((one) => (one === undefined ? [] : [plain(one)]));
  return [...new Set(found)].filter((one) => !WORDS.has(one));
};

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`);

/** The lines that tell of somebody: names as whole words, for an identifier may spell one. */
const tellingLines = (file: string): readonly string[] => {
  const anyTrace = new RegExp(`(?<![\\p{L}\\p{N}])(?:${traces().map(escaped).join('|')})(?![\\p{L}\\p{N}])`, 'u');
  // A log that nothing was said in is not there yet.
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => [line, decoded(line)].some((text) => anyTrace.test(plain(text))));
};

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

describe('after all these journeys', () => {
  it('somebody writes what nobody else should read', async () => {
    await as(browser, PHONE_WITHOUT_SCRIPTS, FAMILIES, 'Camille Keller', async (page) => {
      await page
        .getByRole('link', { name: /^Justifier : Tom/ })
        .first()
        .click();
      const comment = page.getByLabel(/Précision/);
      await comment.fill(CANARY);
      await page.getByRole('button', { name: 'Envoyer la justification' }).click();
      await page.getByRole('main').getByRole('alert').waitFor();
      expect(await comment.inputValue()).toBe(CANARY);
      await page.getByRole('radio', { name: 'Maladie', exact: true }).check();
      await page.getByRole('button', { name: 'Envoyer la justification' }).click();
      await page.waitForURL(/ok=justifie/);
    });
    await as(browser, DESKTOP, AGENTS, 'Marc Thouvenin', async (page) => {
      await page.goto(`${web}/vie-scolaire/absences`);
      await page.locator('summary').filter({ hasText: 'Refuser…' }).first().click();
      await page.getByLabel('Ou votre propre phrase').first().fill(CANARY);
      await page
        .getByRole('button', { name: /^Refuser la justification/ })
        .first()
        .click();
      await page.waitForURL(/ok=refuse/);
    });
  });

  it.each(['functionLog', 'webLog', 'addressLog'] as const)('the %s tells of nobody', (log) => {
    expect(tellingLines(inject(log))).toEqual([]);
  });

  it('would see somebody in a log', () => {
    expect(readFileSync(inject('addressLog'), 'utf8').split('\n').length).toBeGreaterThan(20);
    expect(traces()).toEqual(expect.arrayContaining(['keller', 'lea', 'camille.keller@famille.example', '+33639989901', plain(CANARY)]));
  });
});
