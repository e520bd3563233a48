'use server';
import * as z from 'zod';
import { marksOperations } from '@preau/shared/assessment/marks-api.ts';
import { PeriodKey } from '@preau/shared/assessment/periods.ts';
import { CellValue } from '@preau/shared/assessment/schema.ts';
import { EvaluationId, PersonId, ServiceId } from '@preau/shared/kernel/ids.ts';
import { moment } from '@/lib/dates.ts';
import type { ApiRefusal } from '@/lib/refusal.ts';
import { ask } from '@/lib/session.ts';
import { columnOf } from './column-of.ts';
import type { Answered, Batch, Refreshed, Saved } from './state.ts';

const UNREADABLE = 'Cette saisie n’a pas pu être lue. Rechargez la page, puis recommencez.';

const SentBatch = z.object({
  evaluationId: EvaluationId,
  version: z.int().min(0),
  cells: z.array(z.object({ pupilId: PersonId, value: CellValue })),
  requestId: z.string(),
});

const SIGNED_OUT = 'Votre session est terminée. Reconnectez-vous dans un nouvel onglet : l’enregistrement reprendra seul ici.';

const unsaved = ({ status, title }: ApiRefusal) => ({
  ok: false as const,
  message: status === 401 ? SIGNED_OUT : title,
  passing: status === 401 || status === 429 || status >= 500,
});

/** Saves cells of one column; what could not be saved is told cell by cell. */
export const saveMarks = async (batch: Batch): Promise<Answered<Saved>> => {
  const sent = SentBatch.safeParse(batch);
  if (!sent.success) return { ok: false, message: UNREADABLE };
  const { evaluationId, ...body } = sent.data;
  const answer = await ask(marksOperations.saveCells, { path: { evaluationId }, body });
  if (!answer.ok) return unsaved(answer.refusal);
  const { version, saved, previous, conflicts, refused, visibleFrom } = answer.output;
  return {
    ok: true,
    value: {
      version,
      saved: saved.map(({ pupilId, given, levels, comment }) => ({
        pupilId,
        value: {
          ...(given === undefined ? {} : { given }),
          ...(levels === undefined ? {} : { levels }),
          ...(comment === undefined ? {} : { comment }),
        },
      })),
      previous,
      conflicts,
      refused,
      ...(visibleFrom === undefined ? {} : { visibleFrom: moment(visibleFrom) }),
    },
  };
};

const Place = z.object({ serviceId: ServiceId, period: PeriodKey });

/** The grid as it stands now: averages, and what colleagues have entered. */
export const refreshGrid = async (place: { readonly serviceId: string; readonly period: string }): Promise<Answered<Refreshed>> => {
  const path = Place.safeParse(place);
  if (!path.success) return { ok: false, message: UNREADABLE };
  const answer = await ask(marksOperations.readGrid, { path: path.data });
  if (!answer.ok) return { ok: false, message: answer.refusal.title };
  const { evaluations, pupils } = answer.output;
  return {
    ok: true,
    value: {
      columns: evaluations.map((evaluation) => columnOf(evaluation, false)),
      averages: Object.fromEntries(pupils.flatMap(({ pupilId, average }) => (average === undefined ? [] : [[pupilId, average.shown]]))),
    },
  };
};
