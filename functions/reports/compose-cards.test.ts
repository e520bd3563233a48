import { expect, it } from 'vitest';
import { DEFAULT_MARKS_SETTINGS } from '@preau/shared/assessment/marks-settings.ts';
import { defaultPeriods } from '@preau/shared/assessment/periods.ts';
import { ofDecimal, type Rational } from '@preau/shared/assessment/rational.ts';
import { DEFAULT_SERVICE } from '@preau/shared/assessment/schema.ts';
import type { RosterPupil } from '@preau/shared/directory/schema.ts';
import { ClassId, GroupId, PersonId, SchoolId, ServiceId } from '@preau/shared/kernel/ids.ts';
import { Card } from '@preau/shared/reports/schema.ts';
import type { AssessedClass, AssessedService } from '../assessment/reads.ts';
import { composeCards, type ClassFacts } from './compose-cards.ts';

const SCHOOL = SchoolId.parse('sch_tilleuls');
const CLASS = ClassId.parse('cls_troisieme');
const GROUP = GroupId.parse('grp_allemand');
const person = (name: string): PersonId => PersonId.parse(`per_${name.padEnd(6, '0')}`);
const pupil = (name: string, groupIds: GroupId[] = []): RosterPupil => ({
  pupilId: person(name),
  firstName: name,
  lastName: 'Petit',
  classId: CLASS,
  className: '3A',
  groupIds,
});

const marks = (all: Readonly<Record<string, string>>): ReadonlyMap<PersonId, Rational> =>
  new Map(Object.entries(all).map(([name, mark]) => [person(name), ofDecimal(mark)]));

const remark = (name: string, over: Partial<AssessedService['remarks'][number]> = {}): AssessedService['remarks'][number] => ({
  serviceId: ServiceId.parse('svc_maths000'),
  period: '2026-T1',
  about: person(name),
  text: 'Bon travail',
  state: 'proofread',
  by: person('schmitt'),
  byName: 'Mme Schmitt',
  at: '2026-11-20T10:00:00.000Z',
  revision: 1,
  ...over,
});

const subject = (name: string, over: Partial<AssessedService> = {}): AssessedService => ({
  service: {
    serviceId: ServiceId.parse(`svc_${name.toLowerCase().padEnd(8, '0')}`),
    schoolId: SCHOOL,
    subject: name,
    to: '3A',
    classes: [{ classId: CLASS, name: '3A' }],
    teachers: [{ personId: person('schmitt'), name: 'Mme Schmitt' }],
    settings: DEFAULT_SERVICE,
    version: 0,
  },
  weight: { kind: 'said', coefficient: '1' },
  remarks: [],
  elements: [],
  averages: new Map(),
  ...over,
});

const FIVE = { ana: '12.4', bob: '13.4', cleo: '11.4', dan: '8', eva: '16' };

const cardsOf = (services: readonly AssessedService[], over: Partial<ClassFacts> = {}, assessed: Partial<AssessedClass> = {}) => {
  const scheme = defaultPeriods('trimester', 2026);
  const [period] = scheme.periods;
  if (period === undefined) throw new Error('No period');
  return composeCards({
    school: { schoolId: SCHOOL, uai: '0540001A', name: 'Collège des Tilleuls', kind: 'college', city: 'Nancy', zone: 'Europe/Paris' },
    closures: [],
    team: { head: 'Mme Marchal', principals: [{ personId: person('humbert'), name: 'Mme Humbert' }] },
    class: { classId: CLASS, name: '3A' },
    pupils: [pupil('ana', [GROUP]), pupil('bob')],
    absences: new Map(),
    assessed: {
      scheme,
      period,
      services,
      council: undefined,
      decisions: [],
      projects: undefined,
      said: [],
      settings: DEFAULT_MARKS_SETTINGS,
      ...assessed,
    },
    ...over,
  });
};

it('composes cards that may be sealed, in the words and the rounding of the school', () => {
  const [ana] = cardsOf([subject('Maths', { averages: marks(FIVE), remarks: [remark('ana', { position: 3 })] })]);
  expect(Card.parse(ana)).toEqual(ana);
  expect(ana?.subjects[0]).toMatchObject({
    average: '12,4',
    classAverage: '12,2',
    lowest: '8,0',
    highest: '16,0',
    position: 3,
    remark: 'Bon travail',
  });
  expect(ana).toMatchObject({
    generalAverage: '12,4',
    rounding: 'Moyennes arrondies au dixième le plus proche.',
    // The first day of school, not of August.
    period: { label: '1er trimestre', index: 1, count: 3, from: '2026-09-01', until: '2026-11-30' },
  });
});

it('begins a period when the school’s pupils come back, and leaves the others as the head cut them', () => {
  const [late] = cardsOf([subject('Maths')], { closures: [{ from: '2026-09-01', until: '2026-09-02' }] });
  expect(late?.period.from).toBe('2026-09-03');
  const [, second] = defaultPeriods('trimester', 2026).periods;
  const [card] = cardsOf([subject('Maths')], {}, second === undefined ? {} : { period: second });
  expect(card?.period.from).toBe('2026-12-01');
});

it('says what the class did besides its subjects, and what is said of each pupil there', () => {
  const signed = { by: person('humbert'), byName: 'Mme Humbert', at: '2026-11-20T10:00:00.000Z', revision: 1 };
  const of = { classId: CLASS, period: '2026-T1' };
  const epi = {
    projectId: 'prj_water',
    title: 'L’eau',
    theme: 'EPI_EDD',
    subjects: ['Maths', 'Arts'],
    description: 'De la source au robinet.',
  } as const;
  const projects = {
    ...of,
    ...signed,
    schoolId: SCHOOL,
    projects: [
      { ...epi, subjects: [...epi.subjects] },
      { projectId: 'prj_aid', title: 'Lecture', subjects: ['Maths'], pupilIds: [person('bob')] },
    ],
    paths: { PAR_AVN: 'Forum des métiers.' },
  };
  const said = [
    { ...of, ...signed, about: 'prj_water', pupilId: person('ana'), text: 'Très engagée.' },
    { ...of, ...signed, about: 'PAR_CIT', pupilId: person('ana'), text: 'Déléguée.' },
    { ...of, ...signed, about: 'VIE_SCO', pupilId: person('ana'), text: 'Ponctuelle.' },
    { ...of, ...signed, about: 'VIE_SCO', pupilId: person('bob'), text: '' },
  ];
  const [ana, bob] = cardsOf([subject('Maths', { elements: ['Calcul littéral'] })], {}, { projects, said });
  expect(Card.parse(ana)).toEqual(ana);
  expect(ana?.subjects[0]?.elements).toEqual(['Calcul littéral']);
  expect(ana?.projects).toMatchObject([
    { title: 'L’eau', theme: 'EPI_EDD', description: 'De la source au robinet.', comment: 'Très engagée.' },
  ]);
  expect(ana?.paths).toEqual([
    { code: 'PAR_AVN', common: 'Forum des métiers.' },
    { code: 'PAR_CIT', text: 'Déléguée.' },
  ]);
  expect([ana?.schoolLife.comment, bob?.schoolLife.comment]).toEqual(['Ponctuelle.', undefined]);
  expect(bob?.projects.map(({ title }) => title)).toEqual(['L’eau', 'Lecture']);
});

it('says nothing where there is no mark, never 0 nor 10', () => {
  const [ana] = cardsOf([subject('Maths')]);
  expect(ana?.subjects[0]).not.toHaveProperty('average');
  expect(ana).not.toHaveProperty('generalAverage');
});

it('hides the figures of fewer than five pupils, and all of them when the school does not show any', () => {
  const few = cardsOf([subject('Maths', { averages: marks({ ana: '12', bob: '13' }) })])[0]?.subjects[0];
  expect(few).toMatchObject({ average: '12,0' });
  expect(few).not.toHaveProperty('classAverage');
  const off = cardsOf([subject('Maths', { averages: marks(FIVE) })], {}, { settings: { ...DEFAULT_MARKS_SETTINGS, classFigures: false } });
  expect(off[0]?.subjects[0]).not.toHaveProperty('classAverage');
});

it('gives a pupil the groups that he attends and no other', () => {
  const german = subject('Allemand');
  const grouped = { ...german, service: { ...german.service, groupId: GROUP } };
  const [ana, bob] = cardsOf([subject('Maths'), grouped]);
  expect(ana?.subjects.map(({ label }) => label)).toEqual(['Maths', 'Allemand']);
  expect(bob?.subjects.map(({ label }) => label)).toEqual(['Maths']);
});

it('keeps drafts of remarks back, and takes the average that the teacher decided', () => {
  const remarks = [remark('ana', { state: 'draft', finalAverage: '20' }), remark('bob', { text: '', finalAverage: '15' })];
  const [ana, bob] = cardsOf([subject('Maths', { averages: marks(FIVE), remarks })]);
  expect(ana?.subjects[0]).toMatchObject({ average: '12,4' });
  expect(ana?.subjects[0]).not.toHaveProperty('remark');
  expect(bob?.subjects[0]).toMatchObject({ average: '15,0' });
  expect(bob?.subjects[0]).not.toHaveProperty('remark');
});

it('withholds the general average while a coefficient is in conflict', () => {
  const conflict = subject('Latin', { averages: marks(FIVE), weight: { kind: 'conflict', ofClass: '2', ofService: '3' } });
  const [ana] = cardsOf([subject('Maths', { averages: marks(FIVE) }), conflict]);
  expect(ana).not.toHaveProperty('generalAverage');
});

it('says what the council decided of each pupil, and nothing for whom it decided nothing', () => {
  const decision = {
    pupilId: person('ana'),
    classId: CLASS,
    period: '2026-T1',
    synthesis: 'Très bon trimestre',
    mention: 'congratulations' as const,
    opinions: [{ wish: 'Seconde générale', opinion: 'favourable' as const }],
    by: person('humbert'),
    byName: 'Mme Humbert',
    at: '2026-12-01T10:00:00.000Z',
    revision: 1,
  };
  const [ana, bob] = cardsOf(
    [subject('Maths')],
    { absences: new Map([[person('ana'), { justified: 2, unjustified: 1, lates: 3 }]]) },
    { decisions: [decision] },
  );
  expect(ana).toMatchObject({
    synthesis: 'Très bon trimestre',
    mention: 'Félicitations',
    orientation: ['Seconde générale : Avis favorable'],
    schoolLife: { justified: 2, unjustified: 1, lates: 3 },
  });
  expect(bob).not.toHaveProperty('synthesis');
});

it.each([
  ['college', 'bilanPeriodique'],
  ['lycee', 'bulletin'],
  ['lyceePro', 'bulletinPro'],
  ['lyceeAgricole', 'bulletinAgricole'],
] as const)('uses the model of a %s', (kind, model) => {
  const school = { schoolId: SCHOOL, uai: '0540001A', name: 'Tilleuls', kind, city: 'Nancy', zone: 'Europe/Paris' };
  expect(cardsOf([], { school })[0]?.model).toBe(model);
});
