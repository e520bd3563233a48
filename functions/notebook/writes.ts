import { isConditionFailure } from '../runtime/entity.ts';

/** The condition of a change: nobody else has changed the item since it was read; nobody has made it when none was read. */
export const unchangedSince = (lock: number | undefined, attribute: 'version' | 'revision') =>
  lock === undefined
    ? { conditionExpression: 'attribute_not_exists(pk)' }
    : {
        conditionExpression: '#lock = :lock',
        expressionAttributeNames: { '#lock': attribute },
        expressionAttributeValues: { ':lock': lock },
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
