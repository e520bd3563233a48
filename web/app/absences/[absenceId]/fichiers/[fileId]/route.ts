import { redirect } from 'next/navigation';
import type { NextRequest } from 'next/server';
import { attendanceOperations } from '@preau/shared/attendance/api.ts';
import { AbsenceId, FileId } from '@preau/shared/kernel/ids.ts';
import { ask } from '@/lib/session.ts';
import { SIGN_IN } from '@/lib/sign-in-path.ts';

interface FileRoute {
  readonly params: Promise<{ readonly absenceId: string; readonly fileId: string }>;
}

/** A joined file, for whoever the API opens it to: the browser follows its short-lived address. */
export const GET = async (_: NextRequest, { params }: FileRoute): Promise<Response> => {
  const { absenceId, fileId } = await params;
  const path = { absenceId: AbsenceId.safeParse(absenceId).data, fileId: FileId.safeParse(fileId).data };
  if (path.absenceId === undefined || path.fileId === undefined) redirect('/accueil');
  const answer = await ask(attendanceOperations.readFile, { path: { absenceId: path.absenceId, fileId: path.fileId } });
  if (answer.ok) redirect(answer.output.location);
  redirect(answer.refusal.status === 401 ? SIGN_IN : `/absences/${path.absenceId}`);
};
