import type { TableSpec } from '../kernel/table.ts';

export const timetableTable = { domain: 'timetable', indexes: ['gsi1'], outbox: true, ttl: false } as const satisfies TableSpec;
