import type { Asked } from '../play.ts';
import { CLASS_HERE, person, SCHOOL_HERE, slot, TODAY } from '../small-academy.ts';
import { serviceOf } from '../../assessment/service-of.ts';
import { subjectsTaught } from '@preau/shared/timetable/taught.ts';

const PERIOD = '2026-T1';
const school = { path: { schoolId: SCHOOL_HERE } };
const schoolClass = { path: { schoolId: SCHOOL_HERE, classId: CLASS_HERE } };
const period = { path: { ...schoolClass.path, period: PERIOD } };

/** French in the class of the small academy. */
const serviceId = subjectsTaught([slot], TODAY).flatMap((taught) => serviceOf(taught) ?? [])[0]?.serviceId ?? '';

/** Periods, remarks, skills and councils of the class of the small academy. */
export const councilSamples = (pupil: string): Readonly<Record<string, Asked>> => ({
  'assessment.list-periods': school,
  'assessment.read-periods': schoolClass,
  'assessment.change-periods': { ...schoolClass, body: { version: 0, kind: 'trimester', ends: ['2026-11-27', '2027-03-05'] } },
  'assessment.close-period': { ...period, body: { version: 0 } },
  'assessment.reopen-period': { ...period, body: { version: 0, reason: 'Une note oubliée' } },
  'assessment.read-remarks': { path: { serviceId, period: PERIOD } },
  'assessment.write-remarks': {
    path: { serviceId, period: PERIOD },
    body: { as: 'written', remarks: [{ about: person(pupil), revision: 0, text: 'Un trimestre sérieux.' }] },
  },
  'assessment.accept-positions': { path: { serviceId, period: PERIOD } },
  'assessment.proofread-remarks': {
    path: { serviceId, period: PERIOD },
    body: { remarks: [{ decision: 'sendBack', about: person(pupil), revision: 1, note: 'Dites ce qui progresse.' }] },
  },
  'assessment.write-programme': {
    path: { serviceId, period: PERIOD },
    body: { revision: 0, elements: ['Le récit d’aventures'] },
  },
  'assessment.read-projects': period,
  'assessment.change-projects': { ...period, body: { revision: 0, change: { what: 'paths', paths: { PAR_AVN: 'Forum des métiers.' } } } },
  'assessment.say-of-pupils': {
    path: { ...period.path, about: 'VIE_SCO' },
    body: { said: [{ pupilId: person(pupil), revision: 0, text: 'Assidu.' }] },
  },
  'assessment.list-councils': {},
  'assessment.read-council': period,
  'assessment.check-council': period,
  'assessment.prepare-council': { ...period, body: { version: 0 } },
  'assessment.change-council': { ...period, body: { version: 0, state: 'preparing', synthesis: 'Classe agréable.' } },
  'assessment.read-council-pupil': { path: { ...period.path, pupilId: person(pupil) } },
  'assessment.decide-for-pupil': {
    path: { ...period.path, pupilId: person(pupil) },
    body: { revision: 0, synthesis: 'Un trimestre sérieux.', mention: 'compliments', opinions: [] },
  },
  'assessment.read-skills': school,
  'assessment.change-skills': {
    ...school,
    body: { version: 0, change: { what: 'add', skill: { label: 'Débattre', subjects: [], components: ['FRM_CIT'] } } },
  },
  'assessment.read-pupil-skills': { path: { pupilId: person(pupil) } },
  'assessment.read-levels': { path: { serviceId } },
  'assessment.write-levels': {
    path: { serviceId },
    body: { levels: [{ pupilId: person(pupil), revision: 0, set: [{ skillId: 'skl_francais-lire', level: 3 }] }] },
  },
  'assessment.decide-socle': {
    path: { pupilId: person(pupil), cycle: '3' },
    body: { revision: 0, levels: { CPD_FRA: 3, CPD_ETR: 0 }, digital: { CN_INF_MEN: 2 }, synthesis: 'Un bon cycle.' },
  },
});
