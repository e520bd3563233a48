import { spreadOf } from '@preau/shared/kernel/spread.ts';

/** Deliveries that await something are spread over so many index keys: a morning's burst heats none of them. */
export const DUE_SHARDS = 8;
/** The month's SMS budget is spent from so many counters, each with its share of the cap. */
export const BUDGET_SHARDS = 4;

export const dueShardOf = (deliveryId: string): number => spreadOf(deliveryId, DUE_SHARDS);
