import { errorFields, type Log } from '../runtime/log.ts';

interface SqsEvent {
  readonly Records: readonly { readonly messageId: string; readonly body: string }[];
}

/** Runs a batch of queue messages side by side; only those that fail come again. */
export const queueHandler = (log: Log, run: (body: unknown) => Promise<void>) => async (sqs: SqsEvent) => {
  const results = await Promise.allSettled(sqs.Records.map(async (record) => run(JSON.parse(record.body))));
  const batchItemFailures = sqs.Records.flatMap(({ messageId }, index) => {
    const result = results[index];
    if (result?.status !== 'rejected') return [];
    log({ level: 'error', message: 'message failed', messageId, ...errorFields(result.reason) });
    return [{ itemIdentifier: messageId }];
  });
  return { batchItemFailures };
};
