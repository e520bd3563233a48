import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';

export interface Meter {
  /** Read and write request units since the last reset. */
  readonly units: () => { readonly rru: number; readonly wru: number };
  /** Calls of the engine since the last reset. */
  readonly requests: () => number;
  readonly reset: () => void;
}

interface Consumed {
  readonly CapacityUnits?: number;
}

const WRITES = new Set(['PutItemCommand', 'UpdateItemCommand', 'DeleteItemCommand', 'BatchWriteItemCommand', 'TransactWriteItemsCommand']);

const listed = (consumed: Consumed | readonly Consumed[] | undefined): readonly Consumed[] => {
  if (consumed === undefined) return [];
  return Array.isArray(consumed) ? consumed : [consumed as Consumed];
};

/** Asks the engine for the consumed capacity of every call of a client and adds it up, indexes included. */
export const meter = (client: DynamoDBClient): Meter => {
  let rru = 0;
  let wru = 0;
  let requests = 0;
  client.middlewareStack.add(
    (next, context) => async (args) => {
      (args.input as { ReturnConsumedCapacity?: string }).ReturnConsumedCapacity = 'INDEXES';
      requests += 1;
      const result = await next(args);
      const { ConsumedCapacity } = result.output as { ConsumedCapacity?: Consumed | Consumed[] };
      const units = listed(ConsumedCapacity).reduce((sum, one) => sum + (one.CapacityUnits ?? 0), 0);
      if (WRITES.has(String(context['commandName']))) wru += units;
      else rru += units;
      return result;
    },
    { step: 'initialize', name: 'capacityMeter' },
  );
  return {
    units: () => ({ rru, wru }),
    requests: () => requests,
    reset: () => {
      rru = 0;
      requests = 0;
      wru = 0;
    },
  };
};
