import { familyOf, type MediaType } from '@preau/shared/files/media-types.ts';
import type { FileFault } from '@preau/shared/files/schema.ts';
import { faultOfArchive } from './archive-fault.ts';
import { contains, containsWide } from './bytes.ts';
import { faultOfContent } from './content-fault.ts';
import { kindOf } from './kind-of.ts';
import { faultOfSize } from './pixels.ts';
import type { Scanner } from './scanner.ts';
import { endsAsZip } from './zip.ts';

const ARCHIVES: readonly MediaType[] = [
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  'application/vnd.oasis.opendocument.text',
  'application/vnd.oasis.opendocument.spreadsheet',
  'application/vnd.oasis.opendocument.presentation',
  'application/vnd.oasis.opendocument.graphics',
  'application/vnd.geogebra.file',
  'application/x.scratch.sb3',
];

/** Long enough that pixels do not write them by chance. */
const PAGE = /<script|<\?php|<!doctype html|<iframe[\s>]|<svg\s[^>]{0,200}xmlns=/i;

const LATIN = new TextDecoder('latin1');

/** A picture or a sound that is also a page, for whoever would open it as such. */
const isAlsoPage = (bytes: Uint8Array): boolean => PAGE.test(LATIN.decode(bytes));

const faultOfPdf = (bytes: Uint8Array): FileFault | undefined => {
  if (contains(bytes, '/Launch')) return 'program-inside';
  return isAlsoPage(bytes.subarray(0, 4096)) ? 'several-files-in-one' : undefined;
};

const faultOfOldOffice = (bytes: Uint8Array): FileFault | undefined => {
  if (containsWide(bytes, '_VBA_PROJECT')) return 'macros';
  return containsWide(bytes, 'Ole10Native') ? 'program-inside' : undefined;
};

const faultOfFamily = (bytes: Uint8Array, mediaType: MediaType): FileFault | undefined => {
  if (ARCHIVES.includes(mediaType)) return faultOfArchive(bytes, mediaType);
  if (endsAsZip(bytes)) return 'several-files-in-one';
  const family = familyOf(mediaType);
  if (family === 'pdf') return faultOfPdf(bytes);
  if (family === 'office') return faultOfOldOffice(bytes);
  if (family === 'text') return undefined;
  if (isAlsoPage(bytes)) return 'several-files-in-one';
  return family === 'image' ? faultOfSize(bytes, mediaType) : undefined;
};

/** What can be told of a file by its structure alone, on any machine, without opening it as its application would. */
export const structuralScanner: Scanner = async ({ bytes, name }) => {
  const kind = kindOf(bytes, name);
  return 'fault' in kind ? kind.fault : (faultOfContent(bytes) ?? faultOfFamily(bytes, kind.mediaType));
};
