import type { Anomaly, ImportRecord, Plan } from '@preau/shared/imports/schema.ts';
import type { LocalDate } from '@preau/shared/kernel/school-time.ts';

/** Says what is being done; calls may be many, writes are few. */
export type Progressing = (step: string, done: number) => void | Promise<void>;

/** A delivery that was read: what it would do, and how to do it. */
export interface Examined {
  readonly plan: Plan;
  readonly anomalies: readonly Anomaly[];
  readonly refusal?: NonNullable<ImportRecord['refusal']>;
  /** Records to write. */
  readonly total: number;
  /** True when all is written, false when time ran out. */
  readonly apply: (onWritten: (written: number) => Promise<void>) => Promise<boolean>;
  readonly applied: { readonly date?: LocalDate; readonly complete: boolean };
  readonly close: () => void;
}
