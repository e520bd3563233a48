type Fetch = (url: string, init?: RequestInit) => Promise<Response>;

export interface SmokeResult {
  readonly name: string;
  /** Absent when all is well. */
  readonly fault?: string;
}

interface SmokeCheck {
  readonly name: string;
  readonly look: () => Promise<string | undefined>;
}

const expected = (status: number, wanted: readonly number[]): string | undefined =>
  wanted.includes(status) ? undefined : `réponse ${status} au lieu de ${wanted.join(' ou ')}`;

const checks = (webOrigin: string, apiOrigin: string, fetch: Fetch): readonly SmokeCheck[] => [
  {
    name: 'La page de connexion s’ouvre, sous sa politique de contenu',
    look: async () => {
      const answer = await fetch(`${webOrigin}/connexion`);
      if (answer.headers.get('content-security-policy') === null) return 'sans politique de contenu';
      return expected(answer.status, [200]);
    },
  },
  {
    // A form's body reaches Next only if the edge signed it: the first thing that breaks behind CloudFront.
    name: 'Un formulaire envoyé sans JavaScript arrive au serveur',
    look: async () => {
      const answer = await fetch(`${webOrigin}/connexion`, {
        method: 'POST',
        redirect: 'manual',
        headers: { origin: webOrigin, 'content-type': 'application/x-www-form-urlencoded' },
        body: 'essai=1',
      });
      return answer.status === 403 || answer.status >= 500 ? `réponse ${answer.status} : le corps n’est pas signé` : undefined;
    },
  },
  { name: 'L’API publie son contrat', look: async () => expected((await fetch(`${apiOrigin}/openapi.json`)).status, [200]) },
  { name: 'L’API refuse qui n’est pas connecté', look: async () => expected((await fetch(`${apiOrigin}/me`)).status, [401]) },
  {
    name: 'Les guichets sont proposés',
    look: async () => expected((await fetch(`${apiOrigin}/auth/guichets`)).status, [200]),
  },
];

const faultOf = async ({ look }: SmokeCheck): Promise<string | undefined> => {
  try {
    return await look();
  } catch (error) {
    return error instanceof Error ? error.message : 'injoignable';
  }
};

/** Looks at what was just deployed as a browser would, without an account. */
export const smoke = async (webOrigin: string, apiOrigin: string, fetch: Fetch): Promise<readonly SmokeResult[]> => {
  const results: SmokeResult[] = [];
  for (const check of checks(webOrigin, apiOrigin, fetch)) {
    const fault = await faultOf(check);
    results.push({ name: check.name, ...(fault === undefined ? {} : { fault }) });
  }
  return results;
};
