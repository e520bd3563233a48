import * as z from 'zod';
import { SchoolId } from '../kernel/ids.ts';
import { operation } from '../kernel/operation.ts';
import { reportsErrors } from './errors.ts';
import { ELECTION_CODES } from './lsu-input.ts';
import { CardPeriodKey } from './schema.ts';

const errors = reportsErrors;

/** A school that has written no synthesis yet has four hundred faults of one sort. */
export const FIRST_FAULTS = 10;
const ofSchool = z.strictObject({ schoolId: SchoolId });
const period = z.strictObject({ period: CardPeriodKey });

/** The same fault for whoever must mend it: how many, and the first of them in words. */
const LsuFault = z.strictObject({
  code: z.string(),
  mender: z.enum(['head', 'office', 'headTeacher', 'teacher', 'operator']),
  menders: z.array(z.string()),
  stops: z.enum(['file', 'card', 'nothing']),
  count: z.int().min(1),
  messages: z.array(z.string()).max(FIRST_FAULTS),
});

/** Election of a subject, as the national file writes it. */
export const Election = z.enum(ELECTION_CODES);

/** Which national subject a label of the timetable is. */
export const DisciplineChoice = z.strictObject({
  label: z.string().min(1).max(200),
  code: z.string().regex(/^[0-9A-Z]{6}$/),
  election: Election,
});
export type DisciplineChoice = z.infer<typeof DisciplineChoice>;

export const lsuOperations = {
  checkLsu: operation({
    id: 'reports.check-lsu',
    method: 'GET',
    path: '/schools/{schoolId}/lsu',
    summary: 'Contrôler le fichier LSU d’une période : ce qui manque, et qui doit le corriger',
    access: 'session',
    input: { path: ofSchool, query: period },
    output: z.strictObject({
      schoolName: z.string(),
      period: CardPeriodKey,
      /** Cards that the file would hold. */
      cards: z.int(),
      leftOut: z.int(),
      ready: z.boolean(),
      faults: z.array(LsuFault),
      /** Subjects of the cards, each under the code that it has or is to be given. */
      disciplines: z.array(z.strictObject({ label: z.string(), code: z.string().optional(), election: Election })),
      /** Subjects taught in the school by their national codes: what may be chosen. */
      subjects: z.array(z.strictObject({ code: z.string(), label: z.string() })),
    }),
    errors,
    refusals: [],
  }),
  downloadLsu: operation({
    id: 'reports.download-lsu',
    method: 'GET',
    path: '/schools/{schoolId}/lsu/file',
    summary: 'Télécharger le fichier LSU d’une période',
    access: 'session',
    answers: 'redirect',
    input: { path: ofSchool, query: period },
    output: z.strictObject({ location: z.url() }),
    errors,
    refusals: ['reports.lsu-stopped'],
  }),
  setDisciplines: operation({
    id: 'reports.set-disciplines',
    method: 'PUT',
    path: '/schools/{schoolId}/disciplines',
    summary: 'Choisir le code national des matières de l’établissement',
    access: 'session',
    input: { path: ofSchool, body: z.strictObject({ disciplines: z.array(DisciplineChoice).max(200) }) },
    output: z.strictObject({ disciplines: z.int() }),
    errors,
    refusals: ['reports.discipline-unknown'],
  }),
} as const;
