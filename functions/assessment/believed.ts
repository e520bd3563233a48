import type { SchoolId } from '@preau/shared/kernel/ids.ts';
import { believing } from '../runtime/believing.ts';
import type { Decided } from './services.ts';

/** What a school decides changes a few times a year, and a class has one general average for all its families; each page of results asks for all of it. */
export const believed = ({ store, periods, directory, results }: Decided, clock: () => number): Decided => ({
  store: { findSettings: believing((schoolId: SchoolId) => store.findSettings(schoolId), clock) },
  periods: { findPeriods: believing(periods.findPeriods, clock) },
  directory: { findSchool: believing(directory.findSchool, clock) },
  results: { findGeneral: believing(results.findGeneral, clock) },
});
