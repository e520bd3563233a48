import { typedIn } from './form.ts';
import type { FormState } from './form-state.ts';
import { refusedState, type ApiRefusal } from './refusal.ts';

/** The field of a form that each refusal is about, by its code. */
export type FieldOfCode = Readonly<Record<string, string>>;

/** A form shown again with what was typed and why it was refused. */
export const refused = (refusal: ApiRefusal, data: FormData, fieldOf: FieldOfCode = {}): FormState => {
  const typed = typedIn(data);
  const field = fieldOf[refusal.code];
  return field === undefined ? refusedState(refusal, typed) : { faults: [{ field, message: refusal.title }], typed };
};
