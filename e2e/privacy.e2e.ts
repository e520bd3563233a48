import { existsSync, readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { scratchFolder } from '../functions/testing/scratch-folder.ts';
import { mailOfRole, ROLES } from '../scripts/demo/case-staff.ts';
import { caseGuardians, casePupils } from '../scripts/demo/cases.ts';
import { localAccounts, personas } from '../scripts/demo/personas.ts';
import { writeDemo } from '../scripts/demo/write.ts';
import { launchBrowser } from './browser.ts';
import { sendDelivery } from './delivery.ts';
import { whileFailing } from './faults.ts';
import { AGENTS, as, aVisitor, comeBackAs, DESKTOP, FAMILIES, PHONE_WITHOUT_SCRIPTS, signInLocally } from './visitor.ts';

const web = inject('web');
const api = inject('api');

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

const NO_WRITE_OF_ATTENDANCE = ['PutItem', 'TransactWriteItems'].map(
  (operation) => ({ service: 'dynamodb', operation, resource: 'attendance', kind: 'error' }) as const,
);
const NO_ALERTS = { service: 'dynamodb', resource: 'alerts', kind: 'error' } as const;
const EVERY_MAIL_BOUNCES = { service: 'mail', resource: '@', kind: 'bounce' } as const;
const NO_DIRECTORY_TO_COMPARE = { service: 'dynamodb', operation: 'Scan', resource: 'directory', kind: 'error' } as const;

const functionsSaid = (): string => (existsSync(inject('functionLog')) ? readFileSync(inject('functionLog'), 'utf8') : '');

/** Waits until what is done here makes the functions say so: a log without such a line would prove nothing. */
const untilTheySay = async (message: string, what: () => Promise<void>): Promise<void> => {
  const before = functionsSaid().length;
  await what();
  await expect.poll(() => functionsSaid().slice(before), { timeout: 40_000, interval: 250 }).toContain(`"message":"${message}"`);
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

  it('a guardian whose answer cannot be written keeps what he typed', async () => {
    await as(browser, PHONE_WITHOUT_SCRIPTS, FAMILIES, 'Camille Keller', async (page) => {
      await page
        .getByRole('link', { name: /^Justifier : / })
        .first()
        .click();
      await page.getByLabel(/Précision/).fill(CANARY);
      await page.getByRole('radio', { name: 'Maladie', exact: true }).check();
      await whileFailing(api, NO_WRITE_OF_ATTENDANCE, () =>
        untilTheySay('operation failed', async () => {
          await page.getByRole('button', { name: 'Envoyer la justification' }).click();
          await page.getByRole('main').getByRole('alert').waitFor({ timeout: 30_000 });
        }),
      );
      expect(await page.getByLabel(/Précision/).inputValue()).toBe(CANARY);
    });
  });

  it('a contact without an account is turned away at the door', async () => {
    const { page, close } = await aVisitor(browser, DESKTOP);
    await untilTheySay('sign-in refused', async () => {
      await comeBackAs(page, web, FAMILIES, 'Odile Perrin');
      await page.waitForURL(/motif=simple-contact/);
    });
    await close();
  });

  it('a family waits for an alert that cannot be made, and whose mail then bounces', async () => {
    const calledLate = async (page: Page): Promise<void> => {
      await page.goto(`${web}/vie-scolaire`);
      await page
        .getByRole('link', { name: /l’appel : 3A/ })
        .first()
        .click();
      await page.getByRole('radiogroup', { name: 'DA SILVA Tiago' }).getByRole('radio', { name: 'Retard' }).check();
      await page.getByRole('button', { name: /Valider l’appel|Enregistrer la correction/ }).click();
      await page.waitForURL(/ok=valide/);
    };
    await as(browser, DESKTOP, AGENTS, 'Marc Thouvenin', async (page) => {
      await whileFailing(api, [NO_ALERTS, EVERY_MAIL_BOUNCES], () => untilTheySay('reaction failed', () => calledLate(page)));
    });
  });

  it('an operator has a delivery examined that is read, and compared with nothing', async () => {
    const { aaf } = await writeDemo(scratchFolder(), { now: new Date().toISOString(), seed: 1, pupils: 60 });
    const { page, close } = await aVisitor(browser, DESKTOP);
    await signInLocally(page, web);
    await whileFailing(api, [NO_DIRECTORY_TO_COMPARE], () => untilTheySay('import failed', () => sendDelivery(page, aaf)));
    await close();
  });

  it.each(['functionLog', 'webLog', 'addressLog'] as const)('the %s tells of nobody', (log) => {
    expect(tellingLines(inject(log))).toEqual([]);
  });

  it('would see somebody in a log', () => {
    expect(readFileSync(inject('addressLog'), 'utf8').split('\n').length).toBeGreaterThan(20);
    expect(traces()).toEqual(expect.arrayContaining(['keller', 'lea', 'camille.keller@famille.example', '+33639989901', plain(CANARY)]));
  });
});
