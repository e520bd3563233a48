import { JOINED_FILE_MAX_BYTES, type JoinedFile, type JoinedMediaType } from '@preau/shared/attendance/schema.ts';
import type { AbsenceId, FileId } from '@preau/shared/kernel/ids.ts';
import { refuse, type Refusal } from '@preau/shared/kernel/refusal.ts';
import type { FileStore } from '../runtime/file-store.ts';

/** Where a joined file lives: under its absence, so that nobody joins another family's file. */
export const keyOf = (absenceId: AbsenceId, fileId: FileId): string => `justifications/${absenceId}/${fileId}`;

const startsWith = (head: Uint8Array, text: string, offset = 0): boolean =>
  text.split('').every((character, index) => head[offset + index] === character.charCodeAt(0));

const HEIC_BRANDS = ['heic', 'heix', 'hevc', 'mif1', 'msf1'];

/** What a file is, by its first bytes: neither its name nor its sender's word is believed. */
export const mediaTypeOf = (head: Uint8Array): JoinedMediaType | undefined => {
  if (startsWith(head, '%PDF-')) return 'application/pdf';
  if (startsWith(head, '\u00ff\u00d8\u00ff')) return 'image/jpeg';
  if (startsWith(head, '\u0089PNG\r\n\u001a\n')) return 'image/png';
  return startsWith(head, 'ftyp', 4) && HEIC_BRANDS.some((brand) => startsWith(head, brand, 8)) ? 'image/heic' : undefined;
};

type NotJoined = Refusal<'attendance.file-missing' | 'attendance.file-refused'>;

/** A file that has arrived, as a justification keeps it; refused when it is absent, too big or of another kind. */
export const joinFile = async (
  files: FileStore,
  absenceId: AbsenceId,
  { fileId, name }: { readonly fileId: FileId; readonly name: string },
): Promise<JoinedFile | NotJoined> => {
  const stored = await files.inspect(keyOf(absenceId, fileId));
  if (stored === undefined || stored.bytes === 0) return refuse('attendance.file-missing', { fileId });
  const mediaType = mediaTypeOf(stored.head);
  if (mediaType === undefined || stored.bytes > JOINED_FILE_MAX_BYTES) return refuse('attendance.file-refused', { fileId });
  return { fileId, name, mediaType, bytes: stored.bytes };
};
