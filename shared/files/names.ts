import { extensionsOf, familyOf, mediaTypes, type FileFamily, type MediaType } from './media-types.ts';

/** Characters that change the order of what is read, or that are not seen: `devoir\u202Efdp.exe` reads as a PDF. */
const HIDDEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u;
const FORBIDDEN = /[\\/:*?"<>|%]/g;
const LONGEST_STEM = 100;

/** Extensions that a system runs or shows as a page: never in a name, even before another one. */
const PROGRAMS =
  /\.(?:exe|com|scr|pif|bat|cmd|ps1|vbs?|vbe|jse?|wsf|wsh|msi|msp|hta|cpl|jar|lnk|reg|sh|app|apk|dmg|iso|dll|html?|xhtml|svgz?|xml|php|docm|xlsm|pptm)(?=\.|$)/gi;

const extensionOf = (name: string): string => /\.(?<extension>[A-Za-z0-9]{1,8})$/.exec(name)?.groups?.['extension']?.toLowerCase() ?? '';

const stemOf = (name: string): string => name.slice(0, name.length - (extensionOf(name) === '' ? 0 : extensionOf(name).length + 1));

/** The kind that a name announces; undefined when it announces none of those accepted. */
export const announcedType = (name: string): MediaType | undefined =>
  mediaTypes.find((mediaType) => extensionsOf(mediaType).includes(extensionOf(name)));

export type NameFault = 'hidden' | 'kind';

/** What is wrong with a name before the file is sent: hidden characters, or a kind that is not accepted. */
export const faultOfName = (name: string): NameFault | undefined => {
  if (HIDDEN.test(name) || stemOf(name).trim() === '') return 'hidden';
  return announcedType(name) === undefined ? 'kind' : undefined;
};

/** A name that no system misreads: its own words, without what paths and programs are made of. */
const safeStem = (name: string): string => {
  const plain = stemOf(name)
    .normalize('NFC')
    .replaceAll(FORBIDDEN, '_')
    .replaceAll(PROGRAMS, (found) => found.replace('.', '_'))
    .replace(/^\.+/, '')
    .trim();
  return plain.slice(0, LONGEST_STEM).replace(/[\uD800-\uDBFF]$/, '') || 'document';
};

/** The name under which a file is kept: the owner's words, and the extension of what the file really is. */
export const keptName = (name: string | undefined, mediaType: MediaType): string => {
  const given = name ?? 'document';
  const [usual = 'bin'] = extensionsOf(mediaType);
  const extension = extensionsOf(mediaType).includes(extensionOf(given)) ? extensionOf(given) : usual;
  return `${safeStem(given)}.${extension}`;
};

/** False when the name announces another family than what the file is: a PDF that is a picture, a picture that is a document. */
export const isAsNamed = (name: string | undefined, mediaType: MediaType): boolean => {
  const announced = name === undefined ? undefined : announcedType(name);
  if (announced === undefined || announced === mediaType) return true;
  const families = [familyOf(announced), familyOf(mediaType)];
  // A voice recorded by a browser comes in a container of films.
  return families[0] === families[1] || families.every((family) => family === 'audio' || family === 'video');
};

/** What a file picker offers, by family. */
export const acceptOf = (families: readonly FileFamily[]): string =>
  mediaTypes
    .filter((mediaType) => families.includes(familyOf(mediaType)))
    .flatMap((mediaType) => [mediaType, ...extensionsOf(mediaType).map((extension) => `.${extension}`)])
    .join(',');
