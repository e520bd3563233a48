import { DEFAULT_MARKS_SETTINGS } from '@preau/shared/assessment/marks-settings.ts';
import { subjectsTaught } from '@preau/shared/timetable/taught.ts';
import { serviceOf } from '../../assessment/service-of.ts';
import type { Asked } from '../play.ts';
import type { SmallAcademy } from '../small-academy-world.ts';
import { CLASS_HERE, NOW, person, SCHOOL_HERE, slot, TODAY } from '../small-academy.ts';

/** What the teacher has marked. */
export interface MarksScene {
  readonly publishedEvaluationId: string;
  readonly draftEvaluationId: string;
}

const PERIOD = '2026-T1';

/** French in the class of the small academy. */
const serviceId = subjectsTaught([slot], TODAY).flatMap((taught) => serviceOf(taught) ?? [])[0]?.serviceId ?? '';

const terms = {
  title: 'Dictée',
  date: TODAY,
  scale: '20',
  coefficient: '1',
  rescaled: true,
  counting: 'compulsory',
  skillIds: [],
  mock: false,
};
const school = { path: { schoolId: SCHOOL_HERE } };
const ofClass = { path: { schoolId: SCHOOL_HERE, classId: CLASS_HERE } };
const service = { path: { serviceId } };
const grid = { path: { serviceId, period: PERIOD } };

/** The teacher publishes a mark of the pupil, and keeps another evaluation as a draft. */
export const playMarks = async (academy: SmallAcademy, pupil: string): Promise<MarksScene> => {
  const ask = async (operationId: string, request: Asked) => JSON.parse((await academy.send(operationId, 'teacher', request)).body);
  const add = async (requestId: string): Promise<string> =>
    (await ask('assessment.add-evaluation', { ...grid, body: { terms, requestId } })).evaluation.evaluationId;
  const publishedEvaluationId = await add(`scene-published-${pupil}`);
  const path = { evaluationId: publishedEvaluationId };
  const cells = [{ pupilId: person(pupil), value: { given: { mark: '14.5' } } }];
  const { version } = await ask('assessment.save-cells', { path, body: { version: 1, cells, requestId: 'scene-marks' } });
  await ask('assessment.publish-evaluation', { path, body: { version } });
  return { publishedEvaluationId, draftEvaluationId: await add(`scene-draft-${pupil}`) };
};

/** One valid request for each operation of marks, about one pupil. */
export const marksSamples = (scene: MarksScene, pupil: string): Readonly<Record<string, Asked>> => {
  const published = { path: { evaluationId: scene.publishedEvaluationId } };
  const draft = { path: { evaluationId: scene.draftEvaluationId } };
  return {
    'assessment.list-services': {},
    'assessment.list-services-of-class': ofClass,
    'assessment.set-class-coefficients': { ...ofClass, body: { version: 0, coefficients: [{ serviceId, coefficient: '3' }] } },
    'assessment.read-service': service,
    'assessment.change-service': {
      ...service,
      body: { version: 1, coefficientByClass: {}, scale: '20', subSubjects: [], coTeacherIds: [] },
    },
    'assessment.read-marks-settings': school,
    'assessment.change-marks-settings': { ...school, body: { settings: DEFAULT_MARKS_SETTINGS, version: 0 } },
    'assessment.read-grid': grid,
    'assessment.add-evaluation': { ...grid, body: { terms, requestId: 'sample-evaluation' } },
    'assessment.read-evaluation': published,
    'assessment.change-evaluation': { ...draft, body: { terms: { ...terms, title: 'Dictée préparée' }, version: 1 } },
    'assessment.withdraw-evaluation': draft,
    'assessment.restore-evaluation': draft,
    'assessment.copy-evaluation': { ...draft, body: { to: [{ serviceId, period: PERIOD, date: TODAY }], requestId: 'sample-copy' } },
    'assessment.save-cells': {
      ...draft,
      body: { version: 1, cells: [{ pupilId: person(pupil), value: { given: { none: 'absent' } } }], requestId: 'sample-marks' },
    },
    'assessment.read-history': published,
    'assessment.preview-publication': draft,
    'assessment.publish-evaluation': { ...draft, body: { version: 1 } },
    'assessment.cancel-publication': draft,
    'assessment.list-results': {},
    'assessment.read-results': { path: { pupilId: person(pupil) }, query: { period: PERIOD } },
    'assessment.mark-results-seen': { path: { pupilId: person(pupil) }, body: { period: PERIOD, until: NOW } },
    'assessment.read-class-results': ofClass,
  };
};
