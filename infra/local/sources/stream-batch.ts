/** A record of a stream, with the position that names it in failure reports. */
export interface Positioned {
  readonly sequence: string;
  /** Seconds since the record was written. */
  readonly ageSeconds: number;
}

type BatchResult = { readonly ok: true; readonly failed: readonly string[] } | { readonly ok: false };

export interface BatchRules {
  readonly maxRetries: number | undefined;
  readonly maxAgeSeconds: number | undefined;
  readonly bisects: boolean;
}

export interface BatchWorld<R> {
  readonly invoke: (records: readonly R[]) => Promise<BatchResult>;
  /** Records that will never be handled, with why: their positions go to the failure destination. */
  readonly giveUp: (records: readonly R[], condition: 'RetryAttemptsExhausted' | 'MaximumRecordAgeExceeded', attempts: number) => void;
  readonly wait: (attempt: number) => Promise<void>;
  readonly isStopped: () => boolean;
}

const firstFailure = <R extends Positioned>(records: readonly R[], result: BatchResult): number => {
  if (!result.ok) return 0;
  const positions = result.failed.map((sequence) => records.findIndex((record) => record.sequence === sequence));
  // An empty or unknown identifier fails the whole batch.
  return positions.some((position) => position < 0) ? 0 : positions.length === 0 ? records.length : Math.min(...positions);
};

/**
 * Handles a batch as Lambda does for streams: what precedes the first reported failure is done; the rest is retried in order, halved when
 * the mapping bisects, until attempts or age run out, and then set aside so that the records behind it pass.
 * Returns false when stopped before the end: nothing of the rest may be considered done.
 */
export const handleBatch = async <R extends Positioned>(
  records: readonly R[],
  rules: BatchRules,
  world: BatchWorld<R>,
  attempt = 0,
): Promise<boolean> => {
  let left = records;
  let attempts = attempt;
  while (left.length > 0) {
    if (world.isStopped()) return false;
    const { maxAgeSeconds, maxRetries } = rules;
    if (maxAgeSeconds !== undefined && left.some((record) => record.ageSeconds > maxAgeSeconds)) {
      world.giveUp(
        left.filter((record) => record.ageSeconds > maxAgeSeconds),
        'MaximumRecordAgeExceeded',
        attempts,
      );
      left = left.filter((record) => record.ageSeconds <= maxAgeSeconds);
      continue;
    }
    const result = await world.invoke(left);
    const done = firstFailure(left, result);
    if (done === left.length) return true;
    // Progress means that the record now in front has not been tried more often than this.
    attempts = done > 0 ? 1 : attempts + 1;
    left = left.slice(done);
    if (maxRetries !== undefined && attempts > maxRetries) {
      if (left.length > 1 && rules.bisects) return halves(left, rules, world, maxRetries);
      world.giveUp(left, 'RetryAttemptsExhausted', attempts);
      return true;
    }
    await world.wait(attempts);
    if (rules.bisects && left.length > 1 && !result.ok) return halves(left, rules, world, attempts);
  }
  return true;
};

const halves = async <R extends Positioned>(
  records: readonly R[],
  rules: BatchRules,
  world: BatchWorld<R>,
  attempts: number,
): Promise<boolean> => {
  const middle = Math.ceil(records.length / 2);
  const first = await handleBatch(records.slice(0, middle), rules, world, attempts);
  return first && handleBatch(records.slice(middle), rules, world, attempts);
};
