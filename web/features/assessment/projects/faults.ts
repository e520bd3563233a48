import * as z from 'zod';
import type { SaidAbout } from '@preau/shared/assessment/class-projects.ts';
import type { projectsOperations, SaidConflict } from '@preau/shared/assessment/projects-api.ts';
import { REMARK_MAX } from '@preau/shared/assessment/remarks.ts';
import { PersonId } from '@preau/shared/kernel/ids.ts';
import type { OutputOf } from '@preau/shared/kernel/operation.ts';
import type { Fault, FormState } from '@/lib/form-state.ts';
import { refusedState, type ApiRefusal } from '@/lib/refusal.ts';
import { textPrint } from './print.ts';

type Saved = OutputOf<typeof projectsOperations.sayOfPupils>;
type Answer = { readonly ok: true; readonly output: Saved } | { readonly ok: false; readonly refusal: ApiRefusal };

const TooLong = z.object({ remarks: z.array(z.object({ about: PersonId, length: z.int() })) });

const conflictFault = ({ pupilId, name, by, theirs }: SaidConflict): Fault => ({
  field: `text-${pupilId}`,
  message: `${name} : ${by} a écrit entre-temps « ${theirs} ». Pour garder votre texte à la place, enregistrez à nouveau.`,
});

/** What each text must be sent back with, once some were saved or met somebody else's. */
const readAgain = ({ view }: Saved, about: SaidAbout): Readonly<Record<string, string>> =>
  Object.fromEntries(
    view.said
      .filter((one) => one.about === about)
      .flatMap(({ pupilId, revision, text }) => [
        [`revision-${pupilId}`, String(revision)],
        [`was-${pupilId}`, textPrint(text)],
      ]),
  );

/** What was not saved, field by field, with what was typed. */
export const faultsOfSaid = (answer: Answer, about: SaidAbout, typed: FormState['typed']): FormState => {
  if (answer.ok) return { faults: answer.output.conflicts.map(conflictFault), typed: { ...typed, ...readAgain(answer.output, about) } };
  const long = TooLong.safeParse(answer.refusal.details);
  if (!long.success) return refusedState(answer.refusal, typed);
  const faults = long.data.remarks.map(({ about: pupilId, length }) => ({
    field: `text-${pupilId}`,
    message: `${length} caractères, pour ${REMARK_MAX} au plus. Enlevez-en ${length - REMARK_MAX}.`,
  }));
  return { faults, typed };
};
