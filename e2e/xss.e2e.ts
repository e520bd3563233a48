import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { directoryOperations } from '@preau/shared/directory/api.ts';
import { filesOperations } from '@preau/shared/files/api.ts';
import { homeworkOperations } from '@preau/shared/homework/api.ts';
import { handInOperations } from '@preau/shared/homework/hand-in-api.ts';
import type { ClassId, FileId, HomeworkId, SchoolId, SequenceId } from '@preau/shared/kernel/ids.ts';
import { identityOperations } from '@preau/shared/identity/api.ts';
import { fromMarkdown } from '@preau/shared/kernel/markdown.ts';
import { RichText } from '@preau/shared/kernel/rich-text.ts';
import { addDays, localDateOf } from '@preau/shared/kernel/school-time.ts';
import { notebookOperations } from '@preau/shared/notebook/api.ts';
import type { RecordKey } from '@preau/shared/notebook/schema.ts';
import { launchBrowser } from './browser.ts';
import { askAs } from './notebook-door.ts';
import { whileOpen } from './publication.ts';
import { AGENTS, as, aVisitor, DESKTOP, FAMILIES, enterAs, type Guichet, type Visitor } from './visitor.ts';
import { faultsOf, watch, type Witness } from './witness.ts';
import { payloads } from './xss-corpus.ts';

const web = inject('web');
const TODAY = localDateOf(new Date().toISOString());
/** Texts of this run only, on a system that has seen others. */
const RUN = crypto.randomUUID().slice(0, 8);

const chunked = <T>(list: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(list.length / size) }, (_, index) => list.slice(index * size, (index + 1) * size));

/** The same text as a hostile client would send it: raw, without Markdown in between; what the schema refuses is not sent. */
const rawText = (texts: readonly string[]) => ({
  type: 'doc' as const,
  content: texts
    .map((text) => ({ type: 'paragraph' as const, content: [{ type: 'text' as const, text }] }))
    .filter((paragraph) => RichText.safeParse({ type: 'doc', content: [paragraph] }).success),
});

let browser: Browser;
let teacher: Visitor;
let homeworkId: HomeworkId;
const witness: Witness = { seen: [] };
const recordIds: RecordKey[] = [];
const sequenceIds: SequenceId[] = [];

const open = async (page: Page, path: string): Promise<void> => {
  await page.goto(`${web}${path}`);
  expect(await faultsOf(page), path).toEqual([]);
};

/** The first records have no visa: they are opened in the editor. */
const EDITED = 2;

/** Notes that the author keeps for himself, and, once the head has seen the records, what completes them for everybody. */
const completeRecords = async (schoolId: SchoolId): Promise<void> => {
  const parts = chunked(payloads, 50);
  for (const [index, recordId] of recordIds.entries()) {
    const text = rawText(parts[index] ?? []);
    await askAs(teacher.context, notebookOperations.writeNotes, { path: { recordId }, body: { revision: 0, text } });
  }
  const seen = [...recordIds.entries()].slice(EDITED);
  const records = seen.map(([, recordId]) => ({ recordId, revision: 2 }));
  await as(browser, DESKTOP, AGENTS, 'Isabelle Marchal', async (page) => {
    await askAs(page.context(), notebookOperations.grantVisa, { path: { schoolId }, body: { records } });
  });
  for (const [index, recordId] of seen) {
    const texts = parts[index] ?? [];
    for (const [nth, text] of [rawText(texts), fromMarkdown(texts.join('\n\n'))].entries())
      await askAs(teacher.context, notebookOperations.addAddendum, {
        path: { recordId },
        body: { text, requestId: `${RUN}-addendum-${index}-${nth}` },
      });
  }
};

/** A piece of work, what a pupil hands in and what is answered, each with its share of the texts. */
const giveHostileWork = async (classId: ClassId): Promise<void> => {
  const [statement = [], handedIn = [], comment = [], common = []] = chunked(payloads, Math.ceil(payloads.length / 4));
  const [title = 'x', criterion = 'x', level = 'x', choice = 'x', ...links] = statement
    .map((text) => text.trim())
    .filter((text) => text.length < 80);
  const { chosen } = await askAs(teacher.context, homeworkOperations.readComposer, { query: { classId } });
  const lesson = chosen?.lessons.findLast(({ cancelled }) => !cancelled);
  if (lesson === undefined) throw new Error('No lesson ahead');
  const given = await askAs(teacher.context, homeworkOperations.giveWork, {
    body: {
      audience: { kind: 'class', classId },
      due: { kind: 'lesson', lessonId: lesson.lessonId },
      kind: 'handIn',
      body: rawText(statement),
      links: links.slice(0, 10).map((text, index) => ({ url: `https://a.example/${index}`, title: text })),
      files: [],
      as: 'publish',
      requestId: `${RUN}-work`,
    },
  });
  ({ homeworkId } = given.row);
  const path = { homeworkId };
  const answers = [choice, title].map((label, index) => ({ key: `k${index}`, label }));
  const { revision } = await askAs(teacher.context, handInOperations.planHandIns, {
    path,
    body: {
      closesAt: '23:59',
      lateAllowed: true,
      groupOf: 1,
      rubric: [{ key: 'c1', name: criterion, levels: [0, 2].map((points) => ({ label: level, points })) }],
      quiz: [{ key: 'q1', kind: 'single', prompt: title, points: 1, choices: answers, right: 'k0' }],
      revision: 0,
    },
  });
  await as(browser, DESKTOP, FAMILIES, 'Léa Keller', async (page) => {
    const lea = page.context();
    const { personId } = await askAs(lea, identityOperations.readSession, {});
    await askAs(lea, handInOperations.handInWork, {
      path,
      body: { text: handedIn.join('\n'), files: [], answers: { q1: 'k1' }, with: [], requestId: `${RUN}-hand-in` },
    });
    await askAs(teacher.context, handInOperations.correctHandIn, {
      path: { homeworkId, pupilId: personId },
      body: { comment: comment.join('\n').slice(0, 5000), files: [], notes: [], marks: { c1: 1 }, revision: 0 },
    });
  });
  const together = { comment: common.join('\n').slice(0, 5000), files: [], revision };
  const plan = await askAs(teacher.context, handInOperations.correctTogether, { path, body: together });
  await askAs(teacher.context, handInOperations.returnHandIns, { path, body: { revision: plan.revision } });
};

const uploadNamed = async (name: string): Promise<FileId | undefined> => {
  const bytes = Buffer.from('Un document ordinaire.\n');
  const prepared = await askAs(teacher.context, filesOperations.prepareUpload, {
    body: { purpose: 'resource', name, bytes: bytes.length },
  });
  if (prepared.form === undefined) return undefined;
  const form = new FormData();
  for (const [field, value] of Object.entries(prepared.form.fields)) form.append(field, value);
  form.append('file', new Blob([bytes]));
  await fetch(prepared.form.url, { method: 'POST', body: form, redirect: 'manual' });
  await askAs(teacher.context, filesOperations.confirmArrival, { path: { fileId: prepared.fileId } });
  return prepared.fileId;
};

beforeAll(async () => {
  browser = await launchBrowser();
  teacher = await aVisitor(browser, DESKTOP);
  watch(teacher.context, witness);
  await enterAs(teacher, AGENTS, 'Anne-Sophie Schmitt');
  const home = await askAs(teacher.context, directoryOperations.readHome, {});
  if (home.role !== 'teacher' || home.schools[0] === undefined) throw new Error('No teacher');
  const { schoolId } = home.schools[0];
  const { classes } = await askAs(teacher.context, directoryOperations.listClasses, { path: { schoolId } });
  const fourthB = classes.find(({ name }) => name === '4B');
  if (fourthB === undefined) throw new Error('No class');

  // File names: a dozen of the worst, made of text so that the scanner accepts them.
  const names = payloads.filter((text) => text.length < 100 && !/[\p{Cc}]/u.test(text)).slice(0, 10);
  const fileIds = (await Promise.all(names.map((name) => uploadNamed(`${name}.txt`)))).filter((id) => id !== undefined);

  await whileOpen(browser, async () => {
    for (const [index, part] of chunked(payloads, 50).entries()) {
      const [short = 'x'] = part.filter((text) => text.trim().length <= 80);
      const added = await askAs(teacher.context, notebookOperations.addRecord, {
        path: { schoolId },
        body: { date: addDays(TODAY, -20), subject: short, classId: fourthB.classId, requestId: `${RUN}-record-${index}` },
      });
      recordIds.push(added.recordId);
      const half = part.length / 2;
      await askAs(teacher.context, notebookOperations.writeRecord, {
        path: { recordId: added.recordId },
        body: {
          revision: 1,
          title: short,
          sections: {
            content: fromMarkdown(part.slice(0, half).join('\n\n')),
            before: fromMarkdown(part.slice(half).join('\n\n')),
            during: rawText(part.slice(0, half)),
            after: rawText(part.slice(half)),
          },
          fileIds: index === 0 ? fileIds : [],
          links: part.slice(0, 10).map((text) => ({ label: text.trim().slice(0, 120), href: 'https://a.example/' })),
          publication: 'now',
        },
      });
    }
    await completeRecords(schoolId);
    await giveHostileWork(fourthB.classId);
  });
  for (const [index, part] of chunked(
    payloads.filter((text) => text.trim().length <= 120),
    40,
  ).entries()) {
    const { sequenceId } = await askAs(teacher.context, notebookOperations.addSequence, {
      path: { schoolId },
      body: {
        title: part[0]?.trim() ?? 'x',
        subject: part[1]?.trim().slice(0, 80) ?? '',
        level: part[2]?.trim().slice(0, 40) ?? '',
        requestId: `${RUN}-sequence-${index}`,
      },
    });
    sequenceIds.push(sequenceId);
    for (const [place, title] of part.entries())
      await askAs(teacher.context, notebookOperations.addStep, {
        path: { sequenceId },
        body: { title: title.trim(), sections: {}, fileIds: [], links: [], requestId: `${RUN}-step-${index}-${place}` },
      });
  }
  const titles = payloads.map((text) => text.trim()).filter((text) => text.length <= 120);
  for (const [index, title] of titles.slice(0, 40).entries())
    await askAs(teacher.context, notebookOperations.addProgression, {
      path: { schoolId },
      body: { title, shared: true, sequenceIds, requestId: `${RUN}-progression-${index}` },
    });
}, 300_000);
afterAll(() => browser.close());

describe('five hundred hostile texts in the notebook and in homework', () => {
  it('run nothing on the pages of the teacher who writes them, in the editor neither', async () => {
    const { page } = teacher;
    await open(page, `/cahier?semaine=${addDays(TODAY, -20)}`);
    for (const [index, recordId] of recordIds.entries()) {
      await open(page, `/cahier/${recordId}`);
      if (index >= EDITED) continue;
      await page.getByRole('button', { name: /Mettre en forme : Contenu/ }).click();
      await page.getByRole('toolbar', { name: 'Mise en forme' }).waitFor();
      expect(await faultsOf(page)).toEqual([]);
    }
    await open(page, '/cahier/sequences');
    for (const sequenceId of sequenceIds) await open(page, `/cahier/sequences/${sequenceId}`);
  });

  it('run nothing before families nor before the head', async () => {
    const readAs = (guichet: Guichet, who: string, path: string): Promise<void> =>
      as(browser, DESKTOP, guichet, who, async (page) => {
        watch(page.context(), witness);
        await open(page, path);
        const inside =
          guichet === FAMILIES
            ? page.getByRole('navigation', { name: 'Mes enfants' }).getByRole('link', { name: /Léa/ })
            : page.getByRole('link', { name: '4B', exact: true });
        await inside.click();
        await page.waitForURL(/enfant=|classe=/);
        if (guichet === AGENTS) await page.goto(`${page.url()}&semaine=${addDays(TODAY, -20)}`);
        expect(await faultsOf(page)).toEqual([]);
        for (const recordId of recordIds) {
          await open(page, `/cahier/${recordId}`);
          expect((await page.getByRole('main').innerText()).length, recordId).toBeGreaterThan(2000);
        }
      });
    await Promise.all([
      readAs(FAMILIES, 'Camille Keller', `/cahier?jour=${addDays(TODAY, -20)}`),
      readAs(AGENTS, 'Isabelle Marchal', '/cahier'),
    ]);
  });

  it('run nothing in homework, in what is handed in nor in what is answered', async () => {
    const { page } = teacher;
    for (const path of ['', '/rendus', '/rendus/reglages', '/rendus/commune', '/modifier', '/copier'])
      await open(page, `/devoirs/${homeworkId}${path}`);
    await open(page, '/devoirs');
    await open(page, `/devoirs/${homeworkId}/rendus`);
    await page.getByRole('link', { name: /^(?:Corriger|Revoir)/ }).click();
    await page.waitForURL(/\/rendus\/per_/);
    expect(await faultsOf(page)).toEqual([]);
    const readAs = (who: string): Promise<void> =>
      as(browser, DESKTOP, FAMILIES, who, async (reader) => {
        watch(reader.context(), witness);
        await open(reader, '/devoirs');
        await open(reader, `/devoirs/${homeworkId}`);
        expect((await reader.getByRole('main').innerText()).length, who).toBeGreaterThan(15_000);
      });
    await Promise.all(['Léa Keller', 'Camille Keller'].map(readAs));
  });

  it('run nothing in the page that is taken away, wherever it is opened', async () => {
    const year = Number(TODAY.slice(0, 4)) - (TODAY.slice(5) < '08' ? 1 : 0);
    const answer = await teacher.context.request.get(`${web}/cahier/export?annee=${year}&forme=page`);
    const { page, close, context } = await aVisitor(browser, DESKTOP);
    watch(context, witness);
    await page.setContent(await answer.text());
    expect(await faultsOf(page)).toEqual([]);
    await close();
  });

  it('were refused nothing by the page’s policy, for nothing of theirs asked to run', () => {
    expect(witness.seen).toEqual([]);
  });
});
