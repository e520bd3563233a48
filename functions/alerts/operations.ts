import { changeSettings } from './change-settings.ts';
import { decideHold } from './decide-hold.ts';
import { listDeliveries } from './list-deliveries.ts';
import { listHolds } from './list-holds.ts';
import { listUnreached } from './list-unreached.ts';
import { readPreferences, setPreferences } from './preferences.ts';
import { readSwitch } from './read-switch.ts';
import { setSwitch } from './set-switch.ts';

export const operations = [
  listUnreached,
  listDeliveries,
  listHolds,
  decideHold,
  readSwitch,
  setSwitch,
  changeSettings,
  readPreferences,
  setPreferences,
] as const;
