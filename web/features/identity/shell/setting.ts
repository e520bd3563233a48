import type { Language, PersonKind } from '@preau/shared/directory/schema.ts';
import { config } from '@/lib/config.ts';
import { isLightFor, languageOf, personOf, type Sent } from '@/lib/sent.ts';

/** What the frame of a page says besides who visits. */
export interface Setting {
  readonly language: Language;
  readonly light: boolean;
  /** Absent for a visitor. */
  readonly kind?: PersonKind;
  /** The page itself, where its settings lead back. */
  readonly returnTo: string;
  readonly academy: string;
}

export const settingOf = (sent: Sent, returnTo: string): Setting => {
  const person = personOf(sent);
  return {
    language: languageOf(sent, person),
    light: isLightFor(sent),
    ...(person === undefined ? {} : { kind: person.kind }),
    returnTo,
    academy: config().ACADEMY_LABEL,
  };
};
