import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SkillId } from '../kernel/ids.ts';
import { DEFAULT_SKILLS } from './default-skills.ts';
import { positionOfLevels, progressOf, Skill, skillsOfSubject, socleOf, type EvaluatedLevel } from './skills.ts';
import { SocleCode, undecidedOf } from './socle.ts';

const reading = SkillId.parse('skl_francais-lire');
const writing = SkillId.parse('skl_francais-ecrire');
const aLevel = (change: Partial<EvaluatedLevel> = {}): EvaluatedLevel => ({
  skillId: reading,
  level: 3,
  date: '2026-11-03',
  title: 'Conte',
  subject: 'Français',
  ...change,
});

describe('the skills that a school begins with', () => {
  it('are well formed, each named once', () => {
    for (const skill of DEFAULT_SKILLS) expect(Skill.safeParse(skill).error).toBeUndefined();
    expect(new Set(DEFAULT_SKILLS.map(({ skillId }) => skillId)).size).toBe(DEFAULT_SKILLS.length);
  });

  it('feed every component of the socle', () => {
    expect(new Set(DEFAULT_SKILLS.flatMap(({ components }) => components))).toEqual(new Set(SocleCode.options));
  });

  it.each([
    ['FRANÇAIS', 'skl_francais-lire'],
    ['Francais', 'skl_francais-lire'],
    ['ANGLAIS LV1', 'skl_langues-parler'],
    ['Histoire-géographie', 'skl_histoire-situer'],
    ['SCIENCES VIE & TERRE', 'skl_sciences-demarche'],
    ['ED. CIVIQUE', 'skl_methode-organiser'],
    ['', 'skl_methode-organiser'],
  ])('offer, in %j, %s', (subject, skillId) => {
    expect(skillsOfSubject(DEFAULT_SKILLS, subject).map((skill) => skill.skillId)).toContain(skillId);
  });

  it('offer no retired skill', () => {
    const skills = DEFAULT_SKILLS.map((skill): Skill => (skill.skillId === reading ? { ...skill, retired: true } : skill));
    expect(skillsOfSubject(skills, 'Français').map((skill) => skill.skillId)).not.toContain(reading);
  });
});

describe('a position', () => {
  it.each([
    [[], undefined],
    [[0, 0], undefined],
    [[0, 4], 4],
    [[1, 2], 2],
    [[2, 3], 3],
    [[3, 3, 4], 3],
    [[1, 1, 2], 1],
    [[4, 4, 3, 4], 4],
  ])('from levels %j is %s', (levels, position) => {
    expect(positionOfLevels(levels)?.position).toBe(position);
  });

  it('lies between the lowest and the highest level, whatever their order, and never falls when a level rises', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 40 }), fc.nat(), (levels, pick) => {
        const position = positionOfLevels(levels)?.position ?? 0;
        expect(position).toBeGreaterThanOrEqual(Math.min(...levels));
        expect(position).toBeLessThanOrEqual(Math.max(...levels));
        expect(positionOfLevels(levels.toReversed())?.position).toBe(position);
        const raised = levels.map((level, index) => (index === pick % levels.length ? Math.min(4, level + 1) : level));
        expect(positionOfLevels(raised)?.position).toBeGreaterThanOrEqual(position);
      }),
    );
  });
});

it('tells how each skill has grown, in the order of dates', () => {
  const grown = progressOf([
    aLevel({ date: '2026-12-01', level: 4 }),
    aLevel({ level: 2 }),
    aLevel({ skillId: writing, level: 0 }),
    aLevel({ date: '2026-11-20', level: 0 }),
  ]);
  expect(grown.map(({ skillId, steps }) => [skillId, steps.map(({ level }) => level)])).toEqual([[reading, [2, 4]]]);
  expect(grown[0]?.positioning).toEqual({ position: 3, sum: 6, count: 2 });
});

it('suggests a level for the components that were evaluated, and for no other', () => {
  const suggested = socleOf([aLevel({ level: 2 }), aLevel({ skillId: writing, level: 3 })], DEFAULT_SKILLS);
  expect(suggested).toEqual({ CPD_FRA: { position: 3, sum: 5, count: 2 } });
});

it('knows which components are still to be decided, an exempt one being decided', () => {
  expect(undecidedOf({ CPD_FRA: 3, CPD_ETR: 0 })).toHaveLength(6);
});
