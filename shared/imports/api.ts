import * as z from 'zod';
import { ImportId } from '../kernel/ids.ts';
import { operation } from '../kernel/operation.ts';
import { importsErrors } from './errors.ts';
import { Anomaly, ImportKind, ImportRecord } from './schema.ts';

/** The largest delivery accepted: 2 GB. */
export const MAX_DELIVERY_BYTES = 2 * 1024 ** 3;

const errors = importsErrors;
const importPath = z.strictObject({ importId: ImportId });
const After = z.strictObject({ after: z.string().max(400).optional() });

export const importsOperations = {
  startUpload: operation({
    id: 'imports.start-upload',
    method: 'POST',
    path: '/imports',
    summary: 'Annoncer une livraison et préparer son envoi vers le stockage',
    access: 'session',
    input: {
      body: z.strictObject({
        kind: ImportKind,
        fileName: z
          .string()
          .min(1)
          .max(200)
          .regex(/^[^/\\\p{Cc}]+$/u, { message: 'Donnez le nom du fichier, sans dossier.' }),
        bytes: z.int().min(1).max(MAX_DELIVERY_BYTES, { message: 'Une livraison fait au plus 2 Go.' }),
      }),
    },
    output: z.strictObject({
      import: ImportRecord,
      /** `fields` as form fields, then the file named `file`, posted to `url`. */
      upload: z.strictObject({ url: z.string(), fields: z.record(z.string(), z.string()), maxBytes: z.int() }),
    }),
    errors,
    refusals: [],
  }),
  requestPlan: operation({
    id: 'imports.request-plan',
    method: 'POST',
    path: '/imports/{importId}/plan',
    summary: 'Demander l’examen d’une livraison, sans rien changer',
    access: 'session',
    input: { path: importPath },
    output: ImportRecord,
    errors,
    refusals: ['imports.busy', 'imports.already-applied', 'imports.file-missing'],
  }),
  readImport: operation({
    id: 'imports.read-import',
    method: 'GET',
    path: '/imports/{importId}',
    summary: 'Suivre un import : son état, ce qu’il change, ses anomalies',
    access: 'session',
    input: { path: importPath, query: After },
    output: z.strictObject({
      import: ImportRecord,
      /** False while its file is still to be sent: there is nothing to examine. */
      arrived: z.boolean(),
      anomalies: z.array(Anomaly),
      /** Ask again with `after` for the following page of anomalies. */
      next: z.string().optional(),
    }),
    errors,
    refusals: [],
  }),
  applyImport: operation({
    id: 'imports.apply-import',
    method: 'POST',
    path: '/imports/{importId}/application',
    summary: 'Appliquer une livraison examinée',
    access: 'session',
    input: { path: importPath, body: z.strictObject({ confirmVanished: z.int().min(0).optional() }) },
    output: ImportRecord,
    errors,
    refusals: ['imports.busy', 'imports.not-planned', 'imports.already-applied', 'imports.confirm-vanished'],
  }),
  listImports: operation({
    id: 'imports.list-imports',
    method: 'GET',
    path: '/imports',
    summary: 'Lister les imports, les plus récents d’abord',
    access: 'session',
    input: { query: After },
    output: z.strictObject({ imports: z.array(ImportRecord), next: z.string().optional() }),
    errors,
    refusals: [],
  }),
} as const;
