import { Envelope, type DataOf, type EventSpec } from '@preau/shared/kernel/event.ts';
import { errorFields, log } from './log.ts';

interface SqsEvent {
  readonly Records: readonly { readonly messageId: string; readonly body: string }[];
}

interface BatchResponse {
  readonly batchItemFailures: readonly { readonly itemIdentifier: string }[];
}

/** One way a domain reacts to an event; `run` must be idempotent by `envelope.id`, for events arrive at least once. */
export interface Reaction {
  readonly event: EventSpec;
  readonly run: (data: never, envelope: Envelope) => Promise<void>;
}

export const on = <E extends EventSpec>(event: E, run: (data: DataOf<E>, envelope: Envelope) => Promise<void>): Reaction => ({
  event,
  run,
});

/** A queue's Lambda: each message succeeds or fails alone, and only what failed comes again. */
export const reactionHandler =
  (reactions: readonly Reaction[]) =>
  async (sqs: SqsEvent): Promise<BatchResponse> => {
    const failed: { itemIdentifier: string }[] = [];
    for (const record of sqs.Records) {
      try {
        const envelope = Envelope.parse(JSON.parse(record.body));
        for (const reaction of reactions.filter((candidate) => candidate.event.type === envelope.type)) {
          await reaction.run(reaction.event.schema.parse(envelope.data) as never, envelope);
        }
      } catch (error) {
        log({ level: 'error', message: 'reaction failed', messageId: record.messageId, ...errorFields(error) });
        failed.push({ itemIdentifier: record.messageId });
      }
    }
    return { batchItemFailures: failed };
  };
