'use server';
import { refresh } from 'next/cache';
import * as z from 'zod';
import { PeriodKey } from '@preau/shared/assessment/periods.ts';
import { programmeOperations } from '@preau/shared/assessment/programme-api.ts';
import { ELEMENT_MAX, ELEMENTS_MAX, elementsOf } from '@preau/shared/assessment/programme.ts';
import { ServiceId } from '@preau/shared/kernel/ids.ts';
import { formOf, typedIn } from '@/lib/form.ts';
import { BLANK, type FormState } from '@/lib/form-state.ts';
import { refusedState } from '@/lib/refusal.ts';
import { ask } from '@/lib/session.ts';

const Form = z.object({ serviceId: ServiceId, period: PeriodKey, revision: z.coerce.number().int().min(0), elements: z.string() });

const Theirs = z.object({
  theirs: z.object({ elements: z.array(z.string()), revision: z.int(), written: z.object({ byName: z.string() }) }),
});

const wrongIn = (elements: readonly string[]): string | undefined => {
  const long = elements.find((element) => element.length > ELEMENT_MAX);
  if (long !== undefined)
    return `« ${long.slice(0, 40)}… » compte ${long.length} caractères, pour ${ELEMENT_MAX} au plus. Coupez-le en deux lignes.`;
  if (elements.length <= ELEMENTS_MAX) return undefined;
  return `${elements.length} lignes, pour ${ELEMENTS_MAX} au plus. Regroupez-en.`;
};

/** Keeps what the class worked on; over a colleague's text, shows both. */
export const writeProgramme = async (_: FormState, data: FormData): Promise<FormState> => {
  const form = await formOf(Form, data);
  if (!form.ok) return form.state;
  const { serviceId, period, revision, elements: written } = form.value;
  const typed = typedIn(data);
  const elements = elementsOf(written.split('\n'));
  const wrong = wrongIn(elements);
  if (wrong !== undefined) return { faults: [{ field: 'elements', message: wrong }], typed };
  const answer = await ask(programmeOperations.writeProgramme, {
    path: { serviceId, period },
    body: { revision, elements: [...elements] },
  });
  if (answer.ok) {
    refresh();
    return { ...BLANK, said: ['Éléments du programme enregistrés.'] };
  }
  const theirs = Theirs.safeParse(answer.refusal.details);
  if (!theirs.success) return refusedState(answer.refusal, typed);
  const { elements: kept, revision: read, written: by } = theirs.data.theirs;
  const message = `${by.byName} a écrit entre-temps : « ${kept.join(' ; ')} ». Pour garder votre texte à la place, enregistrez à nouveau.`;
  return { faults: [{ field: 'elements', message }], typed: { ...typed, revision: String(read) } };
};
