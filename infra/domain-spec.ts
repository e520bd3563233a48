import type { TableSpec } from '@preau/shared/kernel/table.ts';

/** The runbooks of docs/runbooks: an alarm that names another does not compile. */
export const runbooks = [
  'domain-api-failing',
  'gateway-failing',
  'gateway-slow',
  'reaction-failing',
  'messages-set-aside',
  'messages-late',
  'relay-late',
  'relay-set-aside',
  'table-throttled',
  'function-throttled',
  'sign-in-failing',
  'import-failing',
  'alerts-not-swept',
  'releases-late',
  'reminders-late',
  'alerts-not-sent',
  'email-reputation',
  'sms-budget',
] as const;
export type Runbook = (typeof runbooks)[number];

/** What a function may touch beyond tables: each gives its variables and its rights. */
export type Capability =
  | 'user-pool'
  | 'user-pool-client'
  | 'guichets'
  | 'saml-key'
  | 'alerts-queue'
  | 'upload-deliveries'
  | 'read-deliveries'
  | 'upload-files'
  | 'read-files'
  | 'remove-files'
  | 'file-scanning'
  | 'email'
  | 'sms'
  | 'alert-settings'
  | 'events-topic';

export interface FunctionSpec {
  /** `functions/<entry>.ts`. */
  readonly entry: string;
  /** What a user sees when it fails, in the user's words. */
  readonly errorImpact: string;
  readonly runbook: Runbook;
  /** False for a function that remembers nothing: it then has no right on its domain's table. */
  readonly ownTable?: boolean;
  /** Tables whose doors it uses. */
  readonly reads?: readonly string[];
  /** Other domains' tables that it fills. */
  readonly writes?: readonly string[];
  /** Tables that it reads whole. */
  readonly scans?: readonly string[];
  readonly uses?: readonly Capability[];
  readonly memoryMb?: number;
  readonly timeoutSeconds?: number;
  /** A compiled module that its bundle cannot hold: it is laid beside it, and the function runs on x86-64, for which it exists. */
  readonly native?: 'typst';
  /** Disk of its own, beyond Lambda's 512 MB. */
  readonly scratchMb?: number;
}

/** A reaction: its queue receives the events of these types from the academy's topic, and nothing else. */
export interface ReactionSpec extends FunctionSpec {
  readonly fedBy: readonly string[];
  readonly batchSize?: number;
  /** Environments that the queue may open at the same time. */
  readonly atOnce?: number;
}

/** A second function of a domain's API: the operations whose libraries or secrets the others must not carry. */
interface ApartSpec extends FunctionSpec {
  /** Ids of the operations that it serves, in place of the domain's own API. */
  readonly serves: readonly string[];
}

export interface DomainSpec {
  readonly domain: string;
  readonly table?: TableSpec;
  readonly api?: FunctionSpec;
  readonly apart?: ApartSpec;
  readonly reactions: readonly ReactionSpec[];
  /** Called every minute: what has come due. */
  readonly everyMinute?: FunctionSpec;
}
