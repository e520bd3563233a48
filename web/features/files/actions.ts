'use server';
import { redirect } from 'next/navigation';
import * as z from 'zod';
import { filesOperations, type UploadView } from '@preau/shared/files/api.ts';
import { FilePurpose } from '@preau/shared/files/schema.ts';
import { FileId } from '@preau/shared/kernel/ids.ts';
import { formOf } from '@/lib/form.ts';
import type { FormState } from '@/lib/form-state.ts';
import { refused } from '@/lib/refused.ts';
import { returnPath, withWord } from '@/lib/return-path.ts';
import { ask, leaveIfSignedOut } from '@/lib/session.ts';
import type { Answered, JoinedFile, PreparedFile } from './state.ts';

const StartForm = z.object({ purpose: FilePurpose, returnTo: z.string().transform((wanted) => returnPath(wanted)) });

/** Without a script: prepares an upload, then leads to the page that sends it. */
export const startUpload = async (data: FormData): Promise<void> => {
  const form = await formOf(StartForm, data);
  if (!form.ok) redirect('/accueil');
  const answer = await ask(filesOperations.prepareUpload, { body: form.value });
  if (answer.ok) redirect(`/fichiers/${answer.output.fileId}`);
  leaveIfSignedOut(answer.refusal);
  redirect(withWord(form.value.returnTo, 'erreur', answer.refusal.code));
};

const PrepareFile = z.object({ purpose: FilePurpose, name: z.string().min(1).max(255), bytes: z.number().int().min(0) });

/** With a script: what the browser needs to send one file by itself. */
export const prepareFile = async (asked: z.input<typeof PrepareFile>): Promise<Answered<PreparedFile>> => {
  const parsed = PrepareFile.safeParse(asked);
  if (!parsed.success) return { ok: false, message: 'Le nom de ce fichier est trop long. Renommez-le, puis recommencez.' };
  if (parsed.data.bytes === 0) return { ok: false, message: 'Ce fichier est vide. Choisissez-en un autre.' };
  const answer = await ask(filesOperations.prepareUpload, { body: parsed.data });
  if (!answer.ok) return { ok: false, message: answer.refusal.title };
  const { fileId, form } = answer.output;
  return form === undefined
    ? { ok: false, message: 'L’envoi n’a pas pu commencer. Recommencez.' }
    : { ok: true, value: { fileId, url: form.url, fields: form.fields } };
};

const joinedOf = ({ fileId, name, status, explanation }: UploadView): JoinedFile => ({
  fileId,
  name: name ?? 'document',
  status,
  ...(explanation === undefined ? {} : { explanation }),
});

const follow = async (fileId: string, isArrival: boolean): Promise<Answered<JoinedFile>> => {
  const id = FileId.safeParse(fileId);
  if (!id.success) return { ok: false, message: 'Ce fichier n’existe pas. Choisissez-le de nouveau.' };
  const operation = isArrival ? filesOperations.confirmArrival : filesOperations.readUpload;
  const answer = await ask(operation, { path: { fileId: id.data } });
  return answer.ok ? { ok: true, value: joinedOf(answer.output) } : { ok: false, message: answer.refusal.title };
};

export const confirmFile = async (fileId: string): Promise<Answered<JoinedFile>> => follow(fileId, true);

export const followFile = async (fileId: string): Promise<Answered<JoinedFile>> => follow(fileId, false);

const WithdrawalForm = z.object({ fileId: FileId });

/** Takes one of one's files back, from the list of them all. */
export const withdrawFile = async (_: FormState, data: FormData): Promise<FormState> => {
  const form = await formOf(WithdrawalForm, data);
  if (!form.ok) return form.state;
  const answer = await ask(filesOperations.withdrawFile, { path: form.value });
  if (answer.ok) redirect('/fichiers?ok=supprime');
  return refused(answer.refusal, data);
};
