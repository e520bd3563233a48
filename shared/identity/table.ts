import type { TableSpec } from '../kernel/table.ts';

export const identityTable = { domain: 'identity', indexes: [], outbox: false, ttl: true } as const satisfies TableSpec;
