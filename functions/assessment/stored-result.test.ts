import { expect, it } from 'vitest';
import { ofFraction, rational } from '@preau/shared/assessment/rational.ts';
import type { SubjectResult } from '@preau/shared/assessment/results.ts';
import { displayed, RoundingMode } from '@preau/shared/assessment/rounding.ts';
import { shortFraction } from '@preau/shared/assessment/figures.ts';
import { evaluationIdOf, serviceIdOf } from '@preau/shared/assessment/service-id.ts';
import { ClassId, PersonId, SkillId } from '@preau/shared/kernel/ids.ts';
import { fromBody, toBody } from './stored-result.ts';

const pupilId = PersonId.parse('per_someone');
const serviceId = serviceIdOf({ holder: { kind: 'class', classId: ClassId.parse('cls_sixiemea') }, subjectKey: 'abcdefgh' });
const terms = {
  title: 'Devoir',
  date: '2026-10-12',
  scale: '20',
  coefficient: '0.5',
  rescaled: false,
  counting: 'bonus',
  skillIds: [],
  mock: true,
} as const;
const figures = { pupils: 5, mean: rational(61n, 5n), lowest: rational(3n), highest: rational(39n, 2n) };
const PUPILS = '2026-10-12T12:00:00.123Z';
const GUARDIANS = '2026-10-13T12:00:00.007Z';

const result: SubjectResult = {
  pupilId,
  serviceId,
  period: '2026-T1',
  subject: 'Français',
  teachers: ['Mme Weber'],
  weight: { kind: 'conflict', ofClass: '2', ofService: '3' },
  subSubjects: [{ subSubjectId: 'oral', name: 'Oral', coefficient: '1' }],
  figures: { pupils: [{ from: PUPILS, figures }], guardians: [{ from: GUARDIANS }, { from: '2026-10-14T05:00:00.000Z', figures }] },
  marks: [
    {
      evaluationId: evaluationIdOf({ serviceId, period: '2026-T1', key: 'abcdefgh' }),
      terms: { ...terms, skillIds: [SkillId.parse('skl_lecture')], subSubjectId: 'oral' },
      termsChanged: [{ visibleFrom: '2026-10-13T05:00:00.001Z', before: { ...terms, skillIds: [] } }],
      pupilFrom: PUPILS,
      guardianFrom: GUARDIANS,
      value: { given: { mark: '12.5' }, levels: { [SkillId.parse('skl_lecture')]: 3 }, comment: 'Bien.' },
      changed: [
        { visibleFrom: PUPILS, before: {} },
        { visibleFrom: GUARDIANS, before: { given: { mark: '11' } } },
      ],
      figures: [{ from: PUPILS, figures }],
    },
  ],
};

it('keeps all that a reader may see, to the millisecond', () => {
  expect(fromBody({ pupilId, serviceId, period: '2026-T1' }, toBody(result))).toEqual(result);
});

it('shortens the mean of a class without changing how any policy rounds it', () => {
  const modes = RoundingMode.options;
  for (const value of [
    rational(1_234_567n, 98_765n),
    rational(124_999_999n, 10_000_000n),
    rational(125_000_001n, 10_000_000n),
    rational(25n, 2n),
  ]) {
    const short = ofFraction(shortFraction(value));
    for (const mode of modes) expect(displayed(short, mode)).toBe(displayed(value, mode));
  }
});
