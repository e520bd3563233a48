import { identityTable } from '@preau/shared/identity/table.ts';
import { identityOperations } from '@preau/shared/identity/api.ts';
import type { DomainSpec, FunctionSpec } from '../domain-spec.ts';

export const identityDomain = {
  domain: 'identity',
  table: identityTable,
  api: {
    entry: 'identity/api',
    errorImpact: 'Nobody can end a sign-in, prolong a session or sign out: people are sent away one after the other as their sessions end.',
    runbook: 'sign-in-failing',
    // Signing out everywhere is written where each request reads it: beside the person.
    writes: ['directory'],
    uses: ['user-pool', 'guichets'],
    memoryMb: 1024,
    timeoutSeconds: 15,
  },
  apart: {
    entry: 'identity/saml',
    errorImpact: 'Nobody can sign in at a guichet; people already signed in keep working, local accounts too.',
    runbook: 'sign-in-failing',
    serves: [identityOperations.startSignIn.id, identityOperations.consumeAssertion.id, identityOperations.readMetadata.id],
    reads: ['directory'],
    uses: ['user-pool-client', 'guichets', 'saml-key'],
    memoryMb: 1769,
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
