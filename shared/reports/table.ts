import type { TableSpec } from '../kernel/table.ts';

export const reportsTable = { domain: 'reports', indexes: ['gsi1'], outbox: true, ttl: true } as const satisfies TableSpec;
