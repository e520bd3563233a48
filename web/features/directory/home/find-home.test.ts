import { describe, expect, it } from 'vitest';
import type { Home } from '@preau/shared/directory/views.ts';
import type { SessionView } from '@preau/shared/identity/schema.ts';
import { PersonId, SchoolId } from '@preau/shared/kernel/ids.ts';
import type { Ask } from '@/lib/ask.ts';
import type { CookieRole } from '@/lib/cookies.ts';
import { sealVisit } from '@/lib/visit-cookie.ts';
import { findHome } from './find-home.ts';

const aPerson = (words: Partial<SessionView> = {}): SessionView => ({
  personId: PersonId.parse('per_abcdefgh'),
  kind: 'guardian',
  firstName: 'Camille',
  lastName: 'KELLER',
  roles: ['guardian'],
  schools: [],
  language: 'fr',
  ...words,
});

const office = aPerson({ kind: 'staff', roles: ['office'], schools: [{ schoolId: SchoolId.parse('sch_first000'), name: 'Collège' }] });

const common = { date: '2026-11-23', firstName: 'Camille', lastName: 'KELLER', language: 'fr' } as const;
const guardianHome = { role: 'guardian', ...common, children: [], openDays: [] } as unknown as Home;
const officeHome = { role: 'office', ...common, schools: [], lessons: [] } as unknown as Home;

const sending = (cookies: Partial<Record<CookieRole, string>>) => ({ cookie: (role: CookieRole) => cookies[role], saveData: undefined });

const answering = (answers: Readonly<Record<string, unknown>>) => {
  const asked: string[] = [];
  const ask = (async ({ id }: { readonly id: string }) => {
    asked.push(id);
    const output = answers[id];
    return output === undefined ? { ok: false, refusal: { status: 503, code: 'kernel.busy', title: 'Occupé.' } } : { ok: true, output };
  }) as unknown as Ask;
  return { ask, asked };
};

const signedIn = (person: SessionView) => sending({ access: 'token', visit: sealVisit(person) ?? '' });

describe('the home', () => {
  it('costs a family one call of the API', async () => {
    const { ask, asked } = answering({ 'directory.read-home': guardianHome });
    expect(await findHome(signedIn(aPerson()), ask)).toMatchObject({ content: { home: guardianHome }, setting: { returnTo: '/accueil' } });
    expect(asked).toEqual(['directory.read-home']);
  });

  it('tells an office what keeps its alerts, and shows itself when that is not known', async () => {
    const { ask, asked } = answering({ 'directory.read-home': officeHome });
    expect(await findHome(signedIn(office), ask)).toMatchObject({ content: { home: officeHome } });
    expect(asked).toEqual(['directory.read-home', 'alerts.list-holds', 'alerts.read-switch']);
  });

  it('leads whoever has no session to the sign-in page without a call', async () => {
    const { ask, asked } = answering({});
    expect(await findHome(sending({ visit: sealVisit(aPerson()) ?? '' }), ask)).toEqual({ leadTo: '/connexion?motif=session' });
    expect(asked).toEqual([]);
  });

  it('asks who visits when the browser does not remember', async () => {
    const { ask, asked } = answering({ 'identity.read-session': aPerson(), 'directory.read-home': guardianHome });
    expect(await findHome(sending({ access: 'token' }), ask)).toMatchObject({ visit: { role: 'guardian' } });
    expect(asked).toEqual(['identity.read-session', 'directory.read-home']);
  });

  it('says why it cannot be shown', async () => {
    const { ask } = answering({});
    expect(await findHome(signedIn(aPerson()), ask)).toMatchObject({ content: { refusal: { status: 503, title: 'Occupé.' } } });
  });
});
