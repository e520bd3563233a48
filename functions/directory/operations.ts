import type { Bound } from '../runtime/bind.ts';
import { changeSchoolSettings } from './change-school-settings.ts';
import { decideRights } from './decide-rights.ts';
import { giveGrant } from './give-grant.ts';
import { listClasses } from './list-classes.ts';
import { listDetached } from './list-detached.ts';
import { listGrants } from './list-grants.ts';
import { listTeachers } from './list-teachers.ts';
import { readHome } from './read-home.ts';
import { readPupil } from './read-pupil.ts';
import { readRoster } from './read-roster.ts';
import { readSchoolSettings } from './read-school-settings.ts';
import { revokeGrant } from './revoke-grant.ts';
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
  readSchoolSettings,
  changeSchoolSettings,
  listTeachers,
  listGrants,
  giveGrant,
  revokeGrant,
];
