import type { MediaType } from '@preau/shared/files/media-types.ts';
import { isAsNamed } from '@preau/shared/files/names.ts';
import type { FileFault } from '@preau/shared/files/schema.ts';
import { contains, containsWide, hasAt } from './bytes.ts';
import { isPlainText, isWebPage } from './text.ts';
import { readZip } from './zip.ts';

type Kind = { readonly mediaType: MediaType } | { readonly fault: FileFault };

const STILL = ['heic', 'heix', 'hevc', 'heim', 'heis', 'mif1', 'msf1'];
const SOUND = ['M4A ', 'M4B '];
const FILM = ['isom', 'iso2', 'iso4', 'iso5', 'iso6', 'mp41', 'mp42', 'avc1', 'qt  ', 'M4V ', '3gp4', '3gp5', 'dash', 'MSNV'];

const containerType = (bytes: Uint8Array): MediaType | undefined => {
  const isBrand = (brand: string): boolean => hasAt(bytes, brand, 8);
  if (STILL.some(isBrand)) return 'image/heic';
  if (SOUND.some(isBrand)) return 'audio/mp4';
  return FILM.some(isBrand) ? 'video/mp4' : undefined;
};

const ODF: readonly MediaType[] = [
  'application/vnd.oasis.opendocument.text',
  'application/vnd.oasis.opendocument.spreadsheet',
  'application/vnd.oasis.opendocument.presentation',
  'application/vnd.oasis.opendocument.graphics',
];

const OFFICE = [
  ['word/', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  ['xl/', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  ['ppt/', 'application/vnd.openxmlformats-officedocument.presentationml.presentation'],
] as const;

const archiveType = (bytes: Uint8Array): MediaType | undefined => {
  const entries = readZip(bytes);
  if (entries === undefined) return undefined;
  const names = new Set(entries.map(({ name }) => name));
  const [first] = entries;
  if (first?.name === 'mimetype' && first.packed < 100) {
    const said = first.open();
    return ODF.find((mediaType) => typeof said === 'object' && Buffer.from(said).toString('latin1') === mediaType);
  }
  if (names.has('[Content_Types].xml')) return OFFICE.find(([folder]) => [...names].some((name) => name.startsWith(folder)))?.[1];
  if (names.has('geogebra.xml')) return 'application/vnd.geogebra.file';
  return names.has('project.json') ? 'application/x.scratch.sb3' : undefined;
};

/** Word and PowerPoint before 2007. */
const oldOfficeType = (bytes: Uint8Array): Kind => {
  if (containsWide(bytes, 'EncryptedPackage')) return { fault: 'locked' };
  if (containsWide(bytes, 'WordDocument')) return { mediaType: 'application/msword' };
  return containsWide(bytes, 'PowerPoint Document') ? { mediaType: 'application/vnd.ms-powerpoint' } : { fault: 'unknown-kind' };
};

/** Frames of MPEG layer III, without the tag that most files begin with. */
const isBareMp3 = ([first = 0, second = 0]: Uint8Array): boolean => first === 0xff && [0xfb, 0xf3, 0xf2, 0xfa].includes(second);

const simpleType = (bytes: Uint8Array): MediaType | undefined => {
  if (hasAt(bytes, '\u00FF\u00D8\u00FF')) return 'image/jpeg';
  if (hasAt(bytes, '\u0089PNG\r\n\u001A\n')) return 'image/png';
  if (hasAt(bytes, 'GIF87a') || hasAt(bytes, 'GIF89a')) return 'image/gif';
  if (hasAt(bytes, '%PDF-')) return 'application/pdf';
  if (hasAt(bytes, 'RIFF') && hasAt(bytes, 'WEBP', 8)) return 'image/webp';
  if (hasAt(bytes, 'RIFF') && hasAt(bytes, 'WAVE', 8)) return 'audio/wav';
  if (hasAt(bytes, 'OggS')) return 'audio/ogg';
  if (hasAt(bytes, 'ID3') || isBareMp3(bytes)) return 'audio/mpeg';
  if (hasAt(bytes, 'ftyp', 4)) return containerType(bytes);
  return hasAt(bytes, '\u001A\u0045\u00DF\u00A3') && contains(bytes.subarray(0, 64), 'webm') ? 'video/webm' : undefined;
};

const judgedByBytes = (bytes: Uint8Array): Kind => {
  const simple = simpleType(bytes);
  if (simple !== undefined) return { mediaType: simple };
  if (hasAt(bytes, 'PK\u0003\u0004')) {
    const mediaType = archiveType(bytes);
    return mediaType === undefined ? { fault: 'unknown-kind' } : { mediaType };
  }
  if (hasAt(bytes, '\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1')) return oldOfficeType(bytes);
  if (!isPlainText(bytes)) return { fault: 'unknown-kind' };
  return isWebPage(bytes) ? { fault: 'web-page' } : { mediaType: 'text/plain' };
};

/** What a file is by its own bytes; neither its extension nor its sender's word is believed, and a name that lies is a fault. */
export const kindOf = (bytes: Uint8Array, name: string | undefined): Kind => {
  const kind = judgedByBytes(bytes);
  return 'fault' in kind || isAsNamed(name, kind.mediaType) ? kind : { fault: 'not-as-named' };
};
