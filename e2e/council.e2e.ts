import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launchBrowser } from './browser.ts';
import { AGENTS, as, aVisitor, DESKTOP, PHONE_WITHOUT_SCRIPTS, enterAs, type Visitor } from './visitor.ts';

const web = inject('web');

let browser: Browser;
let principal: Visitor;
beforeAll(async () => {
  browser = await launchBrowser();
  principal = await aVisitor(browser, PHONE_WITHOUT_SCRIPTS);
  await enterAs(principal, AGENTS, 'Hélène Humbert');
});
afterAll(() => browser.close());

const openCouncil = async (page: Page): Promise<void> => {
  await page.goto(`${web}/conseils`);
  await page.getByRole('link', { name: /^1er trimestre.*conseil de la 4B/ }).click();
  await page.getByRole('heading', { level: 1, name: 'Conseil de la 4B' }).waitFor();
};

/** Her own remarks, from the list of what is missing. */
const openRemarks = async (page: Page): Promise<void> => {
  await openCouncil(page);
  await page.getByRole('link', { name: 'Ce qui manque, et qui doit le faire' }).click();
  await page
    .getByRole('link', { name: /^Voir les appréciations : Français/ })
    .first()
    .click();
};

const textOf = (page: Page): Promise<string> => page.getByRole('main').innerText();

describe('the remarks of a head teacher, without a script', () => {
  it('are written in her own subject, a text that is too long coming back as it was typed', async () => {
    const { page } = principal;
    await openRemarks(page);
    const elements = page.getByLabel('Éléments du programme travaillés');
    await elements.fill(`Le récit d’aventures\n${'é'.repeat(301)}`);
    await page.getByRole('button', { name: 'Enregistrer les éléments' }).click();
    await page.getByRole('alert').getByText('301 caractères').waitFor();
    await elements.fill('Le récit d’aventures\n\nLa lettre');
    await page.getByRole('button', { name: 'Enregistrer les éléments' }).click();
    await page.getByText('Éléments du programme enregistrés.').waitFor();
    expect(await elements.inputValue()).toBe('Le récit d’aventures\nLa lettre');
    await page.getByRole('button', { name: 'Reprendre les positionnements proposés' }).click();
    await page.waitForURL(/ok=positions/);
    expect(await page.getByRole('button', { name: 'Reprendre les positionnements proposés' }).count()).toBe(0);
    const [first, second] = [page.getByLabel(/^Appréciation : /).nth(1), page.getByLabel(/^Appréciation : /).nth(2)];
    await first.fill('Un trimestre sérieux.');
    await second.fill('é'.repeat(601));
    await page.getByRole('button', { name: 'Enregistrer, à relire' }).click();
    await page.getByRole('alert').waitFor();
    expect(await page.getByRole('alert').innerText()).toContain('Enlevez-en 1');
    expect(await first.inputValue()).toBe('Un trimestre sérieux.');
    await second.fill('Doit participer davantage.');
    await page.getByRole('button', { name: 'Enregistrer, à relire' }).click();
    await page.waitForURL(/ok=ecrit/);
    expect(await first.inputValue()).toBe('Un trimestre sérieux.');
    await page.getByRole('link', { name: 'Dans un tableur' }).click();
    const file = await page.getByRole('link', { name: 'Télécharger le tableau des appréciations' }).getAttribute('href');
    const sheet = await (await page.context().request.get(`${web}${file}`)).text();
    await page.getByLabel('Tableau rempli').fill(sheet.replace('Doit participer davantage.', 'Doit encore participer.'));
    await page.getByRole('button', { name: 'Enregistrer, à relire' }).click();
    await page.waitForURL(/ok=ecrit/);
    expect(await second.inputValue()).toBe('Doit encore participer.');
  });

  it('are proofread, one of them sent back with what is to be written again', async () => {
    const { page } = principal;
    await page.getByRole('link', { name: 'Relire', exact: true }).click();
    await page
      .getByLabel(/^Ou la renvoyer à son auteur/)
      .nth(1)
      .fill('Dites comment progresser.');
    await page.getByRole('button', { name: 'Enregistrer la relecture' }).click();
    await page.waitForURL(/ok=relu/);
    expect(await textOf(page)).toContain('Relue');
    await page.getByRole('link', { name: 'Écrire', exact: true }).click();
    expect(await textOf(page)).toContain('demande de reprendre : Dites comment progresser.');
  });
});

describe('the remarks of a head teacher, with scripts', () => {
  it('are still there once something else of the page is saved', async () => {
    await as(browser, DESKTOP, AGENTS, 'Hélène Humbert', async (page) => {
      await openRemarks(page);
      const remark = page.getByLabel(/^Appréciation : /).nth(3);
      await remark.fill('Pas encore enregistrée.');
      await page.getByLabel('Éléments du programme travaillés').fill('La nouvelle');
      await page.getByRole('button', { name: 'Enregistrer les éléments' }).click();
      await page.getByText('Éléments du programme enregistrés.').waitFor();
      expect(await remark.inputValue()).toBe('Pas encore enregistrée.');
      expect(await page.getByLabel('Éléments du programme travaillés').inputValue()).toBe('La nouvelle');
    });
  });
});

describe('a class council, without a script', () => {
  it('tells of the projects of the class and its paths, with what is said of each pupil', async () => {
    const { page } = principal;
    await openCouncil(page);
    await page.getByRole('link', { name: 'Projets et parcours' }).click();
    await page.getByText('Ajouter un projet').click();
    const form = page.locator('#projet');
    await form.getByLabel('Titre').fill('L’eau');
    await form.getByLabel('Sorte de projet').selectOption('EPI_EDD');
    await form.getByRole('checkbox', { name: 'Français' }).check();
    await form.getByRole('button', { name: 'Ajouter', exact: true }).click();
    await page.getByRole('alert').getByText('au moins deux pour un EPI').waitFor();
    await form.getByRole('checkbox', { name: 'Mathématiques' }).check();
    await form.getByRole('button', { name: 'Ajouter', exact: true }).click();
    await page.waitForURL(/ok=projet/);
    await page.getByLabel('Parcours avenir', { exact: true }).fill('Forum des métiers.');
    await page.getByRole('button', { name: 'Enregistrer les parcours' }).click();
    await page.waitForURL(/ok=parcours/);
    await page.getByRole('link', { name: /^Ce qui est dit de chaque élève : L’eau/ }).click();
    await page
      .getByLabel(/^L’eau : /)
      .first()
      .fill('Très engagée.');
    await page.getByRole('button', { name: 'Enregistrer' }).click();
    await page.waitForURL(/ok=ecrit/);
    expect(
      await page
        .getByLabel(/^L’eau : /)
        .first()
        .inputValue(),
    ).toBe('Très engagée.');
  });

  it('takes the absences of the period, in half-days', async () => {
    const { page } = principal;
    await openCouncil(page);
    await page.getByRole('button', { name: /^Relever/ }).click();
    await page.waitForURL(/ok=releve/);
    expect(await page.getByRole('region', { name: 'Élèves de la classe' }).innerText()).not.toContain('À relever');
    const files = [/^Ce tableau, pour un tableur/, /^Moyennes de chaque matière/].map(async (name) => {
      const address = await page.getByRole('link', { name }).getAttribute('href');
      return (await page.context().request.get(`${web}${address}`)).text();
    });
    const [table, averages] = await Promise.all(files);
    expect(table).toContain('Élève;Moyenne générale;Évolution');
    expect(averages).toMatch(/Élève;.*Mathématiques.*;Moyenne générale/);
  });

  it('goes from pupil to pupil, with a synthesis, a mention and an opinion', async () => {
    const { page } = principal;
    await openCouncil(page);
    await page.getByRole('link', { name: 'Passer les élèves un à un' }).click();
    const name = await page.getByRole('heading', { level: 1 }).innerText();
    await page.getByLabel('Synthèse du conseil').fill('Un bon trimestre.');
    await page.getByLabel('Mention', { exact: true }).selectOption('compliments');
    await page.getByLabel('Vœu 1', { exact: true }).fill('Seconde générale');
    await page.getByRole('button', { name: 'Enregistrer et passer au suivant' }).click();
    await page.getByRole('alert').waitFor();
    expect(await page.getByLabel('Synthèse du conseil').inputValue()).toBe('Un bon trimestre.');
    await page.getByLabel('Avis sur le vœu 1').selectOption('favourable');
    await page.getByRole('button', { name: 'Enregistrer et passer au suivant' }).click();
    await page.waitForURL(/ok=synthese/);
    expect(await page.getByRole('heading', { level: 1 }).innerText()).not.toBe(name);
    await page.getByRole('link', { name: 'Toute la classe' }).click();
    expect(await page.getByRole('row', { name: new RegExp(name) }).innerText()).toMatch(/Compliments\s+Écrite/);
  });

  it('is not recorded without its date, and shows both texts when two people write of one pupil', async () => {
    const { page } = principal;
    const head = await aVisitor(browser, DESKTOP);
    await enterAs(head, AGENTS, 'Isabelle Marchal');
    await openCouncil(head.page);
    await head.page.getByRole('link', { name: 'Vie scolaire' }).click();
    await head.page
      .getByLabel(/^Vie scolaire : /)
      .nth(2)
      .fill('Toujours à l’heure.');
    await head.page.getByRole('button', { name: 'Enregistrer' }).click();
    await head.page.waitForURL(/ok=ecrit/);
    for (const one of [page, head.page]) {
      await openCouncil(one);
      await one.getByRole('region', { name: 'Élèves de la classe' }).getByRole('link').nth(2).click();
      await one.getByLabel('Synthèse du conseil').waitFor();
    }
    expect(await textOf(page)).toContain('Vie scolaire : Toujours à l’heure.');
    await head.page.getByLabel('Synthèse du conseil').fill('Écrit par la direction.');
    await head.page.getByRole('button', { name: 'Enregistrer', exact: true }).click();
    await head.page.waitForURL(/ok=synthese/);
    await page.getByLabel('Synthèse du conseil').fill('Écrit par la professeure principale.');
    await page.getByRole('button', { name: 'Enregistrer', exact: true }).click();
    await page.getByRole('alert').waitFor();
    expect(await page.getByRole('alert').innerText()).toContain('« Écrit par la direction. »');
    expect(await page.getByLabel('Synthèse du conseil').inputValue()).toBe('Écrit par la professeure principale.');
    await openCouncil(page);
    await page.getByLabel(/^Tenu : enregistrer/).check();
    await page.getByRole('button', { name: 'Enregistrer', exact: true }).click();
    await page.getByRole('alert').waitFor();
    expect(await page.getByRole('alert').innerText()).toContain('Donnez la date du conseil');
    await head.close();
  });
});
