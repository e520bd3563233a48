import { describe, expect, it } from 'vitest';
import { termsOf } from '@preau/shared/timetable/changes.ts';
import type { Lesson } from '@preau/shared/timetable/schema.ts';
import {
  at,
  aWorld,
  files,
  HEAD,
  LEA,
  lessonIdAt,
  MOTHER,
  MULLER,
  pupilOf,
  said,
  SCHMITT,
  SCHOOL,
  THIRD_B,
  TODAY,
  wordsOf,
} from './world.testing.ts';

const FIRST = lessonIdAt('first');
const TOGETHER = lessonIdAt('together');

describe('a record that is taken away', () => {
  it('leaves its readers, keeps its history, and may be written again', async () => {
    const world = await aWorld();
    await world.write(SCHMITT, FIRST, 'À retirer');
    const gone = { path: { recordId: FIRST }, body: { revision: 1 } };
    expect((await world.call(SCHMITT, 'withdrawRecord', gone)).status).toBe(200);
    expect((await world.call(SCHMITT, 'withdrawRecord', gone)).status).toBe(200);
    expect((await world.read(LEA, FIRST)).status).toBe(404);
    const { body } = await world.list(SCHMITT);
    expect(body.records).toEqual([]);
    expect(body.unwritten.map((one: { lessonId: string }) => one.lessonId)).toContain(FIRST);
    expect((await world.read(SCHMITT, FIRST)).body).toMatchObject({ title: '', sections: {}, backstage: { revision: 2 } });
    await world.write(SCHMITT, FIRST, 'De nouveau', { revision: 2 });
    const { versions } = (await world.call(HEAD, 'listVersions', { path: { recordId: FIRST } })).body;
    expect(versions.map((one: { withdrawn: boolean }) => one.withdrawn)).toEqual([false, true, false]);
  });
});

describe('a lesson that changes', () => {
  const moveTo = (date: string) => (lesson: Lesson) => ({
    ...lesson,
    date,
    start: '15:00',
    end: '16:00',
    change: { kind: 'moved' as const, since: at('12:00'), previous: termsOf(lesson) },
  });

  it('takes its record along, with a flag that says from where', async () => {
    const world = await aWorld();
    await world.write(SCHMITT, TOGETHER, 'Suit son cours');
    await world.change(TOGETHER, moveTo('2026-11-26'), 2);
    expect((await world.list(LEA)).body.records).toEqual([]);
    expect((await world.list(LEA, { from: '2026-11-26', until: '2026-11-26' })).body.records).toMatchObject([
      { recordId: TOGETHER, start: '15:00', flag: { kind: 'moved', from: { date: TODAY, start: '09:00' } } },
    ]);
    const record = await world.services.store.findRecord(TOGETHER);
    expect(record?.version).toBe(2);
  });

  it('takes along a publication that waited for the lesson', async () => {
    const world = await aWorld();
    world.setClock(at('07:30'));
    await world.write(SCHMITT, FIRST, 'Plus tard', { publication: 'lesson' });
    await world.change(FIRST, moveTo('2026-11-26'));
    expect((await world.read(SCHMITT, FIRST)).body.publishedAt).toBe(at('16:00', '2026-11-26'));
  });

  it('flags its record when it is cancelled, and unflags it when it is given after all', async () => {
    const world = await aWorld();
    await world.write(SCHMITT, FIRST, 'Prévu');
    await world.change(FIRST, (lesson) => ({ ...lesson, change: { kind: 'cancelled', since: at('07:00'), previous: termsOf(lesson) } }));
    expect((await world.read(LEA, FIRST)).body.flag).toEqual({ kind: 'cancelled', since: at('07:00') });
    await world.change(FIRST, ({ change: _change, ...lesson }) => lesson);
    expect((await world.read(LEA, FIRST)).body.flag).toBeUndefined();
  });

  it('opens its record to the colleague who takes it over, at once, and keeps it for the teacher replaced', async () => {
    const world = await aWorld();
    await world.write(SCHMITT, FIRST, 'Laissé par Schmitt');
    await world.change(FIRST, (lesson) => ({
      ...lesson,
      teachers: [{ personId: MULLER.personId, name: 'Mme muller' }],
      change: { kind: 'replaced', since: at('07:00'), previous: termsOf(lesson) },
    }));
    expect((await world.list(MULLER)).body.records).toMatchObject([
      { recordId: FIRST, may: { write: true }, flag: { kind: 'taken-over' } },
    ]);
    expect((await world.write(MULLER, FIRST, 'Fait par Muller', { revision: 1 })).status).toBe(200);
    expect((await world.list(SCHMITT)).body.records).toMatchObject([{ recordId: FIRST }]);
  });

  it('loses nothing when its record is written at the same moment', async () => {
    const world = await aWorld();
    await world.write(SCHMITT, FIRST, 'Avant');
    const [, ...writings] = await Promise.all([
      world.change(FIRST, moveTo('2026-11-26'), 2),
      ...[1, 2, 3].map((round) => world.write(SCHMITT, FIRST, `Pendant ${round}`, { revision: round })),
    ]);
    const record = await world.services.store.findRecord(FIRST);
    expect(record?.date).toBe('2026-11-26');
    expect(record?.revision).toBe(1 + writings.filter(({ status }) => status === 200).length);
  });
});

describe('files', () => {
  it.each([
    ['one’s own', files.clean, 200],
    ['one’s own, not judged yet', files.waiting, 200],
    ['refused', files.refused, 422],
    ['a colleague’s', files.mullers, 422],
    ['a pupil’s hand-in', files.handIn, 422],
  ])('that are %s: %#', async (_what, file, status) => {
    const world = await aWorld();
    expect((await world.write(SCHMITT, FIRST, 'Fichier', { fileIds: [file.fileId] })).status).toBe(status);
  });

  it('of a co-teacher stay when the other one writes', async () => {
    const world = await aWorld();
    await world.write(SCHMITT, TOGETHER, 'Un', { fileIds: [files.clean.fileId] });
    expect((await world.write(MULLER, TOGETHER, 'Deux', { revision: 1, fileIds: [files.clean.fileId, files.mullers.fileId] })).status).toBe(
      200,
    );
  });

  it('are downloaded by those who see them in the record, once judged harmless', async () => {
    const world = await aWorld();
    await world.write(SCHMITT, FIRST, 'Fichiers', { fileIds: [files.clean.fileId, files.waiting.fileId] });
    const download = (reader: typeof LEA, fileId: string) => world.call(reader, 'readFile', { path: { recordId: FIRST, fileId } });
    expect(await download(LEA, files.clean.fileId)).toMatchObject({ status: 303, location: 'https://files.example/clean' });
    expect((await download(LEA, files.waiting.fileId)).body.code).toBe('notebook.file-unknown');
    expect((await download(LEA, files.mullers.fileId)).body.code).toBe('notebook.file-unknown');
    expect((await download(pupilOf('ben', THIRD_B), files.clean.fileId)).body.code).toBe('kernel.not-found');
    await world.write(SCHMITT, FIRST, 'Sans fichier', { revision: 1 });
    expect((await download(LEA, files.clean.fileId)).body.code).toBe('notebook.file-unknown');
  });
});

describe('a school year that is over', () => {
  const LAST_YEAR = lessonIdAt('first', '2026-06-22');

  it('is read by its teacher and the head, copied, exported, and changed by nobody', async () => {
    const world = await aWorld();
    world.setClock(at('12:00', '2026-06-22'));
    await world.write(SCHMITT, LAST_YEAR, 'L’an dernier');
    world.setClock(at('12:00'));
    for (const reader of [SCHMITT, HEAD]) expect((await world.read(reader, LAST_YEAR)).status).toBe(200);
    for (const reader of [LEA, MOTHER]) expect((await world.read(reader, LAST_YEAR)).status).toBe(404);
    expect((await world.list(LEA, { from: '2026-06-22', until: '2026-06-22' })).body.records).toEqual([]);
    expect((await world.write(SCHMITT, LAST_YEAR, 'Réécrit', { revision: 1 })).body.code).toBe('notebook.year-closed');
    expect((await world.call(SCHMITT, 'withdrawRecord', { path: { recordId: LAST_YEAR }, body: { revision: 1 } })).body.code).toBe(
      'notebook.year-closed',
    );
    const copied = await world.call(SCHMITT, 'copyRecord', { path: { recordId: LAST_YEAR }, body: { lessonIds: [FIRST] } });
    expect(copied.body).toEqual({ copied: [FIRST], skipped: [] });
    expect((await world.read(LEA, FIRST)).status).toBe(404);
    expect(wordsOf((await world.read(SCHMITT, FIRST)).body)).toContain('L’an dernier');
  });

  it('is exported month after month: whole for its author, published only for the head', async () => {
    const world = await aWorld();
    await world.write(SCHMITT, FIRST, 'Publié');
    await world.write(SCHMITT, lessonIdAt('first', '2027-06-28'), 'Brouillon', { publication: 'draft' });
    await world.call(SCHMITT, 'writeNotes', { path: { recordId: FIRST }, body: { revision: 0, text: said('Note').sections.content } });
    const everything = async (actor: typeof SCHMITT, query: Record<string, string>) => {
      const pages = [];
      for (let after: string | undefined, more = true; more;) {
        const { body } = await world.call(actor, 'exportYear', {
          path: { year: '2026' },
          query: { ...query, ...(after === undefined ? {} : { after }) },
        });
        pages.push(body);
        after = body.next;
        more = after !== undefined;
      }
      return { records: pages.flatMap((page) => page.records), notes: pages.flatMap((page) => page.notes) };
    };
    expect(await everything(SCHMITT, {})).toMatchObject({ records: [{}, {}], notes: [{}] });
    expect(await everything(HEAD, { teacherId: SCHMITT.personId, schoolId: SCHOOL })).toMatchObject({
      records: [{ recordId: FIRST }],
      notes: [],
    });
    expect((await world.call(MULLER, 'exportYear', { path: { year: '2026' }, query: { teacherId: SCHMITT.personId } })).status).toBe(404);
  });
});
