import type { TableSpec } from '../kernel/table.ts';

export const filesTable = { domain: 'files', indexes: ['gsi1'], outbox: true, ttl: true } as const satisfies TableSpec;
