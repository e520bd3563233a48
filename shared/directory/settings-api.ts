import * as z from 'zod';
import { SchoolId } from '../kernel/ids.ts';
import { operation } from '../kernel/operation.ts';
import { Closure } from '../kernel/publication.ts';
import { Instant } from '../kernel/school-time.ts';
import { directoryErrors } from './errors.ts';
import { SettingsDecision } from './settings.ts';

const schoolPath = z.strictObject({ schoolId: SchoolId });

/** One decision of the head, with what it replaced. */
export const SettingsChange = z.strictObject({
  version: z.int(),
  decidedAt: Instant,
  decidedBy: z.string(),
  before: SettingsDecision,
  after: SettingsDecision,
});
export type SettingsChange = z.infer<typeof SettingsChange>;

/** What a school has decided, as it is read by all whom it concerns. */
export const SettingsView = z.strictObject({
  schoolId: SchoolId,
  schoolName: z.string(),
  decided: SettingsDecision,
  /** 0 when nothing was decided; to be sent back with a change. */
  version: z.int(),
  /** The zone of the school's clock. */
  zone: z.string(),
  /** What closing the holidays would add for the two years to come, whether or not it is chosen. */
  publicHolidays: z.array(Closure),
  schoolHolidays: z.array(Closure),
  /** When something published now would be read. */
  nextPublication: Instant,
  isOpen: z.boolean(),
  mayChange: z.boolean(),
  /** For the head only: the last decisions, the newest first. */
  log: z.array(SettingsChange).optional(),
});
export type SettingsView = z.infer<typeof SettingsView>;

export const settingsOperations = {
  readSchoolSettings: operation({
    id: 'directory.read-school-settings',
    method: 'GET',
    path: '/schools/{schoolId}/settings',
    summary: 'Lire les règles de publication et de travail d’un établissement',
    access: 'session',
    input: { path: schoolPath },
    output: SettingsView,
    errors: directoryErrors,
    refusals: [],
  }),
  changeSchoolSettings: operation({
    id: 'directory.change-school-settings',
    method: 'PUT',
    path: '/schools/{schoolId}/settings',
    summary: 'Changer les règles de publication et de travail d’un établissement',
    access: 'session',
    input: {
      path: schoolPath,
      body: z.strictObject({
        decided: SettingsDecision,
        /** The version that the page showed. */
        version: z.int().min(0),
      }),
    },
    output: SettingsView,
    errors: directoryErrors,
    refusals: [
      'directory.settings-changed-meanwhile',
      'directory.window-too-short',
      'directory.closure-backwards',
      'directory.closure-too-long',
    ],
  }),
} as const;
