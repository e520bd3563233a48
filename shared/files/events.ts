import * as z from 'zod';
import { FileId, PersonId } from '../kernel/ids.ts';
import { event } from '../kernel/event.ts';
import { FileFault, FilePurpose } from './schema.ts';

/** The bytes of an upload have arrived in quarantine: they are to be judged. */
export const FileArrived = event('files.arrived', z.strictObject({ fileId: FileId }));

/** A file was accepted, or refused with its reason. */
export const FileJudged = event(
  'files.judged',
  z.strictObject({ fileId: FileId, ownerId: PersonId, purpose: FilePurpose, clean: z.boolean(), fault: FileFault.optional() }),
);
