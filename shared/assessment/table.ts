import type { TableSpec } from '../kernel/table.ts';

export const assessmentTable = { domain: 'assessment', indexes: [], outbox: true, ttl: true } as const satisfies TableSpec;
