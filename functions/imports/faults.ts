import { anomalies, anomalyMessage, type AnomalyCode } from '@preau/shared/imports/anomalies.ts';
import type { Anomaly } from '@preau/shared/imports/schema.ts';

export interface Fault {
  readonly code: AnomalyCode;
  readonly file: string;
  readonly record?: string;
  readonly details?: Readonly<Record<string, string>>;
}

/** Where everything that is wrong in a delivery is told. */
export type OnFault = (fault: Fault) => void;

/** The delivery as a whole cannot be read: nothing of it is written. */
export class DeliveryRefused extends Error {
  readonly fault: Fault;

  constructor(fault: Fault) {
    super(fault.code);
    this.name = 'DeliveryRefused';
    this.fault = fault;
  }
}

export const anomalyOf = ({ code, file, record, details }: Fault, count = 1): Anomaly => ({
  file,
  ...(record === undefined ? {} : { record }),
  code,
  severity: anomalies[code].severity,
  message: anomalyMessage(code, details),
  count,
});
