import { AlertSettings } from '@preau/shared/alerts/schema.ts';
import { DEFAULT_SETTINGS } from '@preau/shared/alerts/settings.ts';
import { alertsTable } from '@preau/shared/alerts/table.ts';
import { directoryDoor } from '../directory/reads.ts';
import { openDatabase, type Database } from '../runtime/database/database.ts';
import { tableStore } from '../runtime/entity.ts';
import { optionalVariable, tableName } from '../runtime/environment.ts';
import { reminderStore } from './reminder-store.ts';
import { alertsStore } from './store.ts';

/** What a school that never chose has: the academy's own undo window. */
const usualSettings = (): AlertSettings => {
  const seconds = optionalVariable('ALERT_HOLD_SECONDS');
  return seconds === undefined ? DEFAULT_SETTINGS : AlertSettings.parse({ ...DEFAULT_SETTINGS, alertHoldSeconds: Number(seconds) });
};

/** What every function of alerts has; operations need nothing more. */
export const doorsFromEnvironment = (client: Database = openDatabase()) => {
  const table = tableStore(alertsTable, tableName('alerts'), client);
  return { store: alertsStore(table, usualSettings()), reminders: reminderStore(table), directory: directoryDoor(client) };
};
