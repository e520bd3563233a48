import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { councilOperations } from '@preau/shared/assessment/council-api.ts';
import { SYNTHESIS_MAX } from '@preau/shared/assessment/council.ts';
import { marksOperations } from '@preau/shared/assessment/marks-api.ts';
import { projectsOperations } from '@preau/shared/assessment/projects-api.ts';
import { remarksOperations } from '@preau/shared/assessment/remarks-api.ts';
import type { PeriodKey } from '@preau/shared/assessment/periods.ts';
import { REMARK_MAX } from '@preau/shared/assessment/remarks.ts';
import { COMMENT_MAX } from '@preau/shared/assessment/schema.ts';
import type { ClassId, EvaluationId, PersonId, ServiceId } from '@preau/shared/kernel/ids.ts';
import type { LocalDate } from '@preau/shared/kernel/school-time.ts';
import { launchBrowser } from './browser.ts';
import { askAs } from './notebook-door.ts';
import { whileOpen, withDelay } from './publication.ts';
import { AGENTS, as, aVisitor, DESKTOP, FAMILIES, enterAs, type Visitor } from './visitor.ts';
import { faultsOf, watch, type Witness } from './witness.ts';
import { payloads } from './xss-corpus.ts';

const web = inject('web');
const RUN = crypto.randomUUID().slice(0, 8);
const COLUMNS = 12;

let browser: Browser;
let teacher: Visitor;
interface Place {
  readonly serviceId: ServiceId;
  readonly period: PeriodKey;
  readonly classId: ClassId;
  readonly date: LocalDate;
  readonly pupilIds: readonly PersonId[];
}

let place: Place;
const evaluationIds: EvaluationId[] = [];
const witness: Witness = { seen: [] };

const open = async (page: Page, path: string): Promise<void> => {
  const answer = await page.goto(`${web}${path}`);
  expect(answer?.status(), path).toBe(200);
  expect(await faultsOf(page), path).toEqual([]);
};

/** All the texts, as many as fit in each, again from the first when there are more places than texts. */
function* textsOf(characters: number): Generator<string> {
  for (let next = 0; ;) {
    let text = payloads[next++ % payloads.length] ?? '';
    for (
      let more = payloads[next % payloads.length] ?? '';
      text.length + 1 + more.length <= characters;
      more = payloads[next % payloads.length] ?? ''
    ) {
      text += `\n${more}`;
      next += 1;
    }
    yield text.trim();
  }
}

const titles = payloads.map((text) => text.trim()).filter((text) => text.length <= 80);

const PROJECT = titles[11] ?? 'x';

const findPlace = async (): Promise<Place> => {
  const { services, today } = await askAs(teacher.context, marksOperations.listServices, {});
  const found = services.find(({ service: { classes } }) => classes.some(({ name }) => name === '4B'));
  const period = found?.periods.find(({ from, until }) => from <= today && today <= until)?.key;
  const classId = found?.service.classes[0]?.classId;
  if (found === undefined || period === undefined || classId === undefined) throw new Error('No service of 4B');
  const { serviceId } = found.service;
  const grid = await askAs(teacher.context, marksOperations.readGrid, { path: { serviceId, period } });
  return { serviceId, period, classId, date: today, pupilIds: grid.pupils.map(({ pupilId }) => pupilId) };
};

/** One evaluation whose title is hostile, and a comment for each pupil. */
const mark = async (index: number, comments: Generator<string>): Promise<void> => {
  const { serviceId, period, pupilIds, date } = place;
  const terms = {
    title: titles[index * 7] ?? 'x',
    date,
    scale: '20',
    coefficient: '1',
    rescaled: false,
    counting: 'compulsory' as const,
    skillIds: [],
    mock: false,
  };
  const added = await askAs(teacher.context, marksOperations.addEvaluation, {
    path: { serviceId, period },
    body: { terms, requestId: `${RUN}-column-${index}` },
  });
  const path = { evaluationId: added.evaluation.evaluationId };
  evaluationIds.push(path.evaluationId);
  const cells = pupilIds.map((pupilId) => ({ pupilId, value: { given: { mark: '12' }, comment: String(comments.next().value) } }));
  const { version, refused } = await askAs(teacher.context, marksOperations.saveCells, {
    path,
    body: { version: added.evaluation.version, cells, requestId: `${RUN}-cells-${index}` },
  });
  expect(refused).toEqual([]);
  await askAs(teacher.context, marksOperations.publishEvaluation, { path, body: { version } });
};

/** What the teacher says of each pupil and of the class. */
const remark = async (): Promise<void> => {
  const { serviceId, period } = place;
  const path = { serviceId, period };
  const grid = await askAs(teacher.context, remarksOperations.readRemarks, { path });
  const texts = textsOf(REMARK_MAX / 2);
  const remarks = [...grid.classes, ...grid.pupils].map(({ about, remark: before }) => ({
    about,
    revision: before?.revision ?? 0,
    text: String(texts.next().value),
  }));
  await askAs(teacher.context, remarksOperations.writeRemarks, { path, body: { as: 'written', remarks } });
};

/** A council that says hostile things wherever it may write; answers its pages. */
const councilOf = async (context: BrowserContext): Promise<readonly string[]> => {
  const { councils } = await askAs(context, councilOperations.listCouncils, {});
  const row = councils.find(({ className }) => className === '4C');
  if (row === undefined) throw new Error('No council of 4C');
  const path = { schoolId: row.schoolId, classId: row.classId, period: row.current };
  const syntheses = textsOf(SYNTHESIS_MAX / 2);
  const text = (): string => String(syntheses.next().value);
  const { version, state, pupils } = await askAs(context, councilOperations.readCouncil, { path });
  await askAs(context, councilOperations.changeCouncil, { path, body: { version, state, synthesis: text() } });
  for (const { pupilId } of pupils) {
    const body = { revision: 0, synthesis: text(), opinions: [{ wish: titles[3] ?? 'x', opinion: 'favourable' as const }] };
    await askAs(context, councilOperations.decideForPupil, { path: { ...path, pupilId }, body });
  }
  const { revision, subjects } = await askAs(context, projectsOperations.readProjects, { path });
  const project = { title: PROJECT, subjects: subjects.slice(0, 2), theme: 'EPI_EDD' as const, description: text() };
  const changed = await askAs(context, projectsOperations.changeProjects, { path, body: { revision, change: { what: 'add', project } } });
  const about = changed.projects.at(-1)?.projectId ?? '';
  const said = pupils.map(({ pupilId }) => ({ pupilId, revision: 0, text: text() }));
  await askAs(context, projectsOperations.sayOfPupils, { path: { ...path, about }, body: { said } });
  await askAs(context, projectsOperations.sayOfPupils, { path: { ...path, about: 'VIE_SCO' }, body: { said } });
  const place = `/conseils/${row.classId}/${row.current}`;
  return ['', '/a-faire', '/projets', `/projets/${about}`, '/vie-scolaire', ...pupils.slice(0, 5).map(({ pupilId }) => `/${pupilId}`)].map(
    (page) => `${place}${page}`,
  );
};

beforeAll(async () => {
  browser = await launchBrowser();
  teacher = await aVisitor(browser, DESKTOP);
  watch(teacher.context, witness);
  await enterAs(teacher, AGENTS, 'Anne-Sophie Schmitt');
  place = await findPlace();
  await withDelay(browser, 0, () =>
    whileOpen(browser, async () => {
      const comments = textsOf(COMMENT_MAX);
      for (let index = 0; index < COLUMNS; index += 1) await mark(index, comments);
      await remark();
    }),
  );
}, 120_000);
afterAll(() => browser.close());

describe('five hundred hostile texts in marks and remarks', () => {
  it('run nothing on the pages of the teacher who writes them', async () => {
    const { page } = teacher;
    const { serviceId, period } = place;
    await open(page, `/notes/${serviceId}?periode=${period}`);
    for (const evaluationId of evaluationIds) await open(page, `/notes/${serviceId}/${evaluationId}`);
    await open(page, `/appreciations/${serviceId}?periode=${period}`);
    expect((await page.content()).length).toBeGreaterThan(20_000);
  });

  it('run nothing on the pages of families, which are one text each', async () => {
    const { serviceId, period } = place;
    const readAs = (who: string): Promise<void> =>
      as(browser, DESKTOP, FAMILIES, who, async (page) => {
        watch(page.context(), witness);
        await open(page, '/resultats');
        expect(await page.getByText(titles[0] ?? '', { exact: true }).count(), who).toBeGreaterThan(0);
        expect((await page.getByRole('main').innerText()).length, who).toBeGreaterThan(COLUMNS * 200);
        await open(page, `/resultats/expliquer?periode=${period}&matiere=${serviceId}`);
        await open(page, '/accueil');
      });
    await Promise.all(['Léa Keller', 'Camille Keller'].map(readAs));
  });

  it('run nothing before the council', async () => {
    const { classId, period, pupilIds } = place;
    await as(browser, DESKTOP, AGENTS, 'Isabelle Marchal', async (page) => {
      watch(page.context(), witness);
      for (const path of ['', '/a-faire', ...pupilIds.slice(0, 5).map((pupilId) => `/${pupilId}`)])
        await open(page, `/conseils/${classId}/${period}${path}`);
    });
  });

  it('run nothing in what the council says of a class, of its pupils and of its projects', async () => {
    await as(browser, DESKTOP, AGENTS, 'Isabelle Marchal', async (page) => {
      watch(page.context(), witness);
      for (const path of await councilOf(page.context())) {
        await open(page, path);
        if (path.endsWith('/projets')) expect(await page.getByText(PROJECT, { exact: true }).count()).toBeGreaterThan(0);
        if (path.includes('/per_')) expect(await page.getByLabel('Synthèse du conseil').inputValue()).toMatch(/[<{('"]/);
      }
    });
  });

  it('were refused nothing by the page’s policy, for nothing of theirs asked to run', () => {
    expect(witness.seen).toEqual([]);
  });
});
