import * as z from 'zod';
import { FileId } from '../kernel/ids.ts';
import { operation } from '../kernel/operation.ts';
import { Instant } from '../kernel/school-time.ts';
import { filesErrors } from './errors.ts';
import { MediaType } from './media-types.ts';
import { FileFault, FileName, FilePurpose, FileStatus, Sha256 } from './schema.ts';

const errors = filesErrors;
const filePath = z.strictObject({ fileId: FileId });

/** What a browser posts, and where: the fields of the signed form, then the file as `file`. */
const SignedForm = z.strictObject({ url: z.url(), fields: z.record(z.string(), z.string()), expiresAt: Instant });

/** One upload as its owner follows it. */
export const UploadView = z.strictObject({
  fileId: FileId,
  purpose: FilePurpose,
  status: FileStatus,
  /** True once the bytes are here, judged or not. */
  arrived: z.boolean(),
  name: FileName.optional(),
  mediaType: MediaType.optional(),
  bytes: z.int().optional(),
  sha256: Sha256.optional(),
  /** Why it was refused, and the sentence that says what to do. */
  fault: FileFault.optional(),
  explanation: z.string().optional(),
  returnTo: z.string().optional(),
  maxBytes: z.int(),
  /** As long as the file has not arrived: the same upload may be posted again, even after a cut. */
  form: SignedForm.optional(),
});
export type UploadView = z.infer<typeof UploadView>;

/** A file among those that its owner has sent, judged or not. */
export const OwnFile = UploadView.pick({
  fileId: true,
  purpose: true,
  status: true,
  name: true,
  mediaType: true,
  bytes: true,
  explanation: true,
}).extend({ arrivedAt: Instant, mayWithdraw: z.boolean() });
export type OwnFile = z.infer<typeof OwnFile>;

/** A place in the list of one's files: the last one that was read. */
const ListPlace = z.string().regex(/^[\dTZ:.-]{20,30}#fil_[A-Za-z0-9_-]{6,80}$/);

/** A page of ours: a path, never another site. */
const ReturnPath = z
  .string()
  .max(300)
  .regex(/^\/[a-z][a-zA-Z0-9/_-]*(?:\?[a-zA-Z0-9=&_-]*)?$/);

export const filesOperations = {
  prepareUpload: operation({
    id: 'files.prepare-upload',
    method: 'POST',
    path: '/files',
    summary: 'Préparer l’envoi d’un fichier, directement vers le stockage',
    access: 'session',
    input: {
      body: z.strictObject({
        purpose: FilePurpose,
        /** Without JavaScript the page does not know the file yet: everything is then judged on arrival. */
        name: z.string().min(1).max(255).optional(),
        bytes: z.int().min(1).optional(),
        returnTo: ReturnPath.optional(),
      }),
    },
    output: UploadView,
    errors,
    refusals: [
      'files.too-large',
      'files.name-refused',
      'files.kind-refused',
      'files.quota-reached',
      'files.too-many-waiting',
      'files.busy',
    ],
  }),
  listFiles: operation({
    id: 'files.list-files',
    method: 'GET',
    path: '/files',
    summary: 'Lister ses propres fichiers, les plus récents d’abord, et la place qu’ils prennent dans l’année scolaire',
    access: 'session',
    input: { query: z.strictObject({ after: ListPlace.optional() }) },
    output: z.strictObject({
      files: z.array(OwnFile),
      /** Where the older ones begin. */
      next: ListPlace.optional(),
      usedBytes: z.int(),
      maxBytes: z.int(),
    }),
    errors,
    refusals: [],
  }),
  readUpload: operation({
    id: 'files.read-upload',
    method: 'GET',
    path: '/files/{fileId}',
    summary: 'Suivre l’envoi d’un de ses fichiers : à envoyer, en vérification, accepté ou refusé',
    access: 'session',
    input: { path: filePath },
    output: UploadView,
    errors,
    refusals: [],
  }),
  confirmArrival: operation({
    id: 'files.confirm-arrival',
    method: 'POST',
    path: '/files/{fileId}/arrival',
    summary: 'Dire qu’un fichier est arrivé, pour qu’il soit vérifié',
    access: 'session',
    input: { path: filePath },
    output: UploadView,
    errors,
    refusals: ['files.not-arrived', 'files.busy'],
  }),
  withdrawFile: operation({
    id: 'files.withdraw-file',
    method: 'DELETE',
    path: '/files/{fileId}',
    summary: 'Retirer un de ses fichiers, qui ne pèse alors plus sur l’espace de l’année',
    access: 'session',
    input: { path: filePath },
    output: z.strictObject({ withdrawn: z.literal(true) }),
    errors,
    refusals: ['files.kept', 'files.busy'],
  }),
} as const;
