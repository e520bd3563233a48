import * as z from 'zod';
import { PersonId } from '../kernel/ids.ts';
import { operation } from '../kernel/operation.ts';
import { alertsErrors } from './errors.ts';
import { ReminderChoice, ReminderTopics } from './reminders.ts';

const RemindersView = z.strictObject({
  holidayPause: z.boolean(),
  pupils: z.array(z.strictObject({ pupilId: PersonId, firstName: z.string(), topics: ReminderTopics })),
});

export const remindersOperations = {
  readPreferences: operation({
    id: 'alerts.read-preferences',
    method: 'GET',
    path: '/alert-preferences',
    summary: 'Lire ce que l’on a choisi de recevoir le soir, pour soi-même ou pour chaque enfant',
    access: 'session',
    input: {},
    output: RemindersView,
    errors: alertsErrors,
    refusals: [],
  }),
  setPreferences: operation({
    id: 'alerts.set-preferences',
    method: 'PUT',
    path: '/alert-preferences',
    summary: 'Choisir ce que l’on reçoit le soir, pour soi-même ou pour chaque enfant',
    access: 'session',
    input: { body: ReminderChoice.pick({ pupils: true, holidayPause: true }) },
    output: RemindersView,
    errors: alertsErrors,
    refusals: [],
  }),
} as const;
