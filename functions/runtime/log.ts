/** A log line never carries personal data: codes, counts, opaque correlation ids only. */
export interface LogLine {
  readonly level: 'info' | 'warn' | 'error';
  readonly message: string;
  readonly correlationId?: string;
  readonly [field: string]: string | number | boolean | undefined;
}

export type Log = (line: LogLine) => void;

/** One JSON line per event, to standard output, as CloudWatch reads it. */
export const log: Log = (line) => {
  process.stdout.write(`${JSON.stringify(line)}\n`);
};

/** What may be said of an unexpected error: its name and where it was thrown, never its message, which may quote data. */
export const errorFields = (error: unknown): { errorName: string; errorAt: string } => {
  if (!(error instanceof Error)) return { errorName: typeof error, errorAt: '' };
  const frames = (error.stack ?? '').split('\n').filter((line) => line.trimStart().startsWith('at '));
  return {
    errorName: error.name,
    errorAt: frames
      .slice(0, 4)
      .map((line) => line.trim())
      .join(' | '),
  };
};
