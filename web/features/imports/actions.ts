'use server';
import { redirect } from 'next/navigation';
import * as z from 'zod';
import { importsOperations, MAX_DELIVERY_BYTES } from '@preau/shared/imports/api.ts';
import { ImportKind } from '@preau/shared/imports/schema.ts';
import { ImportId } from '@preau/shared/kernel/ids.ts';
import { today } from '@/lib/dates.ts';
import { formOf } from '@/lib/form.ts';
import type { FormState } from '@/lib/form-state.ts';
import { refusedState } from '@/lib/refusal.ts';
import { refused } from '@/lib/refused.ts';
import { ask } from '@/lib/session.ts';
import { told } from '@/lib/told.ts';
import type { UploadState } from './state.ts';

const StartForm = z.object({ kind: told(ImportKind, 'Choisissez ce que contient la livraison.') });

// Without a script the page cannot know the file that will be chosen: its name is given by the day, its size by the limit.
const announced = (kind: ImportKind) => ({
  kind,
  fileName: `livraison-${today()}${kind === 'aaf' ? '.zip' : '.csv'}`,
  bytes: MAX_DELIVERY_BYTES,
});

/** Announces a delivery: the form that comes back sends the file straight to the bucket. */
export const startUpload = async (_: UploadState, data: FormData): Promise<UploadState> => {
  const form = await formOf(StartForm, data);
  if (!form.ok) return form.state;
  const answer = await ask(importsOperations.startUpload, { body: announced(form.value.kind) });
  const { kind } = form.value;
  if (answer.ok) return { faults: [], typed: { kind }, upload: { ...answer.output.upload, kind, maxBytes: MAX_DELIVERY_BYTES } };
  return refused(answer.refusal, data);
};

const PlanForm = z.object({ importId: ImportId });

/** Asks for a delivery to be examined, without changing anything. */
export const requestPlan = async (_: FormState, data: FormData): Promise<FormState> => {
  const form = await formOf(PlanForm, data);
  if (!form.ok) return form.state;
  const answer = await ask(importsOperations.requestPlan, { path: form.value });
  if (answer.ok) redirect(`/imports/${form.value.importId}?ok=examen`);
  return refusedState(answer.refusal, {});
};

const ApplyForm = z.object({
  importId: ImportId,
  vanished: z
    .string()
    .regex(/^[\d\s]*$/u, 'Tapez le nombre en chiffres.')
    .default('')
    .transform((text) => text.replaceAll(/\s/gu, '')),
});

/** Applies an examined delivery; when too much vanishes, its count must have been typed. */
export const applyImport = async (_: FormState, data: FormData): Promise<FormState> => {
  const form = await formOf(ApplyForm, data);
  if (!form.ok) return form.state;
  const { importId, vanished } = form.value;
  const answer = await ask(importsOperations.applyImport, {
    path: { importId },
    body: vanished === '' ? {} : { confirmVanished: Number(vanished) },
  });
  if (answer.ok) redirect(`/imports/${importId}?ok=application`);
  return refused(answer.refusal, data, { 'imports.confirm-vanished': 'vanished' });
};
