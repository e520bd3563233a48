import * as z from 'zod';
import { Language } from '@preau/shared/directory/schema.ts';

const Found = z.object({ setting: z.object({ language: Language }) });

/** What a page without scripts shows is all that was found, or holds it beside what was asked. */
const Shown = z.object({ pageProps: z.union([Found, z.object({ found: Found }).transform(({ found }) => found)]) });

/** The language in which a page without scripts is written; French when it failed. */
export const shownLanguage = (props: unknown): Language => {
  const parsed = Shown.safeParse(props);
  return parsed.success ? parsed.data.pageProps.setting.language : 'fr';
};
