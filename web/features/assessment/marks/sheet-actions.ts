'use server';
import { redirect } from 'next/navigation';
import * as z from 'zod';
import { marksOperations } from '@preau/shared/assessment/marks-api.ts';
import { readMarksCsv, type CsvMark } from '@preau/shared/assessment/marks-csv.ts';
import { writeMark } from '@preau/shared/assessment/marks-text.ts';
import type { GridEvaluation, GridPupil } from '@preau/shared/assessment/marks-views.ts';
import { PeriodKey } from '@preau/shared/assessment/periods.ts';
import { ServiceId } from '@preau/shared/kernel/ids.ts';
import { formOf, typedIn } from '@/lib/form.ts';
import type { FormState } from '@/lib/form-state.ts';
import { refused } from '@/lib/refused.ts';
import { ask } from '@/lib/session.ts';
import { gridAddress } from './addresses.ts';
import { csvColumnOf, sheetColumns } from './sheet.ts';

const SheetForm = z.object({
  serviceId: ServiceId,
  period: PeriodKey,
  sheet: z.string().trim().min(1, { message: 'Collez le tableau, avec sa première ligne.' }).max(100_000),
});

const changedCells = ({ cells }: GridEvaluation, index: number, marks: readonly CsvMark[], pupils: readonly GridPupil[]) =>
  marks.flatMap(({ evaluation, pupil, given }) => {
    const pupilId = pupils[pupil]?.pupilId;
    if (evaluation !== index || pupilId === undefined) return [];
    const known = cells.find((cell) => cell.pupilId === pupilId);
    if (writeMark(known?.given) === writeMark(given)) return [];
    const { levels, comment } = known ?? {};
    return [{ pupilId, value: { given, ...(levels === undefined ? {} : { levels }), ...(comment === undefined ? {} : { comment }) } }];
  });

/** Takes the marks of a table filled in elsewhere: all of it, or, when a line cannot be taken, nothing. */
export const takeSheet = async (_: FormState, data: FormData): Promise<FormState> => {
  const form = await formOf(SheetForm, data);
  if (!form.ok) return form.state;
  const { sheet, ...path } = form.value;
  const typed = typedIn(data);
  const grid = await ask(marksOperations.readGrid, { path });
  if (!grid.ok) return refused(grid.refusal, data);
  const { pupils } = grid.output;
  const columns = sheetColumns(grid.output.evaluations);
  const { marks, faults } = readMarksCsv(
    sheet,
    columns.map(csvColumnOf),
    pupils.map(({ name }) => name),
  );
  if (faults.length > 0)
    return { faults: faults.map(({ line, message }) => ({ field: 'sheet', message: `Ligne ${line} : ${message}` })), typed };

  const left: string[] = [];
  for (const [index, column] of columns.entries()) {
    const cells = changedCells(column, index, marks, pupils);
    if (cells.length === 0) continue;
    const { evaluationId, version, terms } = column;
    const answer = await ask(marksOperations.saveCells, {
      path: { evaluationId },
      body: { version, cells, requestId: crypto.randomUUID() },
    });
    if (!answer.ok) {
      left.push(`${terms.title} : ${answer.refusal.title}`);
      continue;
    }
    const { conflicts, refused } = answer.output;
    for (const { pupilId } of [...conflicts, ...refused]) {
      const name = pupils.find((pupil) => pupil.pupilId === pupilId)?.name ?? '';
      left.push(`${terms.title}, ${name} : cette note n’est pas enregistrée. Saisissez-la dans le tableau des notes.`);
    }
  }
  if (left.length > 0) return { faults: left.map((message) => ({ field: 'sheet', message })), typed };
  return redirect(`${gridAddress(path.serviceId, path.period)}&ok=tableur`);
};
