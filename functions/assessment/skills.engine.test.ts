import { describe, expect, it } from 'vitest';
import { DEFAULT_SKILLS } from '@preau/shared/assessment/default-skills.ts';
import { assessmentTable } from '@preau/shared/assessment/table.ts';
import { evaluationIdOf } from '@preau/shared/assessment/service-id.ts';
import type { Actor } from '@preau/shared/directory/schema.ts';
import { SkillId } from '@preau/shared/kernel/ids.ts';
import { freshTable } from '../testing/tables.ts';
import { asPupil, classPath, CPE, FRENCH, HEAD, LEA, parentOf, PRINCIPAL, serviceIdNamed, worldOn } from './council-world.testing.ts';

const aWorld = async () => worldOn(await freshTable(assessmentTable));
const school = { path: { schoolId: classPath.schoolId } };
const debate = { label: 'Débattre', subjects: ['Français'], components: ['FRM_CIT'] };

describe('the skills of a school', () => {
  it('are at first those that every school begins with, read by its staff', async () => {
    const { call } = await aWorld();
    const read = await call(FRENCH, 'readSkills', school);
    expect(read.body).toMatchObject({ referential: { version: 0, skills: DEFAULT_SKILLS }, mayChange: false });
    expect((await call(parentOf(LEA), 'readSkills', school)).status).toBe(404);
  });

  it('are added, written again and retired by the head alone, and never removed', async () => {
    const { call } = await aWorld();
    const ask = (version: number, change: Record<string, unknown>, actor = HEAD) =>
      call(actor, 'changeSkills', { ...school, body: { version, change } });
    expect((await ask(0, { what: 'add', skill: debate }, PRINCIPAL)).status).toBe(404);
    const added = (await ask(0, { what: 'add', skill: debate })).body.referential;
    const skillId = added.skills.at(-1)?.skillId ?? '';
    expect(added).toMatchObject({ version: 1, changed: { byName: 'head Roux' } });
    await ask(1, { what: 'write', skillId, skill: { ...debate, label: 'Débattre et convaincre' } });
    await ask(2, { what: 'retire', skillId });
    const { skills } = (await call(HEAD, 'readSkills', school)).body.referential;
    expect(skills.at(-1)).toMatchObject({ skillId, label: 'Débattre et convaincre', retired: true });
    expect((await ask(3, { what: 'restore', skillId })).body.referential.skills.at(-1)?.retired).toBeUndefined();
    expect((await ask(3, { what: 'retire', skillId })).body.code).toBe('assessment.skills-changed-meanwhile');
    expect((await ask(4, { what: 'retire', skillId: 'skl_unknownskill' })).body.code).toBe('assessment.skill-unknown');
  });
});

describe('the socle of a pupil', () => {
  const path = { pupilId: LEA.pupilId };
  const decide = (levels: Record<string, number>, revision = 0) => ({
    path: { ...path, cycle: '4' },
    body: { revision, levels, digital: { CN_CRE_PRO: 3 }, synthesis: 'Un bon cycle.' },
  });

  it('is decided by the head teacher, read by the pupil, his informed guardians and those who follow the class', async () => {
    const { call } = await aWorld();
    for (const actor of [FRENCH, CPE, parentOf(LEA), asPupil(LEA)])
      expect((await call(actor, 'decideSocle', decide({ CPD_FRA: 3 }))).status).toBe(404);
    const decided = await call(PRINCIPAL, 'decideSocle', decide({ CPD_FRA: 3, CPD_ETR: 0 }));
    expect(decided.body).toMatchObject({ cycle: 4, revision: 1, synthesis: 'Un bon cycle.', digital: { CN_CRE_PRO: 3 } });
    for (const actor of [parentOf(LEA), asPupil(LEA), CPE, PRINCIPAL, HEAD]) {
      const { socle } = (await call(actor, 'readPupilSkills', { path })).body;
      const cycle4 = socle.find(({ cycle }) => cycle === 4);
      expect(cycle4?.components.map(({ code, decided: level }) => [code, level]).slice(0, 3)).toEqual([
        ['CPD_FRA', 3],
        ['CPD_ETR', 0],
        ['CPD_SCI', undefined],
      ]);
    }
    for (const actor of [FRENCH, parentOf(LEA, false)]) expect((await call(actor, 'readPupilSkills', { path })).status).toBe(404);
  });

  it('is decided over what was read, with the levels of the LSU only', async () => {
    const { call } = await aWorld();
    await call(PRINCIPAL, 'decideSocle', decide({ CPD_FRA: 3 }));
    expect((await call(HEAD, 'decideSocle', decide({ CPD_FRA: 1 }))).body.code).toBe('assessment.changed-meanwhile');
    for (const levels of [{ CPD_FRA: 5 }, { CPD_FRA: -1 }, { AUTRE: 3 }])
      expect((await call(PRINCIPAL, 'decideSocle', decide(levels, 1))).status).toBe(400);
    const long = decide({ CPD_FRA: 3 }, 1);
    const refused = await call(PRINCIPAL, 'decideSocle', { ...long, body: { ...long.body, synthesis: 'é'.repeat(1501) } });
    expect(refused.body).toMatchObject({ code: 'assessment.synthesis-too-long', details: { length: 1501, most: 1500 } });
  });

  it('without any level suggests nothing: never a zero', async () => {
    const { call } = await aWorld();
    const { skills, socle } = (await call(asPupil(LEA), 'readPupilSkills', { path })).body;
    expect(skills).toEqual([]);
    expect(
      socle.flatMap(({ components }) => components).every(({ suggested, decided }) => suggested === undefined && decided === undefined),
    ).toBe(true);
  });
});

describe('how skills grow', () => {
  const READING = SkillId.parse('skl_francais-lire');
  const PUPILS_FROM = '2026-11-23T13:00:00.000Z';
  const GUARDIANS_FROM = '2026-11-24T13:00:00.000Z';
  const path = { pupilId: LEA.pupilId };

  const evaluated = (world: Awaited<ReturnType<typeof aWorld>>, levels: readonly number[]) => {
    const serviceId = serviceIdNamed('Français', '3A');
    return world.services.results.putResult({
      pupilId: LEA.pupilId,
      serviceId,
      period: '2026-T1',
      stamp: 1,
      subject: 'Français',
      teachers: ['Mme french'],
      weight: { kind: 'said', coefficient: '1' },
      subSubjects: [],
      figures: { pupils: [], guardians: [] },
      marks: levels.map((level, index) => ({
        evaluationId: evaluationIdOf({ serviceId, period: '2026-T1', key: `aaaa${'abcdefgh'[index] ?? 'z'}` }),
        terms: {
          title: `Évaluation ${index + 1}`,
          date: `2026-11-0${index + 1}`,
          scale: '20',
          coefficient: '1',
          rescaled: false,
          counting: 'compulsory',
          skillIds: [READING],
          mock: false,
        },
        termsChanged: [],
        pupilFrom: PUPILS_FROM,
        guardianFrom: GUARDIANS_FROM,
        value: { levels: { [READING]: level } },
        changed: [],
        figures: [],
      })),
    });
  };

  it('is seen by the pupil first, by his guardians at their own hour, with a mean that is explained', async () => {
    const world = await aWorld();
    await evaluated(world, [2, 0, 3, 4]);
    const seen = async (actor: Actor) => (await world.call(actor, 'readPupilSkills', { path })).body;
    expect((await seen(asPupil(LEA))).skills).toEqual([]);
    world.setClock(PUPILS_FROM);
    const { skills, socle } = await seen(asPupil(LEA));
    expect(skills).toMatchObject([
      {
        label: 'Lire et comprendre un texte',
        steps: [{ level: 2 }, { level: 3 }, { level: 4 }],
        positioning: { position: 3, sum: 9, count: 3 },
      },
    ]);
    expect(socle[0]?.components.find(({ code }) => code === 'CPD_FRA')?.suggested).toEqual({ position: 3, sum: 9, count: 3 });
    expect((await seen(parentOf(LEA))).skills).toEqual([]);
    world.setClock(GUARDIANS_FROM);
    expect((await seen(parentOf(LEA))).skills).toHaveLength(1);
  });
});
