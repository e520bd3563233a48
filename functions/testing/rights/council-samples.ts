import type { Asked } from '../play.ts';
import { CLASS_HERE, SCHOOL_HERE } from '../small-academy.ts';

const PERIOD = '2026-T1';
const school = { path: { schoolId: SCHOOL_HERE } };
const schoolClass = { path: { schoolId: SCHOOL_HERE, classId: CLASS_HERE } };
const period = { path: { ...schoolClass.path, period: PERIOD } };

/** Periods, remarks, skills and councils of the class of the small academy. */
export const councilSamples: Readonly<Record<string, Asked>> = {
  'assessment.list-periods': school,
  'assessment.read-periods': schoolClass,
  'assessment.change-periods': { ...schoolClass, body: { version: 0, kind: 'trimester', ends: ['2026-11-27', '2027-03-05'] } },
  'assessment.close-period': { ...period, body: { version: 0 } },
  'assessment.reopen-period': { ...period, body: { version: 0, reason: 'Une note oubliée' } },
};
