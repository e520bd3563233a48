import { directoryOperations } from '@preau/shared/directory/api.ts';
import { mayReadGuardians } from '@preau/shared/directory/policy.ts';
import { localDateOf } from '@preau/shared/kernel/school-time.ts';
import { bind } from '../runtime/bind.ts';
import { loadPupilFile, loadPupilSubject } from './pupil-file.ts';
import type { DirectoryServices } from './services.ts';

/** A pupil's guardians and how to reach them, for the office of his school. */
export const readPupil = bind<DirectoryServices>()(directoryOperations.readPupil, {
  subject: ({ input, services, now }) => loadPupilSubject(services.store, input.path.pupilId, localDateOf(now)),
  may: mayReadGuardians,
  run: ({ actor, subject, services }) => loadPupilFile(services.store, actor, subject),
});
