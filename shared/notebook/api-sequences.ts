import * as z from 'zod';
import { LessonId, ProgressionId, RequestId, SchoolId, SequenceId, StepId } from '../kernel/ids.ts';
import { operation } from '../kernel/operation.ts';
import { writtenBody } from './api-records.ts';
import { notebookErrors } from './errors.ts';
import { Sequence, SEQUENCES_OF_PROGRESSION_MAX, STEPS_MAX, Title } from './schema.ts';
import { CopyOutcome, ProgressionView, SequenceView, StepView } from './views.ts';

const errors = notebookErrors;
const sequencePath = z.strictObject({ sequenceId: SequenceId });
const stepPath = sequencePath.extend({ stepId: StepId });
const progressionPath = z.strictObject({ progressionId: ProgressionId });
const revision = z.int().min(1);
const heading = Sequence.pick({ title: true, subject: true, level: true }).shape;
const progression = { title: Title.min(1), shared: z.boolean(), sequenceIds: z.array(SequenceId).max(SEQUENCES_OF_PROGRESSION_MAX) };

export const sequenceOperations = {
  listSequences: operation({
    id: 'notebook.list-sequences',
    method: 'GET',
    path: '/schools/{schoolId}/sequences',
    summary: 'Lister ses séquences et ses progressions, et celles que des collègues partagent',
    access: 'session',
    input: { path: z.strictObject({ schoolId: SchoolId }) },
    output: z.strictObject({ sequences: z.array(SequenceView), progressions: z.array(ProgressionView) }),
    errors,
    refusals: [],
  }),
  addSequence: operation({
    id: 'notebook.add-sequence',
    method: 'POST',
    path: '/schools/{schoolId}/sequences',
    summary: 'Créer une séquence',
    access: 'session',
    input: { path: z.strictObject({ schoolId: SchoolId }), body: z.strictObject({ ...heading, requestId: RequestId }) },
    output: SequenceView,
    errors,
    refusals: [],
  }),
  readSequence: operation({
    id: 'notebook.read-sequence',
    method: 'GET',
    path: '/sequences/{sequenceId}',
    summary: 'Lire une séquence et ses séances',
    access: 'session',
    input: { path: sequencePath },
    output: SequenceView.extend({ steps: z.array(StepView) }),
    errors,
    refusals: [],
  }),
  writeSequence: operation({
    id: 'notebook.write-sequence',
    method: 'PUT',
    path: '/sequences/{sequenceId}',
    summary: 'Renommer une séquence, ordonner ou retirer ses séances, la partager',
    access: 'session',
    input: {
      path: sequencePath,
      body: z.strictObject({ revision, ...heading, shared: z.boolean(), stepIds: z.array(StepId).max(STEPS_MAX) }),
    },
    output: SequenceView,
    errors,
    refusals: ['notebook.changed-meanwhile', 'notebook.step-unknown'],
  }),
  removeSequence: operation({
    id: 'notebook.remove-sequence',
    method: 'DELETE',
    path: '/sequences/{sequenceId}',
    summary: 'Supprimer une séquence ; les séances déjà placées restent dans le cahier',
    access: 'session',
    input: { path: sequencePath },
    output: z.strictObject({ sequenceId: SequenceId }),
    errors,
    refusals: [],
  }),
  addStep: operation({
    id: 'notebook.add-step',
    method: 'POST',
    path: '/sequences/{sequenceId}/steps',
    summary: 'Ajouter une séance à la fin d’une séquence',
    access: 'session',
    input: { path: sequencePath, body: z.strictObject({ ...writtenBody, requestId: RequestId }) },
    output: StepView,
    errors,
    refusals: ['notebook.too-many-steps', 'notebook.file-refused', 'notebook.changed-meanwhile'],
  }),
  writeStep: operation({
    id: 'notebook.write-step',
    method: 'PUT',
    path: '/sequences/{sequenceId}/steps/{stepId}',
    summary: 'Modifier une séance d’une séquence',
    access: 'session',
    input: { path: stepPath, body: z.strictObject({ revision, ...writtenBody }) },
    output: StepView,
    errors,
    refusals: ['notebook.step-unknown', 'notebook.changed-meanwhile', 'notebook.file-refused'],
  }),
  copySequence: operation({
    id: 'notebook.copy-sequence',
    method: 'POST',
    path: '/sequences/{sequenceId}/copies',
    summary: 'Copier dans ses séquences la sienne ou celle d’un collègue',
    access: 'session',
    input: { path: sequencePath, body: z.strictObject({ requestId: RequestId }) },
    output: SequenceView,
    errors,
    refusals: [],
  }),
  placeSequence: operation({
    id: 'notebook.place-sequence',
    method: 'POST',
    path: '/sequences/{sequenceId}/placements',
    summary: 'Placer les séances d’une séquence, en brouillon, sur ses cours',
    access: 'session',
    input: {
      path: sequencePath,
      body: z.strictObject({
        placements: z
          .array(z.strictObject({ stepId: StepId, lessonId: LessonId }))
          .min(1)
          .max(STEPS_MAX),
      }),
    },
    output: CopyOutcome,
    errors,
    refusals: ['notebook.step-unknown'],
  }),
  addProgression: operation({
    id: 'notebook.add-progression',
    method: 'POST',
    path: '/schools/{schoolId}/progressions',
    summary: 'Créer une progression : l’ordre de ses séquences dans l’année',
    access: 'session',
    input: { path: z.strictObject({ schoolId: SchoolId }), body: z.strictObject({ ...progression, requestId: RequestId }) },
    output: ProgressionView,
    errors,
    refusals: [],
  }),
  writeProgression: operation({
    id: 'notebook.write-progression',
    method: 'PUT',
    path: '/progressions/{progressionId}',
    summary: 'Modifier une progression',
    access: 'session',
    input: { path: progressionPath, body: z.strictObject({ revision, ...progression }) },
    output: ProgressionView,
    errors,
    refusals: ['notebook.changed-meanwhile'],
  }),
  removeProgression: operation({
    id: 'notebook.remove-progression',
    method: 'DELETE',
    path: '/progressions/{progressionId}',
    summary: 'Supprimer une progression ; ses séquences restent',
    access: 'session',
    input: { path: progressionPath },
    output: z.strictObject({ progressionId: ProgressionId }),
    errors,
    refusals: [],
  }),
} as const;
