import type { TableSpec } from '../kernel/table.ts';

export const notebookTable = { domain: 'notebook', indexes: ['gsi1', 'gsi2'], outbox: false, ttl: false } as const satisfies TableSpec;
