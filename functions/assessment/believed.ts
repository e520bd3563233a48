import { believing } from '../runtime/believing.ts';
import type { Decided } from './services.ts';

/** What a school decides changes a few times a year; each page of results asks for all of it. */
export const believed = ({ store, periods, directory }: Decided, clock: () => number): Decided => ({
  store: { findSettings: believing(store.findSettings, clock) },
  periods: { findPeriods: believing(periods.findPeriods, clock) },
  directory: { findSchool: believing(directory.findSchool, clock) },
});
