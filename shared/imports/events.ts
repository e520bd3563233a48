import * as z from 'zod';
import { event } from '../kernel/event.ts';
import { ImportId } from '../kernel/ids.ts';

/** A delivery is to be examined or applied; the same work may be handed over several times, each with its own attempt. */
export const ImportRequested = event(
  'imports.requested',
  z.strictObject({ importId: ImportId, action: z.enum(['plan', 'apply']), attempt: z.int() }),
);
