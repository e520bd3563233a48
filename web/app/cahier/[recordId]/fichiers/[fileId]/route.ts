import { redirect } from 'next/navigation';
import type { NextRequest } from 'next/server';
import { FileId } from '@preau/shared/kernel/ids.ts';
import { notebookOperations } from '@preau/shared/notebook/api.ts';
import { RecordKey } from '@preau/shared/notebook/schema.ts';
import { ask } from '@/lib/session.ts';
import { SIGN_IN } from '@/lib/sign-in-path.ts';

interface FileRoute {
  readonly params: Promise<{ readonly recordId: string; readonly fileId: string }>;
}

/** A document of a lesson, for whoever the API opens it to: the browser follows its short-lived address. */
export const GET = async (_: NextRequest, { params }: FileRoute): Promise<Response> => {
  const named = await params;
  const recordId = RecordKey.safeParse(named.recordId).data;
  const fileId = FileId.safeParse(named.fileId).data;
  if (recordId === undefined || fileId === undefined) redirect('/cahier');
  const answer = await ask(notebookOperations.readFile, { path: { recordId, fileId } });
  if (answer.ok) redirect(answer.output.location);
  redirect(answer.refusal.status === 401 ? SIGN_IN : `/cahier/${recordId}?erreur=fichier`);
};
