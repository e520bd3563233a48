import type { Actor } from '../directory/schema.ts';
import type { StoredUpload } from './schema.ts';

/** Whoever has a place here may send files; purposes that are a teacher's are a member of staff's only. */
export const mayPrepare = (
  actor: Actor,
  _subject: object,
  input: { readonly body: { readonly purpose: StoredUpload['purpose'] } },
): boolean => (input.body.purpose === 'hand-in' ? actor.kind !== 'operator' : actor.kind === 'staff');

/** Whoever may send files may look through his own. */
export const mayListFiles = (actor: Actor): boolean => actor.kind !== 'operator';

/** An upload is its owner's affair; others read a file through what it is attached to. */
export const mayFollow = (actor: Actor, upload: Pick<StoredUpload, 'ownerId'>): boolean => upload.ownerId === actor.personId;
