import { identityTable } from '@preau/shared/identity/table.ts';
import type { DomainSpec, FunctionSpec } from '../domain-spec.ts';

export const identityDomain = {
  domain: 'identity',
  table: identityTable,
  api: {
    entry: 'identity/api',
    errorImpact: 'Nobody can sign in or sign out; people already signed in keep working until their session ends.',
    runbook: 'sign-in-failing',
    // Signing out everywhere is written where each request reads it: beside the person.
    writes: ['directory'],
    uses: ['user-pool', 'guichets', 'saml-key'],
    memoryMb: 1024,
    timeoutSeconds: 15,
  },
  reactions: [],
} as const satisfies DomainSpec;

const trigger = (entry: string) =>
  ({
    entry,
    errorImpact: 'Signing in ends on an error page after the guichet has recognised the person.',
    runbook: 'sign-in-failing',
    timeoutSeconds: 5,
  }) as const satisfies FunctionSpec;

/** Cognito's CUSTOM_AUTH, whoever validated the assertion. */
export const challengeTriggers = {
  define: { ...trigger('identity/define-auth-challenge'), ownTable: false },
  create: { ...trigger('identity/create-auth-challenge'), ownTable: false },
  verify: trigger('identity/verify-auth-challenge'),
} as const;

/** Only where Cognito's own SAML provider validates assertions: it links the account or refuses the unknown person. */
export const preSignUpTrigger = {
  ...trigger('identity/pre-sign-up'),
  ownTable: false,
  reads: ['directory'],
  uses: ['guichets'],
} as const satisfies FunctionSpec;
