import { step, type Happening } from '@preau/shared/alerts/protocol.ts';
import type { Delivery } from '@preau/shared/alerts/schema.ts';
import type { AlertsStore } from './services.ts';

/** What became of one transition: `ignored` when it changes nothing, `raced` when somebody wrote meanwhile. */
export type Transition = { readonly is: 'done'; readonly delivery: Delivery } | { readonly is: 'ignored' } | { readonly is: 'raced' };

/** Applies what happened to the delivery as it was read, and stores it only if it is still so. */
export const transition = async (store: AlertsStore, delivery: Delivery, happening: Happening, now: string): Promise<Transition> => {
  const next = step(delivery, happening, now);
  if (next === undefined) return { is: 'ignored' };
  return (await store.saveDelivery(next)) ? { is: 'done', delivery: next } : { is: 'raced' };
};

const RACES = 8;

/** Applies a fact that must not be missed (a receipt, an answer), reading again as long as others write meanwhile. */
export const settle = async (store: AlertsStore, first: Delivery, happening: Happening, now: string): Promise<Delivery | undefined> => {
  let delivery: Delivery | undefined = first;
  for (let race = 0; race < RACES && delivery !== undefined; race += 1) {
    const result = await transition(store, delivery, happening, now);
    if (result.is === 'done') return result.delivery;
    if (result.is === 'ignored') return undefined;
    delivery = await store.findDelivery(delivery.deliveryId);
  }
  if (delivery === undefined) return undefined;
  throw new Error('A delivery changes too often to be settled');
};
