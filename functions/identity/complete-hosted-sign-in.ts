import { identityOperations } from '@preau/shared/identity/api.ts';
import { mayKnock } from '@preau/shared/identity/policy.ts';
import { bind } from '../runtime/bind.ts';
import { finishSignIn } from './finish-sign-in.ts';
import type { IdentityServices } from './services.ts';

/** Our pre-sign-up trigger's word, which Cognito quotes in its own sentence. */
const refusalIn = (description: string | undefined): string => /refused: ([a-z-]+)/.exec(description ?? '')?.[1] ?? '';

/** Comes back from Cognito's own federation, where the academy chose it; closed elsewhere. */
export const completeHostedSignIn = bind<IdentityServices>()(identityOperations.completeHostedSignIn, {
  subject: async ({ services }) => services.hosted,
  may: mayKnock,
  run: ({ input: { query }, services, now, correlationId, subject }) =>
    finishSignIn({
      services,
      now,
      correlationId,
      requestId: query.state,
      answer: query.code === '' ? refusalIn(query.error_description) : query.code,
      port: subject,
    }),
});
