import { setTimeout as pause } from 'node:timers/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { filesOperations } from '@preau/shared/files/api.ts';
import { aPdf } from '../functions/files/testing/specimens.ts';
import { launchBrowser } from './browser.ts';
import { askAs } from './notebook-door.ts';
import { axeViolations } from './axe.ts';
import { AGENTS, as, PHONE, PHONE_WITHOUT_SCRIPTS } from './visitor.ts';

const web = inject('web');
const NAME = `trace-${Date.now()}.pdf`;

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const send = async (page: Page): Promise<void> => {
  const context = page.context();
  const { fileId, form } = await askAs(context, filesOperations.prepareUpload, { body: { purpose: 'resource', name: NAME } });
  const file = { name: NAME, mimeType: 'application/pdf', buffer: aPdf() };
  const sent = await context.request.post(form?.url ?? '', { multipart: { ...form?.fields, file } });
  expect(sent.ok()).toBe(true);
  await askAs(context, filesOperations.confirmArrival, { path: { fileId } });
  for (let turn = 0; turn < 60; turn += 1) {
    const { status } = await askAs(context, filesOperations.readUpload, { path: { fileId } });
    if (status === 'clean') return;
    await pause(500);
  }
  throw new Error('The file was not judged');
};

it('lists one’s own files without scripts, with the space that is left, and takes one back', async () => {
  await as(browser, PHONE_WITHOUT_SCRIPTS, AGENTS, 'Hélène Humbert', async (page) => {
    await send(page);
    await page.goto(`${web}/fichiers`);
    expect(await page.getByRole('main').innerText()).toMatch(/utilisés sur 10 Go pour cette année scolaire/);
    const own = page.getByRole('listitem').filter({ hasText: NAME });
    expect(await own.innerText()).toContain('Document de cours ou de travail');
    await own.getByText('Supprimer…').click();
    await own.getByRole('button', { name: 'Supprimer ce fichier' }).click();
    await page.waitForURL(/ok=supprime/);
    expect(await page.getByRole('status').innerText()).toContain('Fichier supprimé');
    expect(await page.getByText(NAME).count()).toBe(0);
  });
});

it('is read on a phone without a barrier', async () => {
  await as(browser, PHONE, AGENTS, 'Hélène Humbert', async (page) => {
    await send(page);
    await page.goto(`${web}/fichiers`);
    expect(await axeViolations(page)).toEqual([]);
  });
});
