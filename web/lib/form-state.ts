export interface Fault {
  readonly field: string;
  readonly message: string;
  /** Where it is mended, when not in the form: opened beside it, for the form keeps what was typed. */
  readonly href?: string;
}

/** What a form shows after a refused submit: its faults, and what had been typed. */
export interface FormState {
  readonly faults: readonly Fault[];
  readonly typed: Readonly<Record<string, string>>;
  /** What was done, or foreseen, by a form that stays on its page: whatever is typed in another one is kept. */
  readonly said?: readonly string[];
  /** What the form made, when something of it must be read before it is taken. */
  readonly made?: { readonly words: string; readonly href: string; readonly label: string };
}

export const BLANK: FormState = { faults: [], typed: {} };
