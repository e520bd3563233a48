import type { TableSpec } from '../kernel/table.ts';

export const homeworkTable = { domain: 'homework', indexes: [], outbox: true, ttl: true } as const satisfies TableSpec;
