import type { attendanceOperations } from '@preau/shared/attendance/api.ts';
import type { OutputOf } from '@preau/shared/kernel/operation.ts';
import type { Fault } from '@/lib/form-state.ts';
import type { Typed } from './marks.ts';

export type Register = OutputOf<typeof attendanceOperations.readRegister>;

/** The roll call between two submits. */
export interface RegisterState {
  readonly attempt: number;
  readonly faults: readonly Fault[];
  readonly typed: Typed;
  readonly requestId: string;
  /** Whom the refused submit called: whoever is not among them has joined since. */
  readonly called?: readonly string[];
  readonly conflict?: boolean;
  readonly register?: Register;
}
