import { redirect } from 'next/navigation';
import type { NextRequest } from 'next/server';
import { identityOperations } from '@preau/shared/identity/api.ts';
import { GuichetId } from '@preau/shared/identity/schema.ts';
import { DEPARTURE_SECONDS, newDeparture } from '@/features/identity/sign-in/departure.ts';
import { addressOf } from '@/lib/api.ts';
import { config } from '@/lib/config.ts';
import { setCookie } from '@/lib/cookie-jar.ts';
import { returnPath } from '@/lib/return-path.ts';

/** The browser leaves for the guichet that was chosen. */
export const GET = async (request: NextRequest): Promise<Response> => {
  const guichet = GuichetId.safeParse(request.nextUrl.searchParams.get('guichet'));
  if (!guichet.success) redirect('/connexion/aide?motif=guichet-inconnu');
  const { verifier, challenge } = newDeparture();
  await setCookie('verifier', verifier, DEPARTURE_SECONDS);
  const returnTo = returnPath(request.nextUrl.searchParams.get('retour'));
  const { API_ORIGIN, API_PUBLIC_ORIGIN } = config();
  redirect(
    addressOf(API_PUBLIC_ORIGIN ?? API_ORIGIN, identityOperations.startSignIn, { query: { guichet: guichet.data, challenge, returnTo } }),
  );
};
