import { isOfLesson } from '@preau/shared/alerts/reminders.ts';
import type { Delivery, DeliveryReason } from '@preau/shared/alerts/schema.ts';
import { SPREAD_SECONDS } from '@preau/shared/alerts/window.ts';
import { spreadOf } from '@preau/shared/kernel/spread.ts';
import { addSeconds, type Instant } from '@preau/shared/kernel/school-time.ts';
import type { DeliveryId } from '@preau/shared/kernel/ids.ts';
import { findAddressee, type Addressee } from './addressee.ts';
import { climb } from './climb.ts';
import { placeOf } from './delivery-id.ts';
import { addressOf, markOf } from './reachable.ts';
import type { SendResult, SendServices } from './services.ts';
import { settle, transition } from './transition.ts';

/** Waits between two attempts of one lease when the provider says "later": 12.6 s in all. */
const BACK_OFF_MS = [200, 400, 800, 1600, 3200, 6400] as const;
/** Nothing is sent when less than this remains of the lease: time-out included, an answer must come before it ends. */
const MARGIN_SECONDS = 5;

/** What the attempt came to, for the log of counts. */
export type Outcome = 'sent' | 'skipped' | 'held' | 'postponed' | 'cancelled' | 'unreached' | 'throttled' | 'unknown';

const isOverBudget = async (services: SendServices, delivery: Delivery, { sms }: Addressee): Promise<boolean> => {
  // The first attempt pays for the following ones: an SMS is only tried again when it surely did not leave.
  if (delivery.channel !== 'sms' || delivery.attemptIds.length > 1) return false;
  const month = services.now().slice(0, 7);
  const cost = sms().parts * services.smsPartMicros;
  return !(await services.store.spendSms(month, cost, services.smsCapMicros, delivery.deliveryId));
};

const sendOnce = (services: SendServices, delivery: Delivery, addressee: Addressee, to: string, attemptId: string): Promise<SendResult> => {
  const attempt = { to, deliveryId: delivery.deliveryId, attemptId };
  return delivery.channel === 'email'
    ? services.sendEmail({ ...attempt, message: addressee.email() })
    : services.sendSms({ ...attempt, message: addressee.sms() });
};

const sendPatiently = async (
  services: SendServices,
  leased: Delivery,
  addressee: Addressee,
  to: string,
  attemptId: string,
): Promise<SendResult> => {
  const stopAt = addSeconds(leased.leasedUntil ?? services.now(), -MARGIN_SECONDS);
  for (const wait of BACK_OFF_MS) {
    const result = await sendOnce(services, leased, addressee, to, attemptId);
    if (result.is !== 'throttled') return result;
    await services.sleep(wait);
    if (services.now() >= stopAt) return result;
  }
  return sendOnce(services, leased, addressee, to, attemptId);
};

const retryAt = (delivery: Delivery, now: Instant): Instant => addSeconds(now, Math.min(30 * 2 ** delivery.attemptIds.length, 900));

const conclude = async (
  services: SendServices,
  leased: Delivery,
  attemptId: string,
  result: SendResult,
  smsAfterMinutes?: number,
): Promise<Outcome> => {
  const { store, queue } = services;
  const now = services.now();
  if (result.is === 'accepted') {
    const climbs = smsAfterMinutes !== undefined && leased.channel === 'email' && isOfLesson(leased);
    await settle(store, leased, { is: 'accepted', attemptId, climbAt: climbs ? addSeconds(now, smsAfterMinutes * 60) : undefined }, now);
    return 'sent';
  }
  if (result.is === 'throttled') {
    const waiting = await settle(store, leased, { is: 'throttled', attemptId, retryAt: retryAt(leased, now) }, now);
    if (waiting?.state === 'created') await queue([waiting], now);
    if (waiting?.ladder === 'toClimb') await climb(services, waiting);
    return 'throttled';
  }
  const happening =
    result.is === 'refused'
      ? ({ is: 'refused', attemptId, reason: result.reason } as const)
      : ({ is: 'unknownOutcome', attemptId } as const);
  const stuck = await settle(store, leased, happening, now);
  if (stuck !== undefined) await climb(services, stuck);
  return result.is === 'refused' ? 'unreached' : 'unknown';
};

const giveUp = async (services: SendServices, delivery: Delivery, reason: DeliveryReason): Promise<Outcome> => {
  const failed = await transition(services.store, delivery, { is: 'unreachable', reason }, services.now());
  if (failed.is === 'done') await climb(services, failed.delivery);
  return 'unreached';
};

/** One attempt of one delivery: re-reads everything that may forbid it, leases it, sends it tagged, and records the answer. An attempt whose outcome is unknown is never repeated here. */
export const attempt = async (services: SendServices, deliveryId: DeliveryId): Promise<Outcome> => {
  const { store } = services;
  const place = placeOf(deliveryId);
  if (place === undefined) return 'skipped';
  const day = await store.listDay(place.pupilId, place.date);
  const delivery = day.deliveries.find((one) => one.deliveryId === deliveryId);
  if (delivery?.state !== 'created' || delivery.dueAt > services.now()) return 'skipped';

  const [control, addressee, invalid] = await Promise.all([
    store.findControl(delivery.schoolId),
    findAddressee(services, delivery, day.facts),
    store.listInvalidChannels(delivery.guardianId),
  ]);
  const now = services.now();
  if (control.stopped !== undefined) {
    await transition(store, delivery, { is: 'held', holdId: control.stopped.holdId, reason: 'switchedOff' }, now);
    return 'held';
  }
  if (typeof addressee === 'string') {
    await transition(store, delivery, { is: 'cancelled', reason: addressee }, now);
    return 'cancelled';
  }
  if (addressee.opensAt > now) {
    await transition(store, delivery, { is: 'postponed', dueAt: addSeconds(addressee.opensAt, spreadOf(deliveryId, SPREAD_SECONDS)) }, now);
    return 'postponed';
  }
  const to = addressOf(addressee.reached, delivery.channel);
  if (to === undefined) return giveUp(services, delivery, 'noAddress');
  const addressMark = markOf(to);
  if (invalid.some((one) => one.channel === delivery.channel && one.addressMark === addressMark)) {
    return giveUp(services, delivery, 'channelInvalid');
  }

  const attemptId = services.newId();
  const leased = await transition(store, delivery, { is: 'leased', attemptId, addressMark }, now);
  if (leased.is !== 'done') return 'skipped';
  const result: SendResult = (await isOverBudget(services, leased.delivery, addressee))
    ? { is: 'refused', reason: 'smsCap' }
    : await sendPatiently(services, leased.delivery, addressee, to, attemptId);
  return conclude(services, leased.delivery, attemptId, result, control.settings.smsAfterMinutes);
};
