import { identityOperations } from '@preau/shared/identity/api.ts';
import { mayKnock } from '@preau/shared/identity/policy.ts';
import { bind } from '../runtime/bind.ts';
import { providerMetadata } from './saml-broker.ts';
import type { SamlServices } from './services.ts';

/** What a guichet registers to trust us. */
export const readMetadata = bind<SamlServices>()(identityOperations.readMetadata, {
  subject: async ({ services }) => services.keys(),
  may: mayKnock,
  run: async ({ services, subject }) => ({ xml: await providerMetadata(services.provider, subject) }),
});
