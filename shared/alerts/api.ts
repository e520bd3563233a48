import * as z from 'zod';
import { Relationship } from '../directory/schema.ts';
import { DeliveryId, HoldId, LessonId, PersonId, SchoolId } from '../kernel/ids.ts';
import { operation } from '../kernel/operation.ts';
import { Instant, LocalDate, LocalTime } from '../kernel/school-time.ts';
import { alertsErrors } from './errors.ts';
import { AlertSettings, Channel, DeliveryReason, DeliveryState, MessageKind } from './schema.ts';

const ofSchool = z.strictObject({ schoolId: SchoolId });
const why = z.string().trim().min(5, 'Écrivez une raison de 5 caractères au moins.').max(300);

/** A guardian who could not be told, why, and what the office can do about it. */
export const UnreachedFamily = z.strictObject({
  deliveryId: DeliveryId,
  pupilId: PersonId,
  firstName: z.string(),
  lastName: z.string(),
  className: z.string().optional(),
  guardianId: PersonId,
  relationship: Relationship,
  channel: Channel,
  kind: MessageKind,
  lessonId: LessonId,
  start: LocalTime,
  state: DeliveryState,
  why: DeliveryReason.optional(),
  /** Two French sentences: what happened, then what to do. */
  explanation: z.string(),
  advice: z.string(),
  at: Instant,
});
export type UnreachedFamily = z.infer<typeof UnreachedFamily>;

/** One message as the office or the guardian reads it: never an address. */
export const DeliveryView = z.strictObject({
  deliveryId: DeliveryId,
  guardianId: PersonId,
  relationship: Relationship,
  channel: Channel,
  kind: MessageKind,
  date: LocalDate,
  start: LocalTime,
  lessonId: LessonId,
  state: DeliveryState,
  why: DeliveryReason.optional(),
  /** The state as a French sentence. */
  explanation: z.string(),
  history: z.array(z.strictObject({ state: DeliveryState, at: Instant })),
});
export type DeliveryView = z.infer<typeof DeliveryView>;

export const HoldView = z.strictObject({
  holdId: HoldId,
  cause: z.enum(['unusualVolume', 'switchedOff']),
  openedAt: Instant,
  /** Alerts that wait now: the number to type when deciding. */
  waiting: z.int(),
  usual: z.int(),
  status: z.enum(['open', 'releasing', 'cancelling', 'released', 'cancelled']),
  /** "1 500 destinataires, l’habitude à cette heure est 12." */
  warning: z.string(),
  decidedByName: z.string().optional(),
  decidedAt: Instant.optional(),
  reason: z.string().optional(),
});
export type HoldView = z.infer<typeof HoldView>;

export const SwitchView = z.strictObject({
  sending: z.boolean(),
  since: Instant.optional(),
  reason: z.string().optional(),
  byName: z.string().optional(),
  settings: AlertSettings,
});
export type SwitchView = z.infer<typeof SwitchView>;

export const alertsOperations = {
  listUnreached: operation({
    id: 'alerts.list-unreached',
    method: 'GET',
    path: '/schools/{schoolId}/unreached',
    summary: 'Lister les familles qui n’ont pas pu être prévenues un jour donné',
    access: 'session',
    input: { path: ofSchool, query: z.strictObject({ date: LocalDate.optional() }) },
    output: z.strictObject({
      date: LocalDate,
      families: z.array(UnreachedFamily),
      /** Alerts of that day that the school cancelled: these families were told nothing. */
      cancelled: z.int(),
    }),
    errors: alertsErrors,
    refusals: [],
  }),
  listDeliveries: operation({
    id: 'alerts.list-deliveries',
    method: 'GET',
    path: '/pupils/{pupilId}/alerts',
    summary: 'Lire les alertes envoyées au sujet d’un élève et ce qu’elles sont devenues',
    access: 'session',
    input: {
      path: z.strictObject({ pupilId: PersonId }),
      /** A school month, `2026-11`; the most recent alerts without it. */
      query: z.strictObject({
        month: z
          .string()
          .regex(/^\d{4}-(?:0[1-9]|1[0-2])$/, 'Écrivez le mois ainsi : 2026-11.')
          .optional(),
      }),
    },
    output: z.strictObject({ deliveries: z.array(DeliveryView) }),
    errors: alertsErrors,
    refusals: [],
  }),
  listHolds: operation({
    id: 'alerts.list-holds',
    method: 'GET',
    path: '/schools/{schoolId}/holds',
    summary: 'Lister les envois inhabituels qui attendent une confirmation',
    access: 'session',
    input: { path: ofSchool },
    output: z.strictObject({
      holds: z.array(HoldView),
      /** Whether the reader may release or cancel them. */
      mayDecide: z.boolean(),
    }),
    errors: alertsErrors,
    refusals: [],
  }),
  decideHold: operation({
    id: 'alerts.decide-hold',
    method: 'POST',
    path: '/schools/{schoolId}/holds/{holdId}/decision',
    summary: 'Envoyer ou annuler un envoi inhabituel, en saisissant le nombre d’alertes',
    access: 'session',
    input: {
      path: z.strictObject({ schoolId: SchoolId, holdId: HoldId }),
      body: z.strictObject({ decision: z.enum(['release', 'cancel']), typedCount: z.int().min(0), reason: why }),
    },
    output: HoldView,
    errors: alertsErrors,
    refusals: ['alerts.hold-decided', 'alerts.count-differs', 'alerts.changed-meanwhile'],
  }),
  readSwitch: operation({
    id: 'alerts.read-switch',
    method: 'GET',
    path: '/schools/{schoolId}/alert-switch',
    summary: 'Savoir si les alertes de l’établissement partent, et avec quels réglages',
    access: 'session',
    input: { path: ofSchool },
    /** With whether the reader may stop the alerts and change their settings. */
    output: SwitchView.extend({ mayGovern: z.boolean() }),
    errors: alertsErrors,
    refusals: [],
  }),
  setSwitch: operation({
    id: 'alerts.set-switch',
    method: 'PUT',
    path: '/schools/{schoolId}/alert-switch',
    summary: 'Suspendre ou reprendre l’envoi des alertes de l’établissement',
    access: 'session',
    input: { path: ofSchool, body: z.strictObject({ sending: z.boolean(), reason: why }) },
    output: SwitchView,
    errors: alertsErrors,
    refusals: ['alerts.changed-meanwhile'],
  }),
  changeSettings: operation({
    id: 'alerts.change-settings',
    method: 'PUT',
    path: '/schools/{schoolId}/alert-settings',
    summary: 'Régler le délai d’annulation et le passage au SMS',
    access: 'session',
    input: { path: ofSchool, body: AlertSettings },
    output: SwitchView,
    errors: alertsErrors,
    refusals: ['alerts.changed-meanwhile'],
  }),
} as const;
