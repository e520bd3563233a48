import type { Envelope } from '@preau/shared/kernel/event.ts';
import { isConditionFailure, type Stored } from './entity.ts';

/** The condition of a first write. */
export const IF_NEW = { conditionExpression: 'attribute_not_exists(pk)' } as const;

/** The condition of a change: nobody else has changed the item since it was read; nobody has made it when none was read. */
export const unchangedSince = (read: number | undefined, attribute: 'version' | 'revision') =>
  read === undefined || read === 0
    ? IF_NEW
    : {
        conditionExpression: '#read = :read',
        expressionAttributeNames: { '#read': attribute },
        expressionAttributeValues: { ':read': read },
      };

/** Another transaction was writing the same item: read again and decide again, as when a condition refuses. */
const isConflict = (error: unknown): boolean =>
  error instanceof Error && (error.name === 'TransactionConflictException' || error.message.includes('TransactionConflict'));

/** False when the write was refused by its condition. */
export const unlessRefused = async (write: Promise<unknown>): Promise<boolean> => {
  try {
    await write;
    return true;
  } catch (error) {
    if (isConditionFailure(error) || isConflict(error)) return false;
    throw error;
  }
};

/** How events stand in an item until they are published: its `outbox`. */
export const outboxText = (events: readonly Envelope[]): string => JSON.stringify(events);

/** What is stored, with the events that others must know of in the same write. */
export const withOutbox = <T>(item: T, events: readonly Envelope[]): Stored<T> => ({
  ...item,
  ...(events.length === 0 ? {} : { outbox: outboxText(events) }),
});
