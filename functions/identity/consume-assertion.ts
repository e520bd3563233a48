import { identityOperations } from '@preau/shared/identity/api.ts';
import { mayKnock } from '@preau/shared/identity/policy.ts';
import { bind } from '../runtime/bind.ts';
import { finishSignIn } from './finish-sign-in.ts';
import type { SamlServices } from './services.ts';

/** Receives a guichet's answer: RelayState names the request, which serves once whatever the answer is worth. */
export const consumeAssertion = bind<SamlServices>()(identityOperations.consumeAssertion, {
  subject: ({ services }) => services.guichets(),
  may: mayKnock,
  run: ({ input: { body }, services, now, correlationId }) =>
    finishSignIn({ services, now, correlationId, requestId: body.RelayState, answer: body.SAMLResponse, port: services.broker }),
});
