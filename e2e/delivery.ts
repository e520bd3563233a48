import { inject } from 'vitest';
import type { Locator, Page } from 'playwright-core';

/** An operator announces a delivery of the directory: gives the field of its file. */
export const announceDelivery = async (page: Page): Promise<Locator> => {
  await page.goto(`${inject('web')}/imports`);
  await page.getByRole('radio', { name: /Annuaire académique/ }).check();
  await page.getByRole('button', { name: 'Continuer' }).click();
  return page.getByLabel('Archive de l’annuaire');
};

/** Announces a delivery, sends it and has it examined. */
export const sendDelivery = async (page: Page, file: string): Promise<void> => {
  await (await announceDelivery(page)).setInputFiles(file);
  await page.getByRole('button', { name: 'Envoyer la livraison' }).click();
  await page.waitForURL(/\/imports\/imp_/);
  await page.getByRole('button', { name: 'Examiner la livraison' }).click();
  await page.waitForURL(/ok=examen/);
};
