import type { MediaType } from '@preau/shared/files/media-types.ts';
import type { FileFault } from '@preau/shared/files/schema.ts';
import { containsWide, hasAt } from './bytes.ts';
import { faultOfContent } from './content-fault.ts';
import { readZip, type ZipEntry } from './zip.ts';

const MOST_ENTRIES = 10_000;
const MOST_UNPACKED = 200_000_000;
/** Below this, a document of blank pages may well be a thousand times smaller once packed. */
const ALWAYS_FINE = 10_000_000;
const MOST_RATIO = 100;
const DEEPEST = 2;

const PROGRAM = /\.(?:exe|dll|com|scr|pif|bat|cmd|ps1|vbs|vbe|jse|wsf|hta|msi|jar|lnk|cpl|reg)$/i;
const MACROS = /(?:^|\/)(?:vbaProject\.bin|vbaData\.xml)$|^(?:Basic|Scripts)\/.+/i;
const OUTSIDE = /^[\\/]|^[A-Za-z]:|(?:^|[\\/])\.\.(?:[\\/]|$)/;

const faultOfNames = (entries: readonly ZipEntry[]): FileFault | undefined => {
  if (entries.some(({ name }) => OUTSIDE.test(name))) return 'damaged';
  if (entries.some(({ isLocked }) => isLocked)) return 'locked';
  if (entries.some(({ name }) => MACROS.test(name))) return 'macros';
  return entries.some(({ name }) => PROGRAM.test(name)) ? 'program-inside' : undefined;
};

const faultOfSizes = (entries: readonly ZipEntry[], bytes: number): FileFault | undefined => {
  if (entries.length > MOST_ENTRIES) return 'too-large-unpacked';
  const packed = entries.reduce((sum, entry) => sum + entry.packed, 0);
  const unpacked = entries.reduce((sum, entry) => sum + entry.unpacked, 0);
  // Entries that share the same bytes: a bomb that no ratio betrays.
  if (packed > bytes) return 'too-large-unpacked';
  if (unpacked > MOST_UNPACKED || (unpacked > ALWAYS_FINE && unpacked > MOST_RATIO * packed)) return 'too-large-unpacked';
  return undefined;
};

const faultOfEntry = (entry: ZipEntry, mediaType: MediaType, depth: number): FileFault | undefined => {
  if (entry.unpacked === 0 && entry.packed <= 2) return undefined;
  const content = entry.open();
  if (content === 'too-large') return 'too-large-unpacked';
  if (content === 'damaged') return 'damaged';
  if (containsWide(content, '_VBA_PROJECT')) return 'macros';
  if (hasAt(content, 'MZ') && /\.bin$/i.test(entry.name)) return 'program-inside';
  if (hasAt(content, 'PK\u0003\u0004')) return depth >= DEEPEST ? 'too-large-unpacked' : faultOfArchive(content, mediaType, depth + 1);
  return faultOfContent(content);
};

/** What is wrong inside an archive, read entry by entry in memory and never further than it declares. */
export const faultOfArchive = (bytes: Uint8Array, mediaType: MediaType, depth = 0): FileFault | undefined => {
  const entries = readZip(bytes);
  if (entries === undefined) return 'damaged';
  const declared = faultOfNames(entries) ?? faultOfSizes(entries, bytes.byteLength);
  if (declared !== undefined) return declared;
  for (const entry of entries) {
    const fault = faultOfEntry(entry, mediaType, depth);
    if (fault !== undefined) return fault;
  }
  return undefined;
};
