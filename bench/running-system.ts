import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { apiClient } from '../scripts/start/api-client.ts';
import { familyOf, processorMs } from './processor.ts';
import type { Started } from './system-process.ts';

export interface MeasuredSystem extends Started {
  readonly api: ReturnType<typeof apiClient>;
  /** Milliseconds of processor that each process of the system has used, by what it is; this process is apart. */
  readonly processor: () => Readonly<Record<string, number>>;
  /** From here on no stream and no queue is read: a request is measured without its reactions. */
  readonly stopEvents: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

const script = fileURLToPath(new URL('system-process.ts', import.meta.url));

/** Starts the whole demonstration on free ports, in processes of its own, its past written and its functions warm. */
export const startMeasured = async (...parts: readonly ('web' | 'direct')[]): Promise<MeasuredSystem> => {
  const child = fork(script, parts, {
    execArgv: ['--disable-warning=ExperimentalWarning'],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const exited = once(child, 'exit');
  const [message] = await Promise.race([
    once(child, 'message'),
    exited.then(() => Promise.reject(new Error('The measured system ended before it was ready'))),
  ]);
  const started: Started = message;
  return {
    ...started,
    api: apiClient(started.apiOrigin),
    processor: () => processorMs(familyOf(child.pid ?? 0)),
    stopEvents: async () => {
      child.send('stop-events');
      await once(child, 'message');
    },
    stop: async () => {
      child.disconnect();
      await exited;
    },
  };
};
