import type { EveningServices } from './run-evenings.ts';

/** Services whose function dies now and then, before or after it wrote a message. */
export const dyingServices = (services: EveningServices): { readonly services: EveningServices; readonly writes: () => number } => {
  let writes = 0;
  const addDelivery: EveningServices['store']['addDelivery'] = async (...delivery) => {
    writes += 1;
    if (writes % 23 === 0) throw new Error('the function dies before its write');
    const added = await services.store.addDelivery(...delivery);
    if (writes % 31 === 0) throw new Error('the function dies after its write');
    return added;
  };
  return { services: { ...services, store: { ...services.store, addDelivery } }, writes: () => writes };
};
