import { pathToFileURL } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';
import type { Failure, Job, Report, SandboxData } from './sandbox-messages.ts';

// One worker thread is one execution environment: it imports the bundle once (the cold start), then handles one event at a time.

const data: SandboxData = workerData;
const say = (report: Report): void => parentPort?.postMessage(report);

const failureOf = (error: unknown): Failure =>
  error instanceof Error
    ? { errorType: error.name, errorMessage: error.message, trace: (error.stack ?? '').split('\n').map((line) => line.trim()) }
    : { errorType: typeof error, errorMessage: String(error), trace: [] };

type Handler = (event: unknown, context: unknown) => unknown;
const isHandler = (value: unknown): value is Handler => typeof value === 'function';

const exportOf = (module: Record<string, unknown>): Handler => {
  const inDefault = module['default'];
  const candidates = [
    module[data.exported],
    typeof inDefault === 'object' && inDefault !== null && data.exported in inDefault ? Reflect.get(inDefault, data.exported) : undefined,
  ];
  const handler = candidates.find(isHandler);
  if (handler === undefined) throw new Error(`${data.exported} is undefined or not exported`);
  return handler;
};

const contextOf = (job: Job): Readonly<Record<string, unknown>> => ({
  awsRequestId: job.requestId,
  functionName: data.functionName,
  functionVersion: '$LATEST',
  invokedFunctionArn: data.functionArn,
  memoryLimitInMB: String(data.memoryMb),
  logGroupName: `/aws/lambda/${data.functionName}`,
  logStreamName: 'local',
  callbackWaitsForEmptyEventLoop: true,
  getRemainingTimeInMillis: () => Math.max(0, job.deadline - Date.now()),
});

const started = performance.now();
try {
  const handler = exportOf(await import(pathToFileURL(data.file).href));
  parentPort?.on('message', (job: Job) => {
    void (async () => {
      try {
        const result = await handler(JSON.parse(job.payload), contextOf(job));
        say({ kind: 'done', id: job.id, payload: JSON.stringify(result) ?? 'null' });
      } catch (error) {
        say({ kind: 'failed', id: job.id, failure: failureOf(error) });
      }
    })();
  });
  say({ kind: 'ready', initMs: performance.now() - started });
} catch (error) {
  say({ kind: 'broken', failure: failureOf(error) });
}
