import * as z from 'zod';

export const fileFamilies = ['image', 'pdf', 'office', 'text', 'audio', 'video', 'exercise'] as const;
export type FileFamily = (typeof fileFamilies)[number];

interface Kind {
  readonly family: FileFamily;
  /** The first one is the one that a download bears. */
  readonly extensions: readonly string[];
}

/** Every kind of file that a school may send here; anything else is refused. */
export const kinds = {
  'image/jpeg': { family: 'image', extensions: ['jpg', 'jpeg', 'jfif'] },
  'image/png': { family: 'image', extensions: ['png'] },
  'image/gif': { family: 'image', extensions: ['gif'] },
  'image/webp': { family: 'image', extensions: ['webp'] },
  'image/heic': { family: 'image', extensions: ['heic', 'heif'] },
  'application/pdf': { family: 'pdf', extensions: ['pdf'] },
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': { family: 'office', extensions: ['docx'] },
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': { family: 'office', extensions: ['xlsx'] },
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': { family: 'office', extensions: ['pptx'] },
  'application/vnd.oasis.opendocument.text': { family: 'office', extensions: ['odt'] },
  'application/vnd.oasis.opendocument.spreadsheet': { family: 'office', extensions: ['ods'] },
  'application/vnd.oasis.opendocument.presentation': { family: 'office', extensions: ['odp'] },
  'application/vnd.oasis.opendocument.graphics': { family: 'office', extensions: ['odg'] },
  'application/msword': { family: 'office', extensions: ['doc'] },
  'application/vnd.ms-powerpoint': { family: 'office', extensions: ['ppt'] },
  'application/vnd.geogebra.file': { family: 'exercise', extensions: ['ggb'] },
  'application/x.scratch.sb3': { family: 'exercise', extensions: ['sb3'] },
  'text/plain': { family: 'text', extensions: ['txt', 'md', 'csv', 'py', 'tex'] },
  'audio/mpeg': { family: 'audio', extensions: ['mp3'] },
  'audio/mp4': { family: 'audio', extensions: ['m4a'] },
  'audio/ogg': { family: 'audio', extensions: ['ogg', 'opus', 'oga'] },
  'audio/wav': { family: 'audio', extensions: ['wav'] },
  'video/mp4': { family: 'video', extensions: ['mp4', 'mov', 'm4v'] },
  /** Browsers record voices in it as well as pictures. */
  'video/webm': { family: 'video', extensions: ['webm', 'weba'] },
} as const satisfies Readonly<Record<string, Kind>>;

export type MediaType = keyof typeof kinds;

const names = Object.keys(kinds) as unknown as readonly [MediaType, ...MediaType[]];

export const MediaType = z.enum(names);

export const mediaTypes: readonly MediaType[] = names;

export const familyOf = (mediaType: MediaType): FileFamily => kinds[mediaType].family;

export const extensionsOf = (mediaType: MediaType): readonly string[] => kinds[mediaType].extensions;
