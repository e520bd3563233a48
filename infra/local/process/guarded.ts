import { spawn, type ChildProcess } from 'node:child_process';
import { createWriteStream } from 'node:fs';

// The shell holds one end of a pipe whose other end is this process: however this process dies, the whole group dies with it.
const GUARD = '"$@" 3<&- & child=$!; (cat <&3 >/dev/null; kill -KILL 0) & wait "$child"';
const GRACE_MS = 3_000;

export interface Guarded {
  readonly pid: number | undefined;
  /** Resolves with the exit code when the process ends, whatever ended it. */
  readonly ended: Promise<number>;
  readonly stop: () => Promise<void>;
}

const signal = (child: ChildProcess, name: NodeJS.Signals): void => {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, name);
  } catch {
    // The group is already gone.
  }
};

/** Starts a process that cannot outlive this one, not even after a kill -9. */
export const startGuarded = (
  command: string,
  args: readonly string[],
  options: { readonly cwd?: string; readonly env?: NodeJS.ProcessEnv; readonly logFile?: string; readonly inherit?: boolean } = {},
): Guarded => {
  const output = options.inherit === true ? 'inherit' : options.logFile === undefined ? 'ignore' : 'pipe';
  const child = spawn('/bin/sh', ['-c', GUARD, 'sh', command, ...args], {
    stdio: ['ignore', output, output, 'pipe'],
    detached: true,
    ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
    env: options.env ?? process.env,
  });
  if (options.logFile !== undefined && output === 'pipe') {
    const log = createWriteStream(options.logFile, { flags: 'a' });
    child.stdout?.pipe(log, { end: false });
    child.stderr?.pipe(log, { end: false });
  }
  const lifeline = child.stdio[3];
  const ended = new Promise<number>((resolve) => {
    child.once('error', () => resolve(127));
    child.once('exit', (code) => {
      // Closing the pipe ends what the group may still hold.
      if (lifeline !== null && lifeline !== undefined && 'destroy' in lifeline) lifeline.destroy();
      resolve(code ?? 1);
    });
  });
  lifeline?.on('error', () => undefined);

  const stop = async (): Promise<void> => {
    signal(child, 'SIGTERM');
    const timer = setTimeout(() => signal(child, 'SIGKILL'), GRACE_MS);
    await ended;
    clearTimeout(timer);
    signal(child, 'SIGKILL');
  };
  return { pid: child.pid, ended, stop };
};
