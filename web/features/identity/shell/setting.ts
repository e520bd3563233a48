import type { Language } from '@preau/shared/directory/schema.ts';
import { config } from '@/lib/config.ts';
import { isLightFor, languageOf, personOf, type Sent } from '@/lib/sent.ts';

/** What the frame of a page says besides who visits. */
export interface Setting {
  readonly language: Language;
  readonly light: boolean;
  readonly hasLanguages: boolean;
  /** The page itself, where its settings lead back. */
  readonly returnTo: string;
  readonly academy: string;
}

export const settingOf = (sent: Sent, returnTo: string): Setting => {
  const person = personOf(sent);
  return {
    language: languageOf(sent, person),
    light: isLightFor(sent),
    hasLanguages: person?.kind !== 'staff' && person?.kind !== 'operator',
    returnTo,
    academy: config().ACADEMY_LABEL,
  };
};
