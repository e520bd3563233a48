import { numberIn, textIn, type Json } from '../json.ts';

const FAULT_KINDS = [
  'throttle',
  'error',
  'conflict',
  'partial',
  'timeout-before',
  'timeout-after',
  'crash',
  'lose',
  'delay',
  'bounce',
  'complaint',
] as const;
type FaultKind = (typeof FAULT_KINDS)[number];

/** What goes wrong, where, and how often; absent fields match everything. */
export interface Fault {
  /** `dynamodb`, `sqs`, `sns`, `ses`, `s3`, `cognito-idp`, `ssm`, `lambda` (crash), or `mail` (lose, delay, bounce, complaint by recipient). */
  readonly service: string;
  readonly operation?: string;
  /** A part of the table, queue, topic, function or recipient's name. */
  readonly resource?: string;
  readonly kind: FaultKind;
  /** From 0 to 1; 1 when absent. */
  readonly probability?: number;
  /** How many times at most. */
  readonly times?: number;
  readonly delayMs?: number;
}

export interface Faults {
  readonly set: (faults: readonly Fault[], seed?: number) => void;
  readonly list: () => readonly Fault[];
  /** The fault that strikes this call, if any. */
  readonly strike: (service: string, operation: string, resource: string) => Fault | undefined;
}

const isKind = (text: string | undefined): text is FaultKind => FAULT_KINDS.some((kind) => kind === text);

/** Reads a fault from a test's JSON; undefined when it says nothing known. */
export const readFault = (value: unknown): Fault | undefined => {
  const service = textIn(value, 'service');
  const kind = textIn(value, 'kind');
  if (service === undefined || !isKind(kind)) return undefined;
  const operation = textIn(value, 'operation');
  const resource = textIn(value, 'resource');
  const numbers: Json = {
    probability: numberIn(value, 'probability'),
    times: numberIn(value, 'times'),
    delayMs: numberIn(value, 'delayMs'),
  };
  return {
    service,
    kind,
    ...(operation === undefined ? {} : { operation }),
    ...(resource === undefined ? {} : { resource }),
    ...Object.fromEntries(Object.entries(numbers).filter(([, number]) => number !== undefined)),
  };
};

// mulberry32: small, seeded, the same on every machine.
const seeded = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
};

/** The fault switch: nothing goes wrong until a test says so, and the same seed goes wrong in the same way. */
export const faultSwitch = (): Faults => {
  let active: { readonly fault: Fault; left: number }[] = [];
  let random = seeded(1);
  return {
    set: (faults, seed = 1) => {
      random = seeded(seed);
      active = faults.map((fault) => ({ fault, left: fault.times ?? Number.POSITIVE_INFINITY }));
    },
    list: () => active.filter((entry) => entry.left > 0).map((entry) => entry.fault),
    strike: (service, operation, resource) => {
      for (const entry of active) {
        const { fault } = entry;
        if (entry.left <= 0 || fault.service !== service) continue;
        if (fault.operation !== undefined && fault.operation !== operation) continue;
        if (fault.resource !== undefined && !resource.includes(fault.resource)) continue;
        if (fault.probability !== undefined && random() >= fault.probability) continue;
        entry.left -= 1;
        return fault;
      }
      return undefined;
    },
  };
};
