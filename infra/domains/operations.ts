import type { DomainSpec } from '../domain-spec.ts';

export const operationsDomain = {
  domain: 'operations',
  api: {
    entry: 'operations/api',
    errorImpact: 'Integrators cannot read the description of the API; nobody else notices anything.',
    runbook: 'domain-api-failing',
  },
  reactions: [],
} as const satisfies DomainSpec;
