import type { TableSpec } from '../kernel/table.ts';

export const attendanceTable = { domain: 'attendance', indexes: ['gsi1', 'gsi2'], outbox: true, ttl: false } as const satisfies TableSpec;
