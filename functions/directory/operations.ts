import type { Bound } from '../runtime/bind.ts';
import { decideRights } from './decide-rights.ts';
import { listClasses } from './list-classes.ts';
import { listDetached } from './list-detached.ts';
import { readHome } from './read-home.ts';
import { readPupil } from './read-pupil.ts';
import { readRoster } from './read-roster.ts';
import type { DirectoryServices } from './services.ts';
import { setObjection } from './set-objection.ts';
import { setPreferences } from './set-preferences.ts';

export const operations: readonly Bound<DirectoryServices>[] = [
  readHome,
  listClasses,
  readRoster,
  readPupil,
  decideRights,
  setObjection,
  setPreferences,
  listDetached,
];
