import type { TableSpec } from '../kernel/table.ts';

export const directoryTable = { domain: 'directory', indexes: ['gsi1', 'gsi2'], outbox: true, ttl: true } as const satisfies TableSpec;
