import { directoryOperations } from '@preau/shared/directory/api.ts';
import type { Home } from '@preau/shared/directory/views.ts';
import { findWaiting, type Waiting } from '@/features/alerts/waiting-alerts.tsx';
import { NOWHERE } from '@/features/identity/shell/refused.tsx';
import { settingOf, type Setting } from '@/features/identity/shell/setting.ts';
import { findVisitor, type Visit } from '@/features/identity/shell/visitor.ts';
import type { Ask } from '@/lib/ask.ts';
import type { ApiRefusal } from '@/lib/refusal.ts';
import type { Sent } from '@/lib/sent.ts';
import { SIGN_IN } from '@/lib/sign-in-path.ts';

export interface HomeFound {
  readonly visit: Visit;
  readonly setting: Setting;
  readonly content: { readonly home: Home; readonly waiting?: Waiting } | { readonly refusal: ApiRefusal };
}

const needsWaiting = (home: Home): boolean => home.role === 'office' || home.role === 'head';

const whereRefused = ({ status }: ApiRefusal): string | undefined => (status === 401 ? SIGN_IN : status === 404 ? NOWHERE : undefined);

/** Everything that a home shows: for a family, one call of the API. */
export const findHome = async (sent: Sent, ask: Ask): Promise<HomeFound | { readonly leadTo: string }> => {
  const visitor = await findVisitor(sent, ask);
  if ('leadTo' in visitor) return visitor;
  const { visit } = visitor;
  const setting = settingOf(sent, '/accueil');
  const home = await ask(directoryOperations.readHome, {});
  if (!home.ok) {
    const leadTo = whereRefused(home.refusal);
    return leadTo === undefined ? { visit, setting, content: { refusal: home.refusal } } : { leadTo };
  }
  const waiting = needsWaiting(home.output) && visit.school !== undefined ? await findWaiting(visit.school.schoolId, ask) : undefined;
  return { visit, setting, content: { home: home.output, ...(waiting === undefined ? {} : { waiting }) } };
};
