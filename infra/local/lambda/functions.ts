import type { Faults } from '../front/faults.ts';
import type { FunctionSpec } from './function-spec.ts';
import { openSandbox, type Outcome, type Sandbox, type SandboxSettings } from './sandbox.ts';

export interface Functions {
  readonly names: () => readonly string[];
  readonly has: (name: string) => boolean;
  readonly invoke: (name: string, payload: string) => Promise<Outcome>;
  /** Starts environments before anybody waits for them. */
  readonly warm: (names: readonly string[]) => Promise<void>;
  readonly close: () => Promise<void>;
}

const PER_FUNCTION = 4;
const IN_TOTAL = 24;

interface Waiting {
  readonly payload: string;
  readonly resolve: (outcome: Outcome) => void;
}

interface Pool {
  readonly spec: FunctionSpec;
  readonly idle: Sandbox[];
  busy: number;
  readonly queue: Waiting[];
}

/** Functions by name, each with at most four environments that handle one event at a time, and a bound over all of them. */
export const openFunctions = (specs: readonly FunctionSpec[], settings: SandboxSettings, faults: Faults): Functions => {
  const pools = new Map<string, Pool>(specs.map((spec) => [spec.name, { spec, idle: [], busy: 0, queue: [] }]));
  const live = new Set<Sandbox>();
  let closed = false;

  const open = (spec: FunctionSpec): Sandbox => {
    for (const sandbox of live) if (!sandbox.isUsable()) live.delete(sandbox);
    const sandbox = openSandbox(spec, settings);
    live.add(sandbox);
    return sandbox;
  };

  const alive = (): number => [...pools.values()].reduce((sum, pool) => sum + pool.busy + pool.idle.length, 0);

  const evictIdle = (): boolean => {
    const victim = [...pools.values()]
      .filter((pool) => pool.idle.length > 0)
      .sort((a, b) => b.idle.length - a.idle.length)[0]
      ?.idle.shift();
    void victim?.close();
    return victim !== undefined;
  };

  const acquire = (pool: Pool): Sandbox | undefined => {
    while (pool.idle.length > 0) {
      const sandbox = pool.idle.pop();
      if (sandbox?.isUsable() === true) return sandbox;
    }
    if (pool.busy >= Math.min(PER_FUNCTION, pool.spec.reservedConcurrency ?? PER_FUNCTION)) return undefined;
    if (alive() >= IN_TOTAL && !evictIdle()) return undefined;
    return open(pool.spec);
  };

  const logged = (name: string, outcome: Outcome): Outcome => {
    if (!outcome.ok)
      settings.write(
        name,
        `${JSON.stringify({ level: 'error', message: 'invocation failed', errorType: outcome.failure.errorType, trace: outcome.failure.trace.slice(1, 4) })}\n`,
      );
    return outcome;
  };

  const serve = async (pool: Pool, sandbox: Sandbox, waiting: Waiting): Promise<void> => {
    const crash = faults.strike('lambda', 'Invoke', pool.spec.name);
    const running = sandbox.run(waiting.payload);
    if (crash?.kind === 'crash') setTimeout(() => void sandbox.close(), crash.delayMs ?? 0).unref();
    const outcome = await running;
    pool.busy -= 1;
    if (sandbox.isUsable() && !closed) pool.idle.push(sandbox);
    waiting.resolve(logged(pool.spec.name, outcome));
    drainAll();
  };

  const drain = (pool: Pool): void => {
    while (pool.queue.length > 0) {
      const sandbox = acquire(pool);
      if (sandbox === undefined) return;
      const waiting = pool.queue.shift();
      if (waiting === undefined) return;
      pool.busy += 1;
      void serve(pool, sandbox, waiting);
    }
  };

  const drainAll = (): void => {
    for (const pool of pools.values()) drain(pool);
  };

  return {
    names: () => [...pools.keys()],
    has: (name) => pools.has(name),
    invoke: (name, payload) =>
      new Promise((resolve, reject) => {
        const pool = pools.get(name);
        if (pool === undefined || closed) {
          reject(new Error(closed ? 'The local cloud is closed' : `Unknown function ${name}`));
          return;
        }
        pool.queue.push({ payload, resolve });
        drain(pool);
      }),
    warm: async (names) => {
      const opened = names.flatMap((name) => {
        const pool = pools.get(name);
        if (pool === undefined || pool.idle.length + pool.busy > 0 || alive() >= IN_TOTAL) return [];
        const sandbox = open(pool.spec);
        pool.idle.push(sandbox);
        return [sandbox];
      });
      const deadline = Date.now() + 15_000;
      while (Date.now() < deadline && opened.some((sandbox) => sandbox.isUsable() && sandbox.initMs() === undefined))
        await new Promise((resolve) => setTimeout(resolve, 20));
    },
    close: async () => {
      closed = true;
      await Promise.all([...live].map((sandbox) => sandbox.close()));
    },
  };
};
