import { expect, it, vi } from 'vitest';
import { reportsOperations } from '@preau/shared/reports/api.ts';
import { aCardSubject } from '@preau/shared/reports/cards.testing.ts';
import { ClassSealed } from '@preau/shared/reports/events.ts';
import { directoryImport } from '../directory/import-people.ts';
import { CLASS_HERE, person, SCHOOL_HERE } from '../testing/small-academy.ts';
import { newCards } from './reads.ts';
import { cardOf, PERIOD, reportsWorld, type ReportsWorld } from './world.testing.ts';

vi.setConfig({ testTimeout: 30_000 });

const SCHOOL = { schoolId: SCHOOL_HERE };
const CLASS = { ...SCHOOL, classId: CLASS_HERE };
const seal = (world: ReportsWorld, requestId = 'request-1', who = 'head') =>
  world.ask(reportsOperations.sealCards, who, { path: SCHOOL, body: { period: PERIOD, classIds: [CLASS_HERE], requestId } });
const card = (pupil: string, version = 1) => ({ path: { pupilId: person(pupil), period: PERIOD, version: String(version) } });
const progressOf = async (world: ReportsWorld) => {
  const { body } = await world.ask(reportsOperations.readSealing, 'head', { path: SCHOOL, query: { period: PERIOD } });
  return body.classes.find(({ classId }) => classId === CLASS_HERE)?.progress;
};
const sealedWorld = async () => {
  const world = await reportsWorld();
  await seal(world);
  await world.work();
  return world;
};

it('seals a class, tells how far it is, and gives each pupil a paper and a code of his own', async () => {
  const world = await reportsWorld();
  expect((await seal(world)).body).toMatchObject({ classes: 1 });
  expect(await progressOf(world)).toMatchObject({ state: 'waiting', total: 0 });
  await world.work();
  expect(await progressOf(world)).toMatchObject({ state: 'done', total: 3, sealed: 3, unchanged: 0 });
  expect(world.papers.size).toBe(3);
  const { body } = await world.ask(reportsOperations.readCard, 'pupil', card('pupil'));
  expect(body.sealed.card).toEqual(cardOf('pupil'));
  const codes = await Promise.all(
    ['pupil', 'classmate', 'adult'].map(async (name) => (await world.store.findCards(person(name), PERIOD))?.versions[0]?.code),
  );
  expect(new Set(codes).size).toBe(3);
});

it('does a batch once however often it is asked and run, and goes on after a kill where it was', async () => {
  const world = await reportsWorld();
  const [first, again] = [await seal(world), await seal(world)];
  expect(again.body.batchId).toBe(first.body.batchId);
  expect(await world.waiting()).toHaveLength(1);
  let papers = 0;
  const dying = {
    ...world.services,
    papers: {
      put: async (key: string, pdf: Uint8Array) => {
        papers += 1;
        if (papers === 3) throw new Error('killed');
        await world.services.papers.put(key, pdf);
      },
    },
  };
  await expect(world.work(dying)).rejects.toThrow('killed');
  const before = await world.store.findCards(person('pupil'), PERIOD);
  await world.work();
  await world.work();
  expect(await progressOf(world)).toMatchObject({ state: 'done', total: 3, sealed: 3 });
  expect((await world.store.findCards(person('pupil'), PERIOD))?.versions).toHaveLength(1);
  if (before !== undefined) expect(await world.store.findCards(person('pupil'), PERIOD)).toEqual(before);
});

it('leaves a card whose content has not changed, and seals a new version over one that has', async () => {
  const world = await sealedWorld();
  const [first] = (await world.store.findCards(person('pupil'), PERIOD))?.versions ?? [];
  world.setCards([cardOf('pupil', { subjects: [aCardSubject({ remark: 'Corrigée' })] }), cardOf('classmate')]);
  await seal(world, 'request-2');
  await world.work();
  expect(await progressOf(world)).toMatchObject({ total: 2, sealed: 1, unchanged: 1 });
  const versions = (await world.store.findCards(person('pupil'), PERIOD))?.versions ?? [];
  expect(versions.map(({ version, revoked }) => [version, revoked === undefined])).toEqual([
    [1, false],
    [2, true],
  ]);
  const verify = (code = '') => world.ask(reportsOperations.verifyCard, 'teacher', { path: { code } });
  expect((await verify(first?.code)).body.status).toBe('revoked');
  expect((await verify(versions[1]?.code)).body.status).toBe('valid');
  expect((await world.ask(reportsOperations.readCard, 'pupil', card('pupil'))).body.code).toBe('reports.card-revoked');
  expect((await world.ask(reportsOperations.readCard, 'head', card('pupil'))).status).toBe(200);
  expect((await world.ask(reportsOperations.readCard, 'pupil', card('pupil', 2))).body.sealed.version).toBe(2);
});

it('says that a class is not ready when its period has nothing to seal', async () => {
  const world = await reportsWorld();
  world.setCards(undefined);
  await seal(world);
  await world.work();
  expect(await progressOf(world)).toMatchObject({ state: 'notReady', total: 0 });
});

it('keeps a proof for each guardian apart, which the school alone reads', async () => {
  const world = await sealedWorld();
  const first = await world.ask(reportsOperations.readCard, 'guardian', card('pupil'));
  world.setNow('2026-12-08T09:00:00.000Z');
  const again = await world.ask(reportsOperations.readCard, 'guardian', card('pupil'));
  expect([first.body.seenAt, again.body.seenAt]).toEqual(['2026-12-07T09:00:00.000Z', '2026-12-07T09:00:00.000Z']);
  expect(again.body).not.toHaveProperty('seenBy');
  const other = await world.ask(reportsOperations.listOwnCards, 'informedOnly', {});
  expect(JSON.stringify(other.body)).not.toContain('seenAt');
  const { body } = await world.ask(reportsOperations.listClassCards, 'headTeacher', { path: CLASS, query: { period: PERIOD } });
  expect(body.rows.map(({ firstName, seenBy }) => [firstName, seenBy.length])).toContainEqual(['Inès', 1]);
  const staff = await world.ask(reportsOperations.readCard, 'cpe', card('pupil'));
  expect(staff.body.seenBy).toEqual([{ name: expect.stringContaining('guardian'), at: '2026-12-07T09:00:00.000Z' }]);
  expect(staff.body).not.toHaveProperty('seenAt');
});

it('offers each member of staff the classes whose cards open to him', async () => {
  const world = await reportsWorld();
  const offeredTo = async (who: string) => {
    const { body } = await world.ask(reportsOperations.listCardClasses, who, { path: SCHOOL });
    const opened = await Promise.all(
      body.classes.map(({ classId }) =>
        world.ask(reportsOperations.listClassCards, who, { path: { ...SCHOOL, classId }, query: { period: PERIOD } }),
      ),
    );
    expect(opened.every(({ status }) => status === 200)).toBe(true);
    return body.classes.map(({ classId }) => classId);
  };
  expect(await offeredTo('headTeacher')).toEqual([CLASS_HERE]);
  expect(await offeredTo('teacher')).toEqual([]);
  expect(await offeredTo('head')).toContain(CLASS_HERE);
  expect(await offeredTo('cpe')).toEqual(await offeredTo('head'));
});

it('shows families what the window has let out, and staff everything', async () => {
  const world = await reportsWorld();
  world.setNow('2026-12-04T20:00:00.000Z');
  await seal(world);
  await world.work();
  const own = async (who: string) => (await world.ask(reportsOperations.listOwnCards, who, {})).body.pupils[0]?.cards.length;
  expect(await own('guardian')).toBe(0);
  expect((await world.ask(reportsOperations.readCard, 'pupil', card('pupil'))).status).toBe(404);
  expect((await world.ask(reportsOperations.readCard, 'headTeacher', card('pupil'))).status).toBe(200);
  world.setNow('2026-12-07T07:30:00.000Z');
  expect(await own('guardian')).toBe(1);
  expect((await world.ask(reportsOperations.readCard, 'pupil', card('pupil'))).status).toBe(200);
});

it('tells once of the pupils whose card is new, and counts it for each family until it is opened, revoked or replaced', async () => {
  const world = await sealedWorld();
  await world.work();
  const told = async () =>
    (await world.waiting())
      .filter(({ type }) => type === ClassSealed.type)
      .map(({ id, data }) => ({ id, ...ClassSealed.schema.parse(data) }));
  const [event] = await told();
  expect(event?.pupilIds).toEqual(['pupil', 'classmate', 'adult'].map(person));
  const { countCards } = newCards(world.store);
  const [BEFORE, NOW, LATER] = ['2026-12-04T17:00:00.000Z', '2026-12-07T17:00:00.000Z', '2026-12-08T17:00:00.000Z'] as const;
  const counted = (who: string, after: string, until: string) => countCards(person('pupil'), { personId: person(who), after, until });
  expect(await counted('guardian', BEFORE, NOW)).toBe(1);
  expect(await counted('guardian', BEFORE, '2026-12-07T08:00:00.000Z')).toBe(0);
  expect(await counted('guardian', NOW, LATER)).toBe(0);
  await world.ask(reportsOperations.readCard, 'guardian', card('pupil'));
  expect([await counted('guardian', BEFORE, NOW), await counted('informedOnly', BEFORE, NOW)]).toEqual([0, 1]);

  world.setNow('2026-12-08T09:00:00.000Z');
  world.setCards([cardOf('pupil', { subjects: [aCardSubject({ remark: 'Corrigée' })] }), cardOf('classmate'), cardOf('adult')]);
  await seal(world, 'request-2');
  await world.work();
  expect((await told()).find(({ id }) => id !== event?.id)?.pupilIds).toEqual([person('pupil')]);
  expect(await counted('guardian', NOW, LATER)).toBe(1);
  expect(await counted('informedOnly', BEFORE, NOW)).toBe(0);
});

it.each([
  'contactOnly',
  'restricted',
  'otherGuardian',
  'classmate',
  'teacher',
  'otherTeacher',
  'aed',
  'librarian',
  'cpeElsewhere',
  'headElsewhere',
  'operator',
])('is not there for %s', async (who) => {
  const world = await sealedWorld();
  expect((await world.ask(reportsOperations.readCard, who, card('pupil'))).status).toBe(404);
  expect((await world.ask(reportsOperations.readPaper, who, card('pupil'))).status).toBe(404);
  expect((await world.ask(reportsOperations.listPupilCards, who, { path: { pupilId: person('pupil') } })).status).toBe(404);
});

it('is not there for the parent of an adult pupil who has objected, and is for himself', async () => {
  const world = await sealedWorld();
  expect((await world.ask(reportsOperations.readCard, 'adultsMother', card('adult'))).status).toBe(404);
  expect((await world.ask(reportsOperations.readCard, 'adult', card('adult'))).status).toBe(200);
});

it('is revoked by the head with a reason, which the code says at once', async () => {
  const world = await sealedWorld();
  const code = (await world.store.findCards(person('pupil'), PERIOD))?.versions[0]?.code ?? '';
  const revoke = (who: string) => world.ask(reportsOperations.revokeCard, who, { ...card('pupil'), body: { reason: 'Erreur de saisie' } });
  expect((await revoke('headTeacher')).status).toBe(404);
  expect((await revoke('head')).body.line.revoked?.reason).toBe('Erreur de saisie');
  expect((await revoke('head')).body.code).toBe('reports.already-revoked');
  expect((await world.ask(reportsOperations.verifyCard, 'operator', { path: { code } })).body.status).toBe('revoked');
});

it('tells whoever holds a code no more than the school, the period, the date and initials', async () => {
  const world = await sealedWorld();
  const code = (await world.store.findCards(person('pupil'), PERIOD))?.versions[0]?.code ?? '';
  const typed = ` ${code.toLowerCase().slice(0, 4)}-${code.slice(4)} `;
  const { body } = await world.ask(reportsOperations.verifyCard, 'operator', { path: { code: typed } });
  expect(body).toEqual({
    status: 'valid',
    schoolName: 'Collège des Tilleuls',
    periodLabel: '1er trimestre',
    model: 'bilanPeriodique',
    year: 2026,
    sealedAt: '2026-12-07T09:00:00.000Z',
    initials: 'I. M.',
  });
  expect((await world.ask(reportsOperations.verifyCard, 'operator', { path: { code: 'AAAA-BBBB' } })).body).toEqual({ status: 'unknown' });
});

it('follows the pupil to another school, whose staff read it while the former ones keep what they sealed', async () => {
  const world = await sealedWorld();
  const pupil = await world.peopleStore.findPerson(person('pupil'));
  const elsewhere = (await world.directory.findActor(person('headElsewhere')))?.posts[0];
  if (pupil?.place === undefined || elsewhere === undefined) throw new Error('Nobody to move');
  const { classId: _classId, className: _className, ...place } = pupil.place;
  await directoryImport(world.peopleStore).putAll([
    {
      type: 'person',
      record: { ...pupil, place: { ...place, schoolId: elsewhere.schoolId, schoolName: elsewhere.schoolName } },
      outbox: [],
    },
  ]);
  const list = await world.ask(reportsOperations.listPupilCards, 'headElsewhere', { path: { pupilId: person('pupil') } });
  expect(list.body.cards).toMatchObject([{ schoolName: 'Collège des Tilleuls', version: 1 }]);
  expect((await world.ask(reportsOperations.readCard, 'headElsewhere', card('pupil'))).status).toBe(200);
  expect((await world.ask(reportsOperations.revokeCard, 'headElsewhere', { ...card('pupil'), body: { reason: 'x' } })).status).toBe(404);
  expect((await world.ask(reportsOperations.readCard, 'head', card('pupil'))).status).toBe(200);
});

it('gives the papers of a class in one archive, and each alone', async () => {
  const world = await sealedWorld();
  const { location } = await world.ask(reportsOperations.readPaper, 'guardian', card('pupil'));
  expect(decodeURIComponent(location ?? '')).toContain('Bulletin 2026-T1 v1.pdf');
  expect(location).not.toContain('Moreau');
  const archive = await world.ask(reportsOperations.downloadClassCards, 'headTeacher', { path: CLASS, query: { period: PERIOD } });
  expect(archive.location).toContain('once');
  const [zip] = world.once.values();
  expect(
    Buffer.from(zip ?? [])
      .toString('latin1')
      .split('PK\u0003\u0004'),
  ).toHaveLength(4);
  const none = await world.ask(reportsOperations.downloadClassCards, 'head', { path: CLASS, query: { period: '2026-T2' } });
  expect(none.body.code).toBe('reports.nothing-sealed');
});

it('costs a card what it weighs: a sealing, a first reading and a list', async () => {
  const world = await reportsWorld();
  const subjects = Array.from({ length: 12 }, (_, index) =>
    aCardSubject({ label: `Matière ${index}`, remark: 'Un trimestre sérieux. '.repeat(12) }),
  );
  world.setCards([cardOf('pupil', { subjects, synthesis: 'Un ensemble solide. '.repeat(20) })]);
  await seal(world);
  world.table.meter.reset();
  await world.work();
  const sealing = world.table.meter.units();
  world.table.meter.reset();
  await world.ask(reportsOperations.readCard, 'guardian', card('pupil'));
  const reading = world.table.meter.units();
  world.table.meter.reset();
  await world.ask(reportsOperations.listOwnCards, 'guardian', {});
  const list = world.table.meter.units();
  console.log(`reports: seal ${sealing.wru} WRU, read ${reading.rru} RRU and ${reading.wru} WRU, list ${list.rru} RRU`);
  expect(sealing.wru).toBeLessThanOrEqual(16);
  expect(reading.rru).toBeLessThanOrEqual(3);
  expect(list.rru).toBeLessThanOrEqual(2);
});
