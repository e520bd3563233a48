import * as z from 'zod';
import { ClassId, PersonId, SchoolId } from '../kernel/ids.ts';
import { operation } from '../kernel/operation.ts';
import { directoryErrors } from './errors.ts';
import { grantsOperations } from './grants-api.ts';
import { settingsOperations } from './settings-api.ts';
import { Language, RosterPupil, School, SchoolClass } from './schema.ts';
import { DetachedPerson, Home, PupilFile } from './views.ts';

const errors = directoryErrors;
const schoolPath = z.strictObject({ schoolId: SchoolId });
const pupilPath = z.strictObject({ pupilId: PersonId });
const Evidence = z.string().trim().max(1000);

export const directoryOperations = {
  ...settingsOperations,
  ...grantsOperations,
  readHome: operation({
    id: 'directory.read-home',
    method: 'GET',
    path: '/home',
    summary: 'Lire son accueil : les cours du jour et ce qui est à traiter',
    access: 'session',
    input: {},
    output: Home,
    errors,
    refusals: [],
  }),
  listClasses: operation({
    id: 'directory.list-classes',
    method: 'GET',
    path: '/schools/{schoolId}/classes',
    summary: 'Lister les classes d’un établissement',
    access: 'session',
    input: { path: schoolPath },
    output: z.strictObject({ school: School, classes: z.array(SchoolClass) }),
    errors,
    refusals: [],
  }),
  readRoster: operation({
    id: 'directory.read-roster',
    method: 'GET',
    path: '/schools/{schoolId}/classes/{classId}/pupils',
    summary: 'Lire la liste des élèves d’une classe',
    access: 'session',
    input: { path: schoolPath.extend({ classId: ClassId }) },
    output: z.strictObject({ classId: ClassId, name: z.string(), pupils: z.array(RosterPupil) }),
    errors,
    refusals: [],
  }),
  readPupil: operation({
    id: 'directory.read-pupil',
    method: 'GET',
    path: '/pupils/{pupilId}',
    summary: 'Lire la fiche d’un élève : ses responsables, leurs coordonnées et leurs droits',
    access: 'session',
    input: { path: pupilPath },
    output: PupilFile,
    errors,
    refusals: [],
  }),
  decideRights: operation({
    id: 'directory.decide-rights',
    method: 'PUT',
    path: '/pupils/{pupilId}/guardians/{guardianId}/rights',
    summary: 'Restreindre ou rétablir les droits d’un responsable, sur pièce',
    access: 'session',
    input: {
      path: pupilPath.extend({ guardianId: PersonId }),
      body: z.strictObject({
        /** False withholds the right; true leaves what the import gives. */
        informed: z.boolean(),
        decides: z.boolean(),
        evidence: Evidence,
        /** The revision that the page showed. */
        revision: z.int().min(0),
      }),
    },
    output: PupilFile,
    errors,
    refusals: ['directory.not-a-guardian', 'directory.evidence-required', 'directory.changed-meanwhile'],
  }),
  setObjection: operation({
    id: 'directory.set-objection',
    method: 'PUT',
    path: '/pupils/{pupilId}/objection',
    summary: 'S’opposer, une fois majeur, à l’information de ses responsables, ou lever cette opposition',
    access: 'session',
    input: { path: pupilPath, body: z.strictObject({ active: z.boolean(), evidence: Evidence.optional() }) },
    output: z.strictObject({ pupilId: PersonId, active: z.boolean() }),
    errors,
    refusals: ['directory.not-adult', 'directory.evidence-required', 'directory.changed-meanwhile'],
  }),
  setPreferences: operation({
    id: 'directory.set-preferences',
    method: 'PUT',
    path: '/preferences',
    summary: 'Choisir la langue de ses pages et de ses alertes',
    access: 'session',
    input: { body: z.strictObject({ language: Language }) },
    output: z.strictObject({ language: Language }),
    errors,
    refusals: [],
  }),
  listDetached: operation({
    id: 'directory.list-detached',
    method: 'GET',
    path: '/schools/{schoolId}/detached',
    summary: 'Lister les personnes disparues de l’annuaire académique, avant leur effacement',
    access: 'session',
    input: { path: schoolPath, query: z.strictObject({ after: z.string().max(400).optional() }) },
    output: z.strictObject({
      people: z.array(DetachedPerson),
      /** Ask again with `after` for the following page. */
      next: z.string().optional(),
    }),
    errors,
    refusals: [],
  }),
} as const;
