import { DeliveryId, PersonId, type DeliveryId as Id, type PersonId as Person } from '@preau/shared/kernel/ids.ts';
import { dedupeKey } from '@preau/shared/alerts/dedupe.ts';
import type { Delivery } from '@preau/shared/alerts/schema.ts';
import type { LocalDate } from '@preau/shared/kernel/school-time.ts';
import { derivedId } from '../runtime/derived-id.ts';

type Named = Parameters<typeof dedupeKey>[0] & Pick<Delivery, 'date'>;

/** The id says where the delivery is kept (pupil, date) and hashes its de-duplication key: a receipt finds it without an index. */
export const deliveryIdOf = (named: Named): Id => {
  const hash = derivedId('dlv', dedupeKey(named)).slice('dlv_'.length);
  return DeliveryId.parse(`dlv_${named.pupilId.slice('per_'.length)}-${named.date.replaceAll('-', '')}-${hash}`);
};

/** Where a delivery is kept, or undefined for an id that is not ours. */
export const placeOf = (deliveryId: Id): { readonly pupilId: Person; readonly date: LocalDate; readonly hash: string } | undefined => {
  const parts = /^dlv_(.+)-(\d{8})-([a-z2-7]{20})$/.exec(deliveryId);
  const pupilId = PersonId.safeParse(`per_${parts?.[1] ?? ''}`);
  if (parts === null || !pupilId.success) return undefined;
  const date = (parts[2] ?? '').replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3');
  return { pupilId: pupilId.data, date, hash: parts[3] ?? '' };
};
