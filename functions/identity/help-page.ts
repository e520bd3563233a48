import type { HelpReason } from '@preau/shared/identity/schema.ts';

/** Where a browser goes when a sign-in stops: a page that says what to do next, never an error. */
export const helpPage = (webOrigin: string, reason: HelpReason): { readonly location: string } => ({
  location: `${webOrigin}/connexion/aide?motif=${reason}`,
});
