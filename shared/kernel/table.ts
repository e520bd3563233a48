/** A domain's DynamoDB table as data: read by infra to create it and by the domain's store to use it. */
export interface TableSpec {
  readonly domain: string;
  /** Each index is `<name>pk` / `<name>sk`, strings, all attributes projected. */
  readonly indexes: readonly ('gsi1' | 'gsi2')[];
  /** True when items carry an `outbox` attribute whose events the relay publishes. */
  readonly outbox: boolean;
  /** True when items carry `ttl`, epoch seconds. */
  readonly ttl: boolean;
}

/** The environment variable that carries a table's physical name to a function. */
export const tableVariable = (domain: string): string => `TABLE_${domain.toUpperCase()}`;
