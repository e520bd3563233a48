import { describe, expect, it } from 'vitest';
import { assessmentTable } from '@preau/shared/assessment/table.ts';
import type { Evaluation } from '@preau/shared/assessment/schema.ts';
import { evaluationIdOf, serviceIdOf } from '@preau/shared/assessment/service-id.ts';
import { resultsOf } from '@preau/shared/assessment/results.ts';
import { freshTable } from '../testing/tables.ts';
import { ADA, asPupil, at, CLASS_A, PERIOD, pupil, SCHMITT, SCHOOL, worldOn } from './marks-world.testing.ts';

const SUBJECTS = [
  'Français',
  'Mathématiques',
  'Histoire-géographie',
  'Anglais LV1',
  'Allemand LV2',
  'Sciences de la vie et de la Terre',
  'Physique-chimie',
  'Technologie',
  'Arts plastiques',
  'Éducation musicale',
  'Éducation physique et sportive',
  'Latin',
];
const EVALUATIONS = 5;
const CLASS = [ADA, ...Array.from({ length: 29 }, (_, index) => pupil(`pupil${String(index).padStart(2, '0')}`))];
const KEYS = 'abcdefghijklmnop';

/** A column as it is in the middle of a term: seen by all, marks of everybody, a comment here and there. */
const column = (subject: number, index: number): Evaluation => {
  const serviceId = serviceIdOf({ holder: { kind: 'class', classId: CLASS_A }, subjectKey: `subject${KEYS[subject]}` });
  return {
    evaluationId: evaluationIdOf({ serviceId, period: PERIOD, key: `evaluation${KEYS[index]}x` }),
    schoolId: SCHOOL,
    serviceId,
    period: PERIOD,
    terms: {
      title: ['Contrôle n° 1', 'Devoir maison', 'Interrogation de cours', 'Rédaction', 'Devoir commun'][index] ?? '',
      date: `2026-10-${String(10 + index)}`,
      scale: index === 2 ? '10' : '20',
      coefficient: index === 4 ? '2' : '1',
      rescaled: true,
      counting: 'compulsory',
      skillIds: [],
      mock: false,
    },
    publication: {
      publishedBy: SCHMITT.personId,
      publishedAt: at('08:00', '2026-10-20'),
      pupilFrom: at('14:00', '2026-10-20'),
      guardianFrom: at('14:00', '2026-10-21'),
    },
    termsChanged: [],
    version: 3,
    termsVersion: 1,
    cells: Object.fromEntries(
      CLASS.map((one, row) => [
        one.pupilId,
        {
          given: { mark: `${(row * 7 + index + subject) % 10}.${((row * index + subject) % 9) + 1}` },
          ...(index === subject % EVALUATIONS && row % 3 === 0 ? { comment: 'Des progrès, continuez ainsi.' } : {}),
          version: 2,
          changed: [],
        },
      ]),
    ),
    authors: [{ personId: SCHMITT.personId, name: 'Mme Schmitt' }],
    saves: [],
    requests: [],
  };
};

describe('capacity', () => {
  it('reads a pupil’s term, twelve subjects of five evaluations with their figures, for at most two read units', async () => {
    const world = worldOn(await freshTable(assessmentTable));
    for (const [index, subject] of SUBJECTS.entries()) {
      const columns = Array.from({ length: EVALUATIONS }, (_, place) => column(index, place));
      const [first] = columns;
      if (first === undefined) throw new Error('No column');
      const service = {
        serviceId: first.serviceId,
        schoolId: SCHOOL,
        subject,
        to: '3A',
        classes: [{ classId: CLASS_A, name: '3A' }],
        teachers: [{ personId: SCHMITT.personId, name: 'Mme Schmitt' }],
        settings: { coefficientByClass: {}, scale: '20', subSubjects: [], coTeachers: [] },
        version: 1,
      };
      const results = resultsOf({
        service,
        period: PERIOD,
        columns,
        attendees: CLASS.map(({ pupilId }) => ({ pupilId, name: 'Klein', classId: CLASS_A })),
        weightFor: () => ({ kind: 'said', coefficient: '2' }),
        now: at('08:00'),
      });
      for (const result of results.slice(0, 2)) await world.services.results.putResult({ ...result, stamp: 1 });
    }
    const { meter } = world.table;
    meter.reset();
    const { results } = await world.services.results.readPeriod(ADA.pupilId, PERIOD);
    expect(results.flatMap(({ marks }) => marks)).toHaveLength(60);
    const alone = meter.units().rru;
    expect(alone).toBeLessThanOrEqual(1.5);
    meter.reset();
    const read = () => world.call(asPupil(ADA), 'readResults', { path: { pupilId: ADA.pupilId }, query: { period: PERIOD } });
    const page = await read();
    expect(page.body.subjects.flatMap(({ marks }) => marks.filter(({ figures }) => figures !== undefined))).toHaveLength(60);
    // What the school and the class decided, and the class's general average: half a unit each, and once in half a minute.
    expect(meter.units().rru).toBe(alone + 1.5);
    meter.reset();
    expect((await read()).body).toEqual(page.body);
    expect(meter.units().rru).toBe(alone);
  });
});
