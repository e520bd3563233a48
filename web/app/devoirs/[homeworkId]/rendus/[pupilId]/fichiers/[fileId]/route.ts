import { redirect } from 'next/navigation';
import type { NextRequest } from 'next/server';
import { handInOperations } from '@preau/shared/homework/hand-in-api.ts';
import { FileId, HomeworkId, PersonId } from '@preau/shared/kernel/ids.ts';
import { ask } from '@/lib/session.ts';
import { SIGN_IN } from '@/lib/sign-in-path.ts';

interface FileRoute {
  readonly params: Promise<{ readonly homeworkId: string; readonly pupilId: string; readonly fileId: string }>;
}

/** A file that was handed in or came back, for whoever the API opens it to: the browser follows its short-lived address. */
export const GET = async (_: NextRequest, { params }: FileRoute): Promise<Response> => {
  const named = await params;
  const homeworkId = HomeworkId.safeParse(named.homeworkId).data;
  const pupilId = PersonId.safeParse(named.pupilId).data;
  const fileId = FileId.safeParse(named.fileId).data;
  if (homeworkId === undefined || pupilId === undefined || fileId === undefined) redirect('/devoirs');
  const answer = await ask(handInOperations.readHandInFile, { path: { homeworkId, pupilId, fileId } });
  if (answer.ok) redirect(answer.output.location);
  redirect(answer.refusal.status === 401 ? SIGN_IN : `/devoirs/${homeworkId}?erreur=fichier`);
};
