import { randomUUID } from 'node:crypto';
import { Worker } from 'node:worker_threads';
import { sandboxEnvironment, type Endpoints, type FunctionSpec } from './function-spec.ts';
import type { Failure, Job, Report, SandboxData } from './sandbox-messages.ts';

export type Outcome = { readonly ok: true; readonly payload: string } | { readonly ok: false; readonly failure: Failure };

export interface SandboxSettings extends Endpoints {
  /** One line of a function's standard output or error. */
  readonly write: (functionName: string, text: string) => void;
}

export interface Sandbox {
  readonly isUsable: () => boolean;
  /** Milliseconds of the bundle's import, once it is done. */
  readonly initMs: () => number | undefined;
  readonly run: (payload: string) => Promise<Outcome>;
  readonly close: () => Promise<void>;
}

/** Lambda's ten seconds are of its own processors; a laptop may be starting everything at once. */
const INIT_SECONDS = 45;

const failed = (errorType: string, errorMessage: string): Outcome => ({ ok: false, failure: { errorType, errorMessage, trace: [] } });

/** One execution environment; a time-out, an exhausted memory or a crash ends it, and fails what it was doing. */
export const openSandbox = (spec: FunctionSpec, settings: SandboxSettings): Sandbox => {
  const workerData: SandboxData = {
    file: spec.file,
    exported: spec.exported,
    functionName: spec.name,
    functionArn: spec.arn,
    memoryMb: spec.memoryMb,
  };
  const worker = new Worker(new URL('./sandbox-worker.ts', import.meta.url), {
    workerData,
    env: sandboxEnvironment(spec, settings),
    execArgv: ['--disable-warning=ExperimentalWarning'],
    resourceLimits: { maxOldGenerationSizeMb: spec.memoryMb },
    stdout: true,
    stderr: true,
  });
  for (const output of [worker.stdout, worker.stderr])
    output.setEncoding('utf8').on('data', (text: string) => settings.write(spec.name, text));

  let usable = true;
  let initMs: number | undefined;
  let nextId = 1;
  let current: { readonly id: number; readonly finish: (outcome: Outcome) => void } | undefined;

  const ready = Promise.withResolvers<Outcome | undefined>();
  const die = (outcome: Outcome): void => {
    usable = false;
    ready.resolve(outcome);
    current?.finish(outcome);
    void worker.terminate();
  };

  worker.on('message', (report: Report) => {
    switch (report.kind) {
      case 'ready':
        initMs = report.initMs;
        ready.resolve(undefined);
        return;
      case 'broken':
        die({ ok: false, failure: report.failure });
        return;
      case 'done':
        if (current?.id === report.id) current.finish({ ok: true, payload: report.payload });
        return;
      case 'failed':
        if (current?.id === report.id) current.finish({ ok: false, failure: report.failure });
        return;
    }
  });
  worker.on('error', (error) => {
    const isMemory = 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
    die(failed(isMemory ? 'Runtime.OutOfMemory' : 'Runtime.UnhandledError', error.message));
  });
  worker.on('exit', () => die(failed('Runtime.ExitError', 'RequestId: Error: Runtime exited')));

  const within = async (seconds: number, work: Promise<Outcome>, started: number): Promise<Outcome> => {
    const timer = setTimeout(
      () => die(failed('Sandbox.Timedout', `Task timed out after ${seconds.toFixed(2)} seconds`)),
      seconds * 1000 - (Date.now() - started),
    );
    const outcome = await work;
    clearTimeout(timer);
    return outcome;
  };

  return {
    isUsable: () => usable,
    initMs: () => initMs,
    run: async (payload) => {
      const booting = setTimeout(
        () => die(failed('Sandbox.Timedout', `Initialisation took more than ${INIT_SECONDS} seconds`)),
        INIT_SECONDS * 1000,
      );
      const broken = await ready.promise;
      clearTimeout(booting);
      if (broken !== undefined) return broken;
      const finished = Promise.withResolvers<Outcome>();
      const id = nextId;
      nextId += 1;
      current = { id, finish: finished.resolve };
      const started = Date.now();
      const job: Job = { id, requestId: randomUUID(), payload, deadline: started + spec.timeoutSeconds * 1000 };
      worker.postMessage(job);
      const outcome = await within(spec.timeoutSeconds, finished.promise, started);
      current = undefined;
      return outcome;
    },
    close: async () => {
      die(failed('Runtime.ExitError', 'The environment was closed'));
      await worker.terminate();
    },
  };
};
