import { describe, expect, it } from 'vitest';
import { aWorld, HEAD, LEA, lessonIdAt, MOTHER, MULLER, said, SCHMITT, SCHOOL, staff, THIRD_A, wordsOf } from './world.testing.ts';

const FIRST = lessonIdAt('first');
const TOGETHER = lessonIdAt('together');
const substituteFor = (from: string, until: string) =>
  staff(
    'remplacante',
    ['ENS'],
    { schoolId: SCHOOL },
    {
      posts: [],
      grants: [{ kind: 'substitute', schoolId: SCHOOL, from, until, forTeacherId: SCHMITT.personId, classIds: [THIRD_A], groupIds: [] }],
    },
  );

describe('two teachers of one lesson', () => {
  it('both write it, and the second to save is told, with the other’s text, and overwrites nothing', async () => {
    const world = await aWorld();
    await world.write(SCHMITT, TOGETHER, 'Écrit par Schmitt', { publication: 'draft' });
    const { status, body } = await world.write(MULLER, TOGETHER, 'Écrit par Muller', { publication: 'draft' });
    expect([status, body.code]).toEqual([409, 'notebook.changed-meanwhile']);
    expect(JSON.stringify(body.details?.['current'])).toContain('Écrit par Schmitt');
    expect(body.details?.['current']).toMatchObject({ backstage: { revision: 1, writtenBy: { name: 'Mme schmitt' } } });
    expect((await world.write(MULLER, TOGETHER, 'Les deux', { revision: 1 })).status).toBe(200);
    const { versions } = (await world.call(SCHMITT, 'listVersions', { path: { recordId: TOGETHER } })).body;
    expect(versions.map((one: { revision: number; writtenBy: { name: string } }) => [one.revision, one.writtenBy.name])).toEqual([
      [2, 'Mme muller'],
      [1, 'Mme schmitt'],
    ]);
    for (const author of [SCHMITT, MULLER]) expect((await world.list(author)).body.records).toHaveLength(1);
  });

  it('lets exactly one of twenty simultaneous writings through, and keeps the history whole', async () => {
    const world = await aWorld();
    await world.write(SCHMITT, TOGETHER, 'Avant');
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        world.write(index % 2 === 0 ? SCHMITT : MULLER, TOGETHER, `Texte ${index}`, { revision: 1 }),
      ),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ body }) => body.code === 'notebook.changed-meanwhile')).toHaveLength(19);
    const { versions } = (await world.call(SCHMITT, 'listVersions', { path: { recordId: TOGETHER } })).body;
    expect(versions.map((one: { revision: number }) => one.revision)).toEqual([2, 1]);
  });

  it('records the same submit sent twice once', async () => {
    const world = await aWorld();
    const once = await world.write(SCHMITT, FIRST, 'Une fois');
    expect(await world.write(SCHMITT, FIRST, 'Une fois')).toEqual(once);
  });
});

describe('a substitute', () => {
  it('writes on the dates of the substitution, and no other day', async () => {
    const world = await aWorld();
    const present = substituteFor('2026-11-23', '2026-11-29');
    expect((await world.write(present, FIRST, 'Par la remplaçante')).status).toBe(200);
    expect((await world.write(present, lessonIdAt('first', '2026-11-30'), 'Trop tard')).status).toBe(404);
    expect((await world.write(present, lessonIdAt('other'), 'Pas sa classe')).status).toBe(404);
    expect((await world.list(present)).body.records).toMatchObject([{ recordId: FIRST }]);
    expect((await world.list(SCHMITT)).body.records).toMatchObject([
      { recordId: FIRST, backstage: { writtenBy: { name: 'remplacante Keller' } } },
    ]);
  });

  it('finds what the absent teacher left, instead of a blank page', async () => {
    const world = await aWorld();
    await world.write(SCHMITT, FIRST, 'Pour qui me remplace', { publication: 'draft' });
    expect((await world.list(substituteFor('2026-11-23', '2026-11-29'))).body.records).toMatchObject([
      { recordId: FIRST, may: { write: true } },
    ]);
  });
});

describe('private notes', () => {
  it('are read by their author and by nobody else, in no other answer', async () => {
    const world = await aWorld();
    const path = { recordId: TOGETHER };
    await world.write(SCHMITT, TOGETHER, 'Publié');
    await world.call(SCHMITT, 'writeNotes', { path, body: { revision: 0, text: said('SECRET-DE-SCHMITT').sections.content } });
    expect((await world.call(MULLER, 'readNotes', { path })).body).toEqual({});
    await world.call(MULLER, 'writeNotes', { path, body: { revision: 0, text: said('Notes de Muller').sections.content } });
    expect(JSON.stringify((await world.call(SCHMITT, 'readNotes', { path })).body)).toContain('SECRET-DE-SCHMITT');
    for (const stranger of [HEAD, LEA, MOTHER]) expect((await world.call(stranger, 'readNotes', { path })).status).toBe(404);

    world.know(SCHMITT);
    const answers = await Promise.all([
      ...[SCHMITT, MULLER, HEAD, LEA, MOTHER].map((reader) => world.read(reader, TOGETHER)),
      ...[SCHMITT, MULLER, LEA].map((reader) => world.list(reader)),
      world.list(HEAD, { classId: THIRD_A }),
      world.list(HEAD, { teacherId: SCHMITT.personId }),
      world.call(HEAD, 'listVersions', { path }),
      world.call(HEAD, 'exportYear', {
        path: { year: '2026' },
        query: { teacherId: SCHMITT.personId, schoolId: SCHOOL, after: '2026-11-10' },
      }),
    ]);
    for (const { status, body } of answers) {
      expect(status).toBe(200);
      expect(JSON.stringify(body)).not.toContain('SECRET-DE-SCHMITT');
    }
  });

  it('are kept before anything is published, and told when another window changed them', async () => {
    const world = await aWorld();
    const path = { recordId: FIRST };
    const write = (markdown: string, revision: number) =>
      world.call(SCHMITT, 'writeNotes', { path, body: { revision, text: said(markdown).sections.content } });
    expect((await write('une', 0)).status).toBe(200);
    expect((await write('deux', 0)).body).toMatchObject({ code: 'notebook.changed-meanwhile', details: { current: { revision: 1 } } });
    expect((await write('deux', 1)).status).toBe(200);
  });
});

describe('the head’s visa', () => {
  const visa = (recordId: string, revision: number) => ({ path: { schoolId: SCHOOL }, body: { records: [{ recordId, revision }] } });

  it('closes a published record for good: it is completed, never changed nor taken away', async () => {
    const world = await aWorld();
    await world.write(SCHMITT, FIRST, 'Vu');
    expect((await world.call(HEAD, 'grantVisa', visa(FIRST, 1))).body).toEqual({ visaed: [FIRST], leftOut: [] });
    expect((await world.call(HEAD, 'grantVisa', visa(FIRST, 1))).body.visaed).toEqual([FIRST]);
    expect((await world.write(SCHMITT, FIRST, 'Changé', { revision: 1 })).body.code).toBe('notebook.visaed');
    expect((await world.call(SCHMITT, 'withdrawRecord', { path: { recordId: FIRST }, body: { revision: 1 } })).body.code).toBe(
      'notebook.visaed',
    );
    const addendum = { text: said('Complément').sections.content, requestId: 'addendum-1' };
    const added = await world.call(SCHMITT, 'addAddendum', { path: { recordId: FIRST }, body: addendum });
    expect(await world.call(SCHMITT, 'addAddendum', { path: { recordId: FIRST }, body: addendum })).toEqual(added);
    const { body } = await world.read(LEA, FIRST);
    expect(wordsOf(body)).toContain('Vu');
    expect(body.addenda).toHaveLength(1);
  });

  it('is for what the head has read: not for a draft, nor for a text changed since', async () => {
    const world = await aWorld();
    await world.write(SCHMITT, FIRST, 'Un');
    await world.write(SCHMITT, FIRST, 'Deux', { revision: 1 });
    expect((await world.call(HEAD, 'grantVisa', visa(FIRST, 1))).body).toEqual({ visaed: [], leftOut: [FIRST] });
    await world.write(SCHMITT, TOGETHER, 'Brouillon', { publication: 'draft' });
    expect((await world.call(HEAD, 'grantVisa', visa(TOGETHER, 1))).body.leftOut).toEqual([TOGETHER]);
    const elsewhere = staff('ailleurs', ['DIR'], { schoolId: 'sch_otherotherother' as typeof SCHOOL });
    expect((await world.call(elsewhere, 'grantVisa', visa(FIRST, 2))).status).toBe(404);
    expect((await world.call(SCHMITT, 'grantVisa', visa(FIRST, 2))).status).toBe(404);
  });

  it('holds against a teacher who saves at the same moment', async () => {
    const world = await aWorld();
    await world.write(SCHMITT, FIRST, 'Vu');
    const [granted, written] = await Promise.all([
      world.call(HEAD, 'grantVisa', visa(FIRST, 1)),
      world.write(SCHMITT, FIRST, 'Changé', { revision: 1 }),
    ]);
    const record = await world.services.store.findRecord(FIRST);
    if (granted.body.visaed.length === 1) expect([written.status, record?.revision]).toEqual([409, 1]);
    else expect([written.status, record?.visa]).toEqual([200, undefined]);
  });
});
