import { filesOperations } from '@preau/shared/files/api.ts';
import { mayFollow } from '@preau/shared/files/policy.ts';
import { bind } from '../runtime/bind.ts';
import type { FilesServices } from './services.ts';
import { viewUpload } from './view.ts';

/** Where an upload is; the form is signed anew each time, so that a sending cut half-way is simply done again. */
export const readUpload = bind<FilesServices>()(filesOperations.readUpload, {
  subject: ({ input, services }) => services.store.findUpload(input.path.fileId),
  may: mayFollow,
  run: ({ subject, services, now }) => viewUpload(subject, services, now),
});
