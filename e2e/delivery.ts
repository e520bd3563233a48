import { inject } from 'vitest';
import type { Page } from 'playwright-core';

/** An operator announces a delivery of the directory, sends it and has it examined. */
export const sendDelivery = async (page: Page, file: string): Promise<void> => {
  await page.goto(`${inject('web')}/imports`);
  await page.getByRole('radio', { name: /Annuaire académique/ }).check();
  await page.getByRole('button', { name: 'Continuer' }).click();
  await page.getByLabel('Archive de l’annuaire').setInputFiles(file);
  await page.getByRole('button', { name: 'Envoyer la livraison' }).click();
  await page.waitForURL(/\/imports\/imp_/);
  await page.getByRole('button', { name: 'Examiner la livraison' }).click();
  await page.waitForURL(/ok=examen/);
};
