import { expect, it, vi } from 'vitest';
import { SocleCode } from '@preau/shared/assessment/socle.ts';
import { reportsOperations } from '@preau/shared/reports/api.ts';
import { aCardSubject } from '@preau/shared/reports/cards.testing.ts';
import type { Card } from '@preau/shared/reports/schema.ts';
import { directoryImport } from '../directory/import-people.ts';
import { CLASS_HERE, people, person, SCHOOL_HERE } from '../testing/small-academy.ts';
import { cardOf, PERIOD, reportsWorld, type ReportsWorld } from './world.testing.ts';

vi.setConfig({ testTimeout: 30_000 });

const SCHOOL = { path: { schoolId: SCHOOL_HERE }, query: { period: PERIOD } };
const taughtBy = (label: string) => aCardSubject({ label, teachers: [{ personId: person('teacher'), name: 'Mme Teacher' }] });
const SUBJECTS = { subjects: [taughtBy('Mathématiques'), taughtBy('Maths renforcées')], headTeachers: [] };

/** The pupil and the teacher with the numbers of the ministry; the classmate without. */
const lsuWorld = async (over: Partial<Card> = {}): Promise<ReportsWorld> => {
  const world = await reportsWorld();
  const [pupil, teacher] = [people['pupil'], people['teacher']];
  if (pupil === undefined || teacher === undefined) throw new Error('Nobody here');
  await directoryImport(world.peopleStore).putAll([
    { type: 'person', record: { ...pupil, baseId: '705294' }, outbox: [] },
    { type: 'person', record: { ...teacher, stsId: '40123' }, outbox: [] },
    {
      type: 'taughtSubjects',
      record: {
        schoolId: SCHOOL_HERE,
        subjects: [
          { code: '061300', label: 'MATHEMATIQUES' },
          { code: '061399', label: 'MATHS APPROFONDIES' },
        ],
      },
    },
  ]);
  world.setCards(['pupil', 'classmate'].map((name) => cardOf(name, { ...SUBJECTS, ...over })));
  await world.ask(reportsOperations.sealCards, 'head', {
    path: SCHOOL.path,
    body: { ...SCHOOL.query, classIds: [CLASS_HERE], requestId: 'request-1' },
  });
  await world.work();
  return world;
};

const check = (world: ReportsWorld) => world.ask(reportsOperations.checkLsu, 'head', SCHOOL);
const setCodes = (world: ReportsWorld, code: string) =>
  world.ask(reportsOperations.setDisciplines, 'head', {
    path: SCHOOL.path,
    body: { disciplines: [{ label: 'Maths renforcées', code, election: 'F' }] },
  });

it('finds national codes by the names of subjects, and asks the head for the others', async () => {
  const world = await lsuWorld();
  const { body } = await check(world);
  expect(body.disciplines).toEqual([
    { label: 'Mathématiques', code: '061300', election: 'S' },
    { label: 'Maths renforcées', election: 'S' },
  ]);
  expect(body.ready).toBe(false);
  expect(body.faults.map(({ code, mender, count }) => [code, mender, count])).toEqual([
    ['code-missing', 'head', 1],
    ['base-id-missing', 'office', 1],
  ]);
  expect((await world.ask(reportsOperations.downloadLsu, 'head', SCHOOL)).body.code).toBe('reports.lsu-stopped');
});

it('makes the file of those who are ready once the codes are chosen, and of the others when they are', async () => {
  const world = await lsuWorld();
  expect((await setCodes(world, '999999')).body.code).toBe('reports.discipline-unknown');
  await setCodes(world, '061399');
  expect((await check(world)).body).toMatchObject({ ready: true, cards: 1, leftOut: 1 });
  const { location } = await world.ask(reportsOperations.downloadLsu, 'head', SCHOOL);
  expect(location).toContain('LSU');
  const xml = Buffer.from([...world.once.values()].at(-1) ?? []).toString('utf8');
  expect(xml).toContain('code="061399" modalite-election="F"');
  expect(xml).toContain('id-be="705294"');
  expect(xml).not.toContain('Tom');
});

it('leaves the cards of a lycée out: they have another file', async () => {
  const world = await lsuWorld({ model: 'bulletin' });
  expect((await check(world)).body.faults.map(({ code }) => code)).toEqual(['no-card']);
});

it('takes the ends of cycles with the last period of the year', async () => {
  const world = await lsuWorld({ period: { ...cardOf('pupil').period, index: 3 } });
  await setCodes(world, '061399');
  const levels = Object.fromEntries(SocleCode.options.map((code) => [code, 3]));
  const decided = { levels, digital: {}, by: person('head'), byName: 'head', revision: 1 };
  world.setSocles([
    { pupilId: person('pupil'), cycle: 4, ...decided, synthesis: 'Socle acquis', at: '2027-06-10T08:00:00.000Z' },
    { pupilId: person('pupil'), cycle: 3, ...decided, synthesis: 'Il y a longtemps', at: '2024-06-10T08:00:00.000Z' },
  ]);
  await world.ask(reportsOperations.downloadLsu, 'head', SCHOOL);
  const xml = Buffer.from([...world.once.values()].at(-1) ?? []).toString('utf8');
  expect(xml).toContain('<synthese>Socle acquis</synthese>');
  expect(xml).not.toContain('Il y a longtemps');
});
