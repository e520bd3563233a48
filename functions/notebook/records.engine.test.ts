import { describe, expect, it } from 'vitest';
import {
  at,
  aWorld,
  HEAD,
  LATIN,
  LEA,
  lessonIdAt,
  MOTHER,
  MULLER,
  parentOf,
  person,
  pupilOf,
  SCHMITT,
  SCHOOL,
  staff,
  THIRD_A,
  THIRD_B,
  TODAY,
  wordsOf,
} from './world.testing.ts';

const FIRST = lessonIdAt('first');

describe('a lesson’s record', () => {
  it('is a draft that only its teachers read, until it is published', async () => {
    const world = await aWorld();
    expect((await world.write(SCHMITT, FIRST, 'Thalès', { publication: 'draft' })).status).toBe(200);
    for (const reader of [LEA, MOTHER, HEAD, MULLER]) expect((await world.read(reader, FIRST)).status).toBe(404);
    expect((await world.list(LEA)).body.records).toEqual([]);
    expect((await world.list(SCHMITT)).body.records).toMatchObject([{ recordId: FIRST, backstage: { publication: 'draft', revision: 1 } }]);

    await world.write(SCHMITT, FIRST, 'Thalès et sa réciproque', { revision: 1 });
    for (const reader of [LEA, MOTHER, HEAD, MULLER]) expect(wordsOf((await world.read(reader, FIRST)).body)).toContain('réciproque');
    expect((await world.list(LEA)).body.records).toHaveLength(1);
    expect((await world.list(MOTHER, { pupilId: LEA.personId })).body.records).toMatchObject([
      { recordId: FIRST, teachers: ['Mme schmitt'], may: { write: false, complete: false, visa: false } },
    ]);
  });

  it('shows its readers no draft, no author, no visa and no revision', async () => {
    const world = await aWorld();
    await world.write(SCHMITT, FIRST, 'Publié');
    await world.call(HEAD, 'grantVisa', { path: { schoolId: SCHOOL }, body: { records: [{ recordId: FIRST, revision: 1 }] } });
    const { body } = await world.read(MOTHER, FIRST);
    expect(Object.keys(body)).not.toContain('backstage');
    expect(JSON.stringify(body)).not.toContain(SCHMITT.personId);
    expect(JSON.stringify(body)).not.toContain('head');
  });

  it('waits for the morning when it is published at night', async () => {
    const world = await aWorld();
    world.setClock(at('22:00'));
    const { body } = await world.write(SCHMITT, FIRST, 'Écrit le soir');
    expect(body.publishedAt).toBe(at('07:00', '2026-11-24'));
    expect((await world.read(LEA, FIRST)).status).toBe(404);
    world.setClock('2026-11-24T05:59:59.999Z');
    expect((await world.read(LEA, FIRST)).status).toBe(404);
    world.setClock(at('07:00', '2026-11-24'));
    expect((await world.read(LEA, FIRST)).status).toBe(200);
  });

  it('keeps for its readers what they saw, while a change made at night waits for the morning', async () => {
    const world = await aWorld();
    await world.write(SCHMITT, FIRST, 'Le matin');
    world.setClock(at('22:00'));
    await world.write(SCHMITT, FIRST, 'La nuit', { revision: 1 });
    expect(wordsOf((await world.read(LEA, FIRST)).body)).toContain('Le matin');
    expect(wordsOf((await world.read(SCHMITT, FIRST)).body)).toContain('La nuit');
    await world.write(SCHMITT, FIRST, 'La nuit, encore', { revision: 2, publication: 'draft' });
    expect((await world.read(SCHMITT, FIRST)).body.backstage?.earlierSince).toBe(at('12:00'));
    world.setClock(at('07:00', '2026-11-24'));
    expect(wordsOf((await world.read(LEA, FIRST)).body)).toContain('Le matin');
    await world.write(SCHMITT, FIRST, 'La nuit, encore', { revision: 3 });
    expect(wordsOf((await world.read(LEA, FIRST)).body)).toContain('encore');
  });

  it('may wait for the end of its lesson', async () => {
    const world = await aWorld();
    world.setClock(at('07:30'));
    expect((await world.write(SCHMITT, FIRST, 'Contrôle surprise', { publication: 'lesson' })).body.publishedAt).toBe(at('09:00'));
    expect((await world.list(LEA)).body.records).toEqual([]);
    world.setClock(at('09:00'));
    expect((await world.list(LEA)).body.records).toHaveLength(1);
  });

  it('is not published empty', async () => {
    const world = await aWorld();
    expect((await world.write(SCHMITT, FIRST, ' ')).body.code).toBe('notebook.nothing-to-publish');
    expect((await world.write(SCHMITT, FIRST, ' ', { publication: 'draft' })).status).toBe(200);
  });

  it('is for the members of its group, of both classes, and for nobody else of them', async () => {
    const world = await aWorld();
    await world.write(SCHMITT, lessonIdAt('latin'), 'Rosa, rosam');
    for (const member of [pupilOf('a', THIRD_A, [LATIN]), pupilOf('b', THIRD_B, [LATIN]), parentOf('b', THIRD_B, [LATIN])]) {
      expect((await world.read(member, lessonIdAt('latin'))).status).toBe(200);
    }
    expect((await world.list(pupilOf('b', THIRD_B, [LATIN]))).body.records).toHaveLength(1);
    expect((await world.read(LEA, lessonIdAt('latin'))).status).toBe(404);
    expect((await world.list(LEA)).body.records).toEqual([]);
  });

  it('follows the pupil who changes class the same day, for his parents too', async () => {
    const world = await aWorld();
    await world.write(SCHMITT, lessonIdAt('other'), 'Pour 3B');
    expect((await world.list(pupilOf('lea', THIRD_A))).body.records).toEqual([]);
    expect((await world.list(pupilOf('lea', THIRD_B))).body.records).toHaveLength(1);
    expect((await world.list(parentOf('lea', THIRD_B), { pupilId: person('lea') })).body.records).toHaveLength(1);
  });

  it('is hidden from a guardian who is not informed, from other classes, and from other staff', async () => {
    const world = await aWorld();
    await world.write(SCHMITT, FIRST, 'Publié');
    const unknown = await world.read(HEAD, lessonIdAt('first', '2026-11-24'));
    const strangers = [
      parentOf('lea', THIRD_A, [], { informed: false, decides: false, contact: true, payer: false }),
      pupilOf('ben', THIRD_B),
      staff('autre', ['ENS'], { classIds: [THIRD_B] }),
      staff('aed', ['AED']),
      staff('gestion', ['ETA']),
    ];
    for (const stranger of strangers) expect(await world.read(stranger, FIRST)).toEqual(unknown);
  });

  it('is read with the inspector’s dated access to its teacher, once published, and by the AESH of one pupil', async () => {
    const world = await aWorld();
    const dated = { schoolId: SCHOOL, from: '2026-11-02', until: '2026-11-30' };
    const inspector = staff('ia-ipr', [], {}, { posts: [], grants: [{ kind: 'inspector', ...dated, teacherId: SCHMITT.personId }] });
    const aesh = staff('aesh', [], {}, { posts: [], grants: [{ kind: 'aesh', ...dated, pupilId: LEA.personId }] });
    world.know(SCHMITT);
    await world.write(SCHMITT, FIRST, 'Publié');
    await world.write(SCHMITT, lessonIdAt('other'), 'Pour 3B', { publication: 'draft' });
    expect(
      (await world.list(inspector, { teacherId: SCHMITT.personId })).body.records.map((one: { recordId: string }) => one.recordId),
    ).toEqual([FIRST]);
    expect((await world.read(inspector, lessonIdAt('other'))).status).toBe(404);
    expect((await world.list(aesh, { pupilId: LEA.personId })).body.records).toHaveLength(1);
    expect((await world.read(aesh, lessonIdAt('other'))).status).toBe(404);
    expect((await world.list(aesh, { classId: THIRD_A })).status).toBe(404);
  });
});

describe('a page without lesson', () => {
  const add = (world: Awaited<ReturnType<typeof aWorld>>, actor: typeof SCHMITT, change: Record<string, unknown> = {}) =>
    world.call(actor, 'addRecord', {
      path: { schoolId: SCHOOL },
      body: { date: '2026-11-25', subject: 'Sortie au musée', classId: THIRD_A, requestId: 'sortie-1', ...change },
    });

  it('is added once by a teacher of the class, then written as any other', async () => {
    const world = await aWorld();
    const { body } = await add(world, SCHMITT);
    expect((await add(world, SCHMITT)).body.recordId).toBe(body.recordId);
    expect((await world.write(SCHMITT, body.recordId, 'Musée', { revision: 1 })).status).toBe(200);
    expect((await world.list(LEA, { from: '2026-11-25', until: '2026-11-25' })).body.records).toMatchObject([
      { subject: 'Sortie au musée' },
    ]);
  });

  it('is not added to the class of others, to no class, nor to a year that is over', async () => {
    const world = await aWorld();
    expect((await add(world, MULLER, { classId: THIRD_B })).status).toBe(404);
    expect((await add(world, MULLER, { groupId: LATIN })).status).toBe(404);
    expect((await add(world, SCHMITT, { classId: 'cls_nowherenowhere' })).status).toBe(404);
    expect((await add(world, SCHMITT, { date: '2026-06-30' })).body.code).toBe('notebook.year-closed');
    expect((await add(world, SCHMITT, { groupId: LATIN })).body).toMatchObject({ groups: [{ name: '3LAT' }], classes: [{}, {}] });
  });
});

describe('whose notebook', () => {
  it('shows the head what is missing, by class and by teacher', async () => {
    const world = await aWorld();
    world.know(SCHMITT);
    await world.write(SCHMITT, FIRST, 'Publié');
    const byClass = (await world.list(HEAD, { classId: THIRD_A })).body;
    expect([byClass.records.length, byClass.unwritten.length]).toEqual([1, 2]);
    expect((await world.list(HEAD, { teacherId: SCHMITT.personId })).body.unwritten).toHaveLength(3);
    expect((await world.list(MULLER, { classId: THIRD_A })).body).toMatchObject({ records: [{}], unwritten: [] });
  });

  it('tells a guardian without a chosen child to choose one', async () => {
    const world = await aWorld();
    expect((await world.list(MOTHER)).body.code).toBe('notebook.no-own-notebook');
    expect((await world.list(MOTHER, { pupilId: person('tom') })).status).toBe(404);
    expect((await world.list(LEA, { pupilId: person('tom') })).status).toBe(404);
    expect((await world.list(MOTHER, { from: TODAY, until: '2026-12-31' })).status).toBe(400);
  });
});

describe('capacity', () => {
  const words = 'Lecture du conte puis recherche du schéma narratif ; correction des exercices 3 et 4. '.repeat(6);

  it('writes a lesson of one class and one teacher in at most 6 WRU, whatever the class size', async () => {
    const world = await aWorld();
    world.table.meter.reset();
    await world.write(SCHMITT, FIRST, words);
    expect(world.table.meter.units().wru).toBeLessThanOrEqual(6);
    expect(world.table.meter.units().rru).toBeLessThanOrEqual(1);
  });

  it('reads a pupil’s day of lessons in at most 2 RRU and a week in at most 6, in one query each', async () => {
    const world = await aWorld();
    for (const name of ['first', 'together'] as const)
      for (const week of [16, 23, 30]) await world.write(SCHMITT, lessonIdAt(name, `2026-11-${week}`), words);
    world.table.meter.reset();
    await world.list(LEA);
    expect(world.table.meter.units().rru).toBeLessThanOrEqual(2);
    expect(world.table.meter.requests()).toBe(1);
    world.table.meter.reset();
    await world.list(LEA, { from: '2026-11-16', until: '2026-11-30' });
    expect(world.table.meter.units().rru).toBeLessThanOrEqual(6);
    expect(world.table.meter.requests()).toBe(1);
  });
});
