import * as z from 'zod';
import { FileId, PersonId } from '../kernel/ids.ts';
import { Instant } from '../kernel/school-time.ts';
import { MediaType } from './media-types.ts';

/** What a file is for decides how big it may be and whether its owner may withdraw it. */
export const FilePurpose = z.enum(['resource', 'hand-in', 'correction']);
export type FilePurpose = z.infer<typeof FilePurpose>;

/** Nobody but its owner sees a file before it is `clean`; `refused` ones are never served. */
export const FileStatus = z.enum(['waiting', 'clean', 'refused']);
export type FileStatus = z.infer<typeof FileStatus>;

/** Why a file was not accepted. */
export const FileFault = z.enum([
  'unknown-kind',
  'web-page',
  'not-as-named',
  'macros',
  'program-inside',
  'several-files-in-one',
  'too-large-unpacked',
  'too-many-pixels',
  'malware',
  'locked',
  'damaged',
  'too-large',
  'changed',
]);
export type FileFault = z.infer<typeof FileFault>;

export const FileName = z.string().min(1).max(120);

/** A file as other domains keep it beside what it illustrates. */
export const FileRef = z.strictObject({ fileId: FileId, name: FileName, mediaType: MediaType, bytes: z.int().min(1) });
export type FileRef = z.infer<typeof FileRef>;

export const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** One upload, from its preparation to its verdict. */
export const StoredUpload = z.strictObject({
  fileId: FileId,
  ownerId: PersonId,
  purpose: FilePurpose,
  status: FileStatus,
  /** Drawn at random: where the browser posts, then where the accepted bytes are kept. */
  storageKey: z.string(),
  /** As its owner named it, made safe; absent when a page without JavaScript could not know it. */
  name: FileName.optional(),
  /** Where the browser goes once the file has arrived, without JavaScript. */
  returnTo: z.string().optional(),
  reservedBytes: z.int(),
  preparedAt: Instant,
  arrivedAt: Instant.optional(),
  mediaType: MediaType.optional(),
  bytes: z.int().optional(),
  sha256: Sha256.optional(),
  fault: FileFault.optional(),
  judgedAt: Instant.optional(),
  /** The school year whose quota it weighs on. */
  year: z.int(),
  version: z.int(),
});
export type StoredUpload = z.infer<typeof StoredUpload>;

/** What one person has stored in one school year, and the places kept for uploads under way. */
export const Quota = z.strictObject({
  personId: PersonId,
  year: z.int(),
  usedBytes: z.int().min(0),
  waiting: z.array(z.strictObject({ fileId: FileId, bytes: z.int(), until: Instant })),
  version: z.int(),
});
export type Quota = z.infer<typeof Quota>;

/** A file as its door shows it to other domains, for the decisions that are theirs. */
export const KnownFile = z.strictObject({
  fileId: FileId,
  ownerId: PersonId,
  purpose: FilePurpose,
  status: FileStatus,
  name: FileName,
  mediaType: MediaType,
  bytes: z.int(),
  sha256: Sha256,
});
export type KnownFile = z.infer<typeof KnownFile>;
