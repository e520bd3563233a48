import { inject } from 'vitest';
import type { Locator, Page } from 'playwright-core';
import type { ImportKind } from '@preau/shared/imports/schema.ts';

const FIELDS = {
  aaf: { choice: /Annuaire académique/, file: 'Archive de l’annuaire' },
  lessons: { choice: /Emplois du temps/, file: 'Fichier des cours' },
} as const satisfies Record<ImportKind, object>;

/** An operator announces a delivery: gives the field of its file. */
export const announceDelivery = async (page: Page, kind: ImportKind = 'aaf'): Promise<Locator> => {
  await page.goto(`${inject('web')}/imports`);
  await page.getByRole('radio', { name: FIELDS[kind].choice }).check();
  await page.getByRole('button', { name: 'Continuer' }).click();
  return page.getByLabel(FIELDS[kind].file);
};

/** Announces a delivery, sends it and has it examined. */
export const sendDelivery = async (page: Page, file: string, kind: ImportKind = 'aaf'): Promise<void> => {
  await (await announceDelivery(page, kind)).setInputFiles(file);
  await page.getByRole('button', { name: 'Envoyer la livraison' }).click();
  await page.waitForURL(/\/imports\/imp_/);
  await page.getByText('Le fichier est arrivé.').waitFor();
  await page.getByRole('button', { name: 'Examiner la livraison' }).click();
  await page.waitForURL(/ok=examen/);
};
