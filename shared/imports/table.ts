import type { TableSpec } from '../kernel/table.ts';

export const importsTable = { domain: 'imports', indexes: ['gsi1'], outbox: true, ttl: true } as const satisfies TableSpec;
