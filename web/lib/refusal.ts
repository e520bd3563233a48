import * as z from 'zod';
import type { Fault, FormState } from './form-state.ts';
import { SIGN_IN } from './sign-in-path.ts';
import { kernelErrors } from '@preau/shared/kernel/refusal.ts';

/** A refusal as the API says it: the French sentence is for the user, the code for us. */
export const ApiRefusal = z.object({
  status: z.int(),
  code: z.string(),
  title: z.string(),
  correlationId: z.string().optional(),
  details: z.record(z.string(), z.unknown()).optional(),
});
export type ApiRefusal = z.infer<typeof ApiRefusal>;

export const unreachable: ApiRefusal = {
  code: 'kernel.busy',
  status: kernelErrors['kernel.busy'].status,
  title: kernelErrors['kernel.busy'].message,
};

/** Reads a problem+json answer; anything else is told as an unexpected error with its status. */
export const refusalOf = (status: number, body: unknown): ApiRefusal => {
  const parsed = ApiRefusal.safeParse(body);
  if (parsed.success) return parsed.data;
  if (status === 401) return { status, code: 'kernel.signed-out', title: kernelErrors['kernel.signed-out'].message };
  if (status === 429 || status === 503) return { ...unreachable, status };
  return { status, code: 'kernel.unexpected', title: 'Une erreur imprévue est survenue. Recommencez dans un instant.' };
};

const Fields = z.object({ fields: z.array(z.object({ path: z.string(), message: z.string() })) });

/** The faults that the API names by field, with the part of the request cut off: `body.comment` is `comment`. */
export const faultsOf = (refusal: ApiRefusal): readonly { readonly field: string; readonly message: string }[] => {
  const parsed = Fields.safeParse(refusal.details);
  return parsed.success
    ? parsed.data.fields.map((fault) => ({ field: fault.path.replace(/^(?:body|path|query)\./u, ''), message: fault.message }))
    : [];
};

/** What an address that names nothing possible is answered, without asking the API. */
export const notFoundRefusal: ApiRefusal = { code: 'kernel.not-found', status: 404, title: kernelErrors['kernel.not-found'].message };

const SIGNED_OUT: Fault = {
  field: '',
  message:
    'Votre session est terminée. Reconnectez-vous dans un nouvel onglet, puis revenez ici et validez de nouveau : ce que vous avez saisi est gardé.',
  href: SIGN_IN,
};

/** A refused submit, as the form that was sent shows it again. */
export const refusedState = (refusal: ApiRefusal, typed: FormState['typed']): FormState => {
  if (refusal.status === 401) return { faults: [SIGNED_OUT], typed };
  const faults = faultsOf(refusal);
  return { faults: faults.length > 0 ? faults : [{ field: '', message: refusal.title }], typed };
};
