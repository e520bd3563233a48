import { randomBytes } from 'node:crypto';
import { identityOperations } from '@preau/shared/identity/api.ts';
import { mayKnock } from '@preau/shared/identity/policy.ts';
import { safeReturnTo } from '@preau/shared/identity/rules.ts';
import type { Guichet, SamlGuichet } from '@preau/shared/identity/schema.ts';
import { addSeconds } from '@preau/shared/kernel/school-time.ts';
import { bind } from '../runtime/bind.ts';
import { errorFields } from '../runtime/log.ts';
import { helpPage } from './help-page.ts';
import { REQUEST_SECONDS } from './saml-broker.ts';
import type { SamlServices } from './services.ts';

const findGuichet = (guichets: readonly Guichet[], guichetId: string): SamlGuichet | undefined =>
  guichets.filter((guichet) => guichet.kind === 'saml').find((guichet) => guichet.guichetId === guichetId);

/** Sends the browser to its guichet; the request is remembered once, for an hour. */
export const startSignIn = bind<SamlServices>()(identityOperations.startSignIn, {
  subject: ({ services }) => services.guichets(),
  may: mayKnock,
  run: async ({ input: { query }, services, now, correlationId, subject }) => {
    const guichet = findGuichet(subject, query.guichet);
    if (guichet === undefined) return helpPage(services.webOrigin, 'guichet-inconnu');
    const request = {
      // A SAML ID may not begin with a digit.
      requestId: `_${randomBytes(20).toString('hex')}`,
      guichetId: guichet.guichetId,
      challenge: query.challenge,
      returnTo: safeReturnTo(query.returnTo),
      startedAt: now,
      expiresAt: addSeconds(now, REQUEST_SECONDS),
    };
    try {
      const location = await (services.hosted ?? services.broker).start(guichet, request);
      await services.store.addRequest(request);
      return { location };
    } catch (error) {
      services.log({ level: 'error', message: 'sign-in not started', correlationId, guichetId: guichet.guichetId, ...errorFields(error) });
      return helpPage(services.webOrigin, 'service-indisponible');
    }
  },
});
