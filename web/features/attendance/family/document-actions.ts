'use server';
import { attendanceOperations } from '@preau/shared/attendance/api.ts';
import { AbsenceId } from '@preau/shared/kernel/ids.ts';
import { ask } from '@/lib/session.ts';

/** With a script: what the browser needs to send one document by itself; nothing when it may not be sent now. */
export const prepareDocument = async (asked: string) => {
  const absenceId = AbsenceId.safeParse(asked);
  if (!absenceId.success) return undefined;
  const answer = await ask(attendanceOperations.prepareFile, { path: { absenceId: absenceId.data }, body: {} });
  if (!answer.ok) return undefined;
  const { fileId, url, fields } = answer.output;
  return { fileId, url, fields };
};
