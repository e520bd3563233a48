import type { TableSpec } from '../kernel/table.ts';

export const filesTable = { domain: 'files', indexes: [], outbox: true, ttl: true } as const satisfies TableSpec;
