import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { aPdf } from '../functions/files/testing/specimens.ts';
import { launchBrowser } from './browser.ts';
import { sentSoFar, untilSent } from './outbox.ts';
import { AGENTS, as, DESKTOP, FAMILIES, PHONE_WITHOUT_SCRIPTS, type Surface } from './visitor.ts';

const web = inject('web');
const api = inject('api');

interface Story {
  readonly surface: Surface;
  readonly teacher: string;
  readonly className: string;
  readonly pupil: { readonly firstName: string; readonly lastName: string };
  readonly parent: string;
  readonly otherParent?: string;
  readonly stranger: string;
}

const STORIES: readonly Story[] = [
  {
    surface: PHONE_WITHOUT_SCRIPTS,
    teacher: 'Anne-Sophie Schmitt',
    className: '4B',
    pupil: { firstName: 'Léa', lastName: 'KELLER' },
    parent: 'Camille Keller',
    stranger: 'Karim Haddad',
  },
  {
    surface: DESKTOP,
    teacher: 'Paul Weber',
    className: '6A',
    pupil: { firstName: 'Inès', lastName: 'HADDAD' },
    parent: 'Nadia Benali',
    otherParent: 'Karim Haddad',
    stranger: 'Camille Keller',
  },
];

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const rowOf = (page: Page, { firstName, lastName }: Story['pupil']) => page.getByRole('radiogroup', { name: `${lastName} ${firstName}` });

const choose = (page: Page, pupil: Story['pupil'], choice: string): Promise<void> =>
  rowOf(page, pupil).getByRole('radio', { name: choice }).check();

const PDF = { name: 'certificat.pdf', mimeType: 'application/pdf', buffer: aPdf() };

const joinByItself = async (page: Page): Promise<void> => {
  for (const one of [1, 2]) {
    await page.getByLabel('Document', { exact: true }).setInputFiles(PDF);
    await page.getByRole('button', { name: 'Joindre ce document' }).click();
    await page.getByText(`Document joint ${one}`, { exact: true }).first().waitFor();
  }
  await page.getByRole('link', { name: 'Retirer Document joint 2' }).click();
  await page.getByRole('link', { name: 'Retirer Document joint 2' }).waitFor({ state: 'detached' });
};

/** Chooses a document while the page's scripts are on their way. */
const chooseTooEarly = async (page: Page, file: typeof PDF): Promise<void> => {
  const scripts = '**/_next/static/**/*.js';
  const arrival = Promise.withResolvers<undefined>();
  await page.route(scripts, async (route) => {
    await arrival.promise;
    await route.continue();
  });
  await page.reload({ waitUntil: 'domcontentloaded' });
  await page.getByLabel('Document', { exact: true }).setInputFiles(file);
  arrival.resolve(undefined);
  await page.getByRole('button', { name: 'Joindre ce document' }).waitFor({ state: 'detached' });
  await page.unroute(scripts);
};

const joinBeforeScripts = async (page: Page): Promise<void> => {
  await chooseTooEarly(page, { ...PDF, buffer: Buffer.alloc(0) });
  await page.getByRole('alert').getByText('Ce document est vide').waitFor();
  await chooseTooEarly(page, { ...PDF, name: 'avant.pdf' });
  await page.getByRole('listitem').filter({ hasText: 'avant.pdf' }).waitFor();
};

const joinFromThePage = async (page: Page): Promise<void> => {
  const chooser = page.getByLabel('Document', { exact: true });
  await chooser.setInputFiles({ ...PDF, buffer: Buffer.alloc(0) });
  await page.getByRole('alert').getByText('Ce document est vide').waitFor();
  await chooser.setInputFiles({ ...PDF, buffer: Buffer.alloc(10_485_761) });
  await page.getByRole('alert').getByText('Ce document dépasse 10 Mo').waitFor();
  for (const name of ['certificat.pdf', 'double.pdf']) {
    await chooser.setInputFiles({ ...PDF, name });
    await page.getByRole('listitem').filter({ hasText: name }).waitFor();
  }
  await page.getByRole('button', { name: 'Retirer double.pdf' }).click();
  expect(await page.getByRole('listitem').filter({ hasText: 'double.pdf' }).count()).toBe(0);
};

describe.each(STORIES)('the first journey on $surface.name', ({ surface, teacher, className, pupil, parent, otherParent, stranger }) => {
  const aboutPupil = (text: string | undefined): boolean => text?.includes(pupil.firstName) === true;

  it('lets the teacher call the roll in four taps', async () => {
    await as(browser, surface, AGENTS, teacher, async (page) => {
      await page
        .getByRole('link', { name: /^Faire l’appel/ })
        .first()
        .click();
      await page.getByRole('heading', { level: 1, name: `Appel · ${className}` }).waitFor();
      await choose(page, pupil, 'Absent');
      await page.getByRole('button', { name: 'Valider l’appel' }).click();
      await page.waitForURL(/ok=valide/);
      expect(await page.getByRole('status').first().innerText()).toContain('1 absent');
    });
  });

  it('tells every informed guardian by a message that says nothing more than a login reveals', async () => {
    const sent = await untilSent(api, (mail) => mail.channel === 'email' && aboutPupil(mail.subject), otherParent === undefined ? 1 : 2);
    for (const mail of sent) {
      expect(mail.subject).not.toContain(pupil.lastName);
      expect(`${mail.subject} ${mail.text}`).not.toMatch(/Math|EPS|sportive|4B|6A|Collège/);
      expect(mail.to).toHaveLength(1);
    }
    expect(new Set(sent.flatMap((mail) => mail.to)).size).toBe(sent.length);
  });

  it('shows the office the roll that was called', async () => {
    await as(browser, surface, AGENTS, 'Marc Thouvenin', async (page) => {
      await page.getByRole('link', { name: 'Suivre les appels' }).click();
      await page.getByRole('heading', { name: /^Faits/ }).waitFor();
      expect(await page.getByRole('main').innerText()).toContain('1 absent');
    });
  });

  it('lets the parent find it first on the home, and justify it', async () => {
    await as(browser, surface, FAMILIES, parent, async (page) => {
      await page.getByRole('link', { name: new RegExp(`^Justifier : ${pupil.firstName}, aujourd’hui`, 'i') }).click();
      const send = page.getByRole('button', { name: 'Envoyer la justification' });
      const hours = page.getByRole('group', { name: 'Heures concernées' }).getByRole('checkbox');
      const comment = page.getByLabel(/Précision/);
      await (surface === PHONE_WITHOUT_SCRIPTS ? joinByItself : joinBeforeScripts)(page);
      await hours.first().uncheck();
      await hours.last().check();
      await comment.fill('Le bus n’est pas passé.');
      await send.click();
      await page.getByRole('link', { name: 'Choisissez un motif.' }).waitFor();
      expect(await Promise.all([hours.first().isChecked(), hours.last().isChecked()])).toEqual([false, true]);
      await hours.first().check();
      if (surface !== PHONE_WITHOUT_SCRIPTS) await joinFromThePage(page);
      expect(await comment.inputValue()).toBe('Le bus n’est pas passé.');
      await page.getByText('Difficulté de transport', { exact: false }).first().click();
      await send.click();
      await page.waitForURL(/ok=justifie/);
      await page.getByRole('link', { name: /Document 1/ }).waitFor();
      expect(await page.getByRole('link', { name: /Document \d/ }).count()).toBe(surface === PHONE_WITHOUT_SCRIPTS ? 1 : 2);
      expect(await page.getByRole('status').first().innerText()).toContain('Justification envoyée');
      await page.goto(`${web}/accueil`);
      expect(await page.getByRole('link', { name: new RegExp(`^Justifier : ${pupil.firstName}, aujourd’hui`, 'i') }).count()).toBe(0);
    });
  });

  it.runIf(otherParent !== undefined)('shows the other guardian the same, without any contact detail', async () => {
    await as(browser, surface, FAMILIES, otherParent ?? '', async (page) => {
      await page.goto(`${web}/absences`);
      await page
        .getByRole('link', { name: /Voir le détail/ })
        .first()
        .click();
      const text = await page.getByRole('main').innerText();
      expect(text).toContain('Le bus n’est pas passé.');
      expect(text).not.toMatch(/@|\+33|0[67](?: ?\d\d){4}|Benali/i);
    });
  });

  it('answers the parent of another pupil like any page that does not exist', async () => {
    let address = '';
    await as(browser, surface, FAMILIES, parent, async (page) => {
      await page.goto(`${web}/absences`);
      const link = page.getByRole('link', { name: /Voir le détail/ }).first();
      address = (await link.getAttribute('href')) ?? '';
      expect((await page.goto(`${web}${address}`))?.status()).toBe(200);
    });
    await as(browser, surface, FAMILIES, stranger, async (page) => {
      for (const path of [address, `${address}/justifier`]) {
        expect((await page.goto(`${web}${path}`))?.status(), path).toBe(404);
        await page.getByRole('heading', { level: 1, name: 'Page introuvable' }).waitFor();
      }
    });
  });

  const waiting = (page: Page, said: string) =>
    page
      .getByRole('listitem')
      .filter({ hasText: `${pupil.lastName} ${pupil.firstName}` })
      .filter({ hasText: said });

  it('lets the parent answer again what the office does not accept', async () => {
    await as(browser, surface, AGENTS, 'Marc Thouvenin', async (page) => {
      await page.goto(`${web}/vie-scolaire/absences`);
      const answered = waiting(page, 'Le bus n’est pas passé.');
      await answered.locator('summary').filter({ hasText: 'Refuser…' }).click();
      await answered.getByLabel('Ou votre propre phrase').fill('Quel bus ?');
      await answered.getByRole('button', { name: /^Refuser la justification/ }).click();
      await page.waitForURL(/ok=/);
    });
    await as(browser, surface, FAMILIES, parent, async (page) => {
      await page.getByRole('link', { name: new RegExp(`^Répondre de nouveau : ${pupil.firstName}, aujourd’hui`, 'i') }).click();
      await page.getByText('« Quel bus ? »').waitFor();
      await page.getByText('Difficulté de transport', { exact: false }).first().click();
      await page.getByLabel(/Précision/).fill('La ligne 12.');
      await page.getByRole('button', { name: 'Envoyer la justification' }).click();
      await page.waitForURL(/ok=justifie/);
    });
  });

  it('lets the office accept, and the parent read the answer', async () => {
    await as(browser, surface, AGENTS, 'Marc Thouvenin', async (page) => {
      await page.goto(`${web}/vie-scolaire/absences`);
      await waiting(page, 'La ligne 12.')
        .getByRole('button', { name: /^Accepter/ })
        .click();
      await page.waitForURL(/ok=/);
    });
    await as(browser, surface, FAMILIES, parent, async (page) => {
      await page.goto(`${web}/absences`);
      await page.getByText('Justifiée').first().waitFor();
    });
  });

  it('sends a correction to the same people when the teacher says that the pupil came late', async () => {
    const told = await sentSoFar(api, (mail) => mail.channel === 'email' && aboutPupil(mail.subject));
    expect(told.length, 'nobody was told, so nothing could be corrected').toBeGreaterThan(0);
    await as(browser, surface, AGENTS, teacher, async (page) => {
      await page
        .getByRole('link', { name: /l’appel/ })
        .first()
        .click();
      await choose(page, pupil, 'Retard');
      await page.getByRole('button', { name: 'Enregistrer la correction' }).click();
      await page.waitForURL(/ok=valide/);
    });
    const now = await untilSent(api, (mail) => mail.channel === 'email' && aboutPupil(mail.subject), told.length * 2);
    expect(now.flatMap((mail) => mail.to).toSorted()).toEqual([...told, ...told].flatMap((mail) => mail.to).toSorted());
  });
});
