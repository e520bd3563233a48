import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { scratchFolder } from '../functions/testing/scratch-folder.ts';
import { DEMO_PUPILS } from '../scripts/demo/generate.ts';
import { writeDemo } from '../scripts/demo/write.ts';
import { axeViolations } from './axe.ts';
import { launchBrowser } from './browser.ts';
import { announceDelivery, sendDelivery } from './delivery.ts';
import { aVisitor, DESKTOP, PHONE_WITHOUT_SCRIPTS, signInLocally, type Surface } from './visitor.ts';

const web = inject('web');

const folder = scratchFolder();
const files = { fewChanges: '', manyVanish: '', fewLessons: join(folder, 'cours.csv'), broken: join(folder, 'livraison.zip') };

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
  const now = new Date().toISOString();
  const few = await writeDemo(join(folder, 'few'), { now, seed: 1, pupils: DEMO_PUPILS - 15 });
  files.fewChanges = few.aaf;
  writeFileSync(
    files.fewLessons,
    readFileSync(few.lessons[0] ?? '', 'latin1')
      .split('\n')
      .slice(0, 4)
      .join('\n'),
    'latin1',
  );
  files.manyVanish = (await writeDemo(join(folder, 'many'), { now, seed: 1, pupils: DEMO_PUPILS - 150 })).aaf;
  writeFileSync(files.broken, 'Ceci n’est pas une archive.');
});
afterAll(() => browser.close());

const onceAsOperator = async (surface: Surface, what: (page: Page) => Promise<void>): Promise<void> => {
  const { page, close } = await aVisitor(browser, surface);
  try {
    await signInLocally(page, web);
    await what(page);
  } finally {
    await close();
  }
};

/** Follows the work until the page says `until`: by itself with scripts, by its link without; gives the steps seen on the way. */
const follow = async (page: Page, { javaScript }: Surface, until: RegExp): Promise<readonly string[]> => {
  const steps = new Set<string>();
  const deadline = Date.now() + 60_000;
  while (Date.now() < deadline) {
    const text = await page.getByRole('main').innerText();
    if (until.test(text)) return [...steps];
    for (const step of text.match(/^.+ : [\d\s\u202F]+(?: sur [\d\s\u202F]+)?$/gmu) ?? []) steps.add(step);
    const refresh = page.getByRole('link', { name: 'Actualiser' });
    if (!javaScript && (await refresh.count()) > 0) await refresh.click();
    else await page.waitForTimeout(100);
  }
  throw new Error(`The page never says ${String(until)}`);
};

const PLANNED = /Ce que l’application changera/;
const APPLIED = /Livraison appliquée : /;

/** One row of the plan: added, changed, detached, unchanged. */
const rowOf = async (page: Page, kind: string): Promise<readonly number[]> => {
  const cells = await page
    .getByRole('row', { name: new RegExp(`^${kind}`) })
    .getByRole('cell')
    .allInnerTexts();
  return cells.map((cell) => Number((/^[\d\s\u202F]+/u.exec(cell)?.[0] ?? '').replaceAll(/\D/gu, '')));
};

it('asks for the count to be typed when a timetable would end most lessons of a school', async () => {
  // Before any directory is changed: the file names the demonstration's teachers and classes.
  await onceAsOperator(DESKTOP, async (page) => {
    await sendDelivery(page, files.fewLessons, 'lessons');
    await follow(page, DESKTOP, PLANNED);
    const main = page.getByRole('main');
    const text = await main.innerText();
    expect(text).toMatch(/Plus de 5 % des cours d’un établissement finissent sans être remplacés : [\d\s\u202F]+\./u);
    expect(text).toMatch(/\d+ cours sur \d+ finissent sans être remplacés\. Vérifiez que le fichier est complet\./u);
    await page.getByLabel(/tapez le nombre de cours/).fill('3');
    await page.getByRole('button', { name: 'Appliquer la livraison' }).click();
    await main.getByRole('alert').waitFor();
    expect(await main.getByRole('alert').innerText()).toContain('Plus de 5 % de ce qui est en place disparaît.');
    expect(await axeViolations(page)).toEqual([]);
  });
});

it('says that a file was never sent, and where to send it', async () => {
  await onceAsOperator(PHONE_WITHOUT_SCRIPTS, async (page) => {
    await page.goto(`${web}/imports`);
    await page.getByRole('radio', { name: /Emplois du temps/ }).check();
    await page.getByRole('button', { name: 'Continuer' }).click();
    await page.getByLabel('Fichier des cours').waitFor();
    await page.goto(`${web}/imports`);
    const left = page.getByRole('listitem').filter({ hasText: 'Non examiné' }).first();
    await left.getByRole('link').click();
    await page.getByText('Le fichier de cette livraison n’est pas arrivé.').waitFor();
    expect(await page.title()).toMatch(/^Import · .+ · Préau$/u);
    expect(await page.getByRole('button', { name: 'Examiner la livraison' }).count()).toBe(0);
    await page.getByRole('link', { name: 'Nouvelle livraison' }).click();
    await page.getByRole('radio', { name: /Emplois du temps/ }).waitFor();
  });
});

describe('importing a directory', () => {
  it('says what would change, changes it, and finds nothing more to change the second time', async () => {
    await onceAsOperator(DESKTOP, async (page) => {
      await sendDelivery(page, files.fewChanges);
      await follow(page, DESKTOP, PLANNED);
      const [added = -1, , detached = -1, unchanged = -1] = await rowOf(page, 'Élèves');
      expect(added).toBe(0);
      expect(detached).toBeGreaterThan(5);
      expect(unchanged).toBeGreaterThan(500);
      // A sample is a first name, an initial and a place: enough to recognise somebody.
      expect(await page.getByRole('row', { name: /^Élèves/ }).innerText()).toMatch(/\(\p{Lu}[^;)]* \p{Lu}\./u);
      expect(await page.getByRole('heading', { name: /^Anomalies \(\d+/ }).count()).toBe(1);
      expect(await axeViolations(page)).toEqual([]);

      await page.getByRole('button', { name: 'Appliquer la livraison' }).click();
      await page.waitForURL(/ok=application/);
      await follow(page, DESKTOP, APPLIED);

      await sendDelivery(page, files.fewChanges);
      await follow(page, DESKTOP, PLANNED);
      for (const kind of ['Établissements', 'Classes', 'Élèves', 'Responsables', 'Personnels'])
        expect((await rowOf(page, kind)).slice(0, 3), kind).toEqual([0, 0, 0]);
      await page.getByRole('button', { name: 'Appliquer la livraison' }).click();
      await follow(page, DESKTOP, APPLIED);
      expect(await page.getByRole('main').innerText()).toContain('Livraison appliquée : 0 enregistrements écrits.');
    });
  });

  it('asks for the count to be typed when many would vanish, without a script', async () => {
    await onceAsOperator(PHONE_WITHOUT_SCRIPTS, async (page) => {
      await sendDelivery(page, files.manyVanish);
      await follow(page, PHONE_WITHOUT_SCRIPTS, PLANNED);
      const main = page.getByRole('main');
      const vanished = /disparaissent : ([\d\s\u202F]+) sur/u.exec(await main.innerText())?.[1]?.trim() ?? '';
      expect(Number(vanished.replaceAll(/\D/gu, ''))).toBeGreaterThan(100);
      const count = page.getByLabel(/tapez le nombre de personnes/);

      await page.getByRole('button', { name: 'Appliquer la livraison' }).click();
      await main.getByRole('alert').waitFor();
      expect(await main.getByRole('alert').innerText()).toContain('Plus de 5 % de ce qui est en place disparaît.');
      await count.fill('3');
      await page.getByRole('button', { name: 'Appliquer la livraison' }).click();
      await main.getByRole('alert').waitFor();
      expect(await count.inputValue()).toBe('3');

      await count.fill(vanished);
      await page.getByRole('button', { name: 'Appliquer la livraison' }).click();
      await page.waitForURL(/ok=application/);
      expect(await follow(page, PHONE_WITHOUT_SCRIPTS, APPLIED)).not.toEqual([]);
    });
  });

  it('says that a file is empty before it is sent', async () => {
    await onceAsOperator(DESKTOP, async (page) => {
      const file = await announceDelivery(page);
      const send = page.getByRole('button', { name: 'Envoyer la livraison' });
      await file.setInputFiles({ name: 'livraison.zip', mimeType: 'application/zip', buffer: Buffer.alloc(0) });
      await send.click();
      await page.getByRole('alert').getByText('Ce fichier est vide. Choisissez-en un autre').waitFor();
      expect(await axeViolations(page)).toEqual([]);
      await file.setInputFiles(files.broken);
      await send.click();
      await page.waitForURL(/\/imports\/imp_/);
    });
  });

  it.each([DESKTOP, PHONE_WITHOUT_SCRIPTS])('says in a French sentence what is wrong with a file, on $name', async (surface) => {
    await onceAsOperator(surface, async (page) => {
      await sendDelivery(page, files.broken);
      await follow(page, surface, /Rien n’a été changé\./);
      expect(await page.getByRole('main').innerText()).toContain(
        'Ce fichier n’est pas une archive zip ou tgz. Envoyez l’archive telle que l’académie la fournit.',
      );
      // Axe waits for timers, which a page without scripts has not.
      if (surface.javaScript) expect(await axeViolations(page)).toEqual([]);
    });
  });
});
