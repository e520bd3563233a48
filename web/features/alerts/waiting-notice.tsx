import type { SchoolId } from '@preau/shared/kernel/ids.ts';
import { ask } from '@/lib/session.ts';
import { findWaiting, WaitingAlerts } from './waiting-alerts.tsx';

export const WaitingNotice = async ({ schoolId }: { readonly schoolId: SchoolId }) => {
  const waiting = await findWaiting(schoolId, ask);
  return waiting === undefined ? null : <WaitingAlerts {...waiting} />;
};
