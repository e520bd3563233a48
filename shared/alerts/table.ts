import type { TableSpec } from '../kernel/table.ts';

export const alertsTable = { domain: 'alerts', indexes: ['gsi1', 'gsi2'], outbox: false, ttl: true } as const satisfies TableSpec;
