'use server';
import { redirect } from 'next/navigation';
import * as z from 'zod';
import { marksOperations } from '@preau/shared/assessment/marks-api.ts';
import { readMark, writeMark } from '@preau/shared/assessment/marks-text.ts';
import type { CellConflict, CellRefusal, GridEvaluation } from '@preau/shared/assessment/marks-views.ts';
import { SkillLevel, type CellValue } from '@preau/shared/assessment/schema.ts';
import { LEVEL_NAMES } from '@preau/shared/assessment/level-names.ts';
import { EvaluationId, PersonId } from '@preau/shared/kernel/ids.ts';
import { formOf, typedIn } from '@/lib/form.ts';
import type { Fault, FormState } from '@/lib/form-state.ts';
import { refused } from '@/lib/refused.ts';
import { ask } from '@/lib/session.ts';
import { evaluationAddress } from './addresses.ts';
import { commentField, commentShownField, levelField, levelShownField, markField, markShownField } from './field-names.ts';

const ColumnForm = z
  .object({
    evaluationId: EvaluationId,
    version: z.coerce.number().int().min(0),
    requestId: z.string().min(8).max(64),
    pupils: z
      .string()
      .transform((text) => text.split(' ').filter((word) => word !== ''))
      .pipe(z.array(PersonId)),
  })
  .loose();

type Typed = Readonly<Record<string, string>>;

interface Read {
  readonly pupilId: PersonId;
  readonly value: CellValue;
}

/** The levels of the form, beside those of skills that were taken off the evaluation since. */
const levelsOf = (
  pupilId: PersonId,
  typed: Typed,
  skillIds: GridEvaluation['terms']['skillIds'],
  held: CellValue['levels'],
): CellValue['levels'] => {
  const others = Object.entries(held ?? {}).filter(([skillId]) => !skillIds.some((one) => one === skillId));
  const chosen = skillIds.flatMap((skillId) => {
    const level = SkillLevel.safeParse(Number(typed[levelField(pupilId, skillId)] || undefined)).data;
    return level === undefined ? [] : [[skillId, level] as const];
  });
  const all = [...others, ...chosen];
  return all.length === 0 ? undefined : Object.fromEntries(all);
};

const readOne = (pupilId: PersonId, typed: Typed, { terms, cells }: GridEvaluation): Read | Fault | undefined => {
  const [mark = '', comment = ''] = [typed[markField(pupilId)], typed[commentField(pupilId)]?.replaceAll(/\s+/gu, ' ').trim()];
  const levels = levelsOf(pupilId, typed, terms.skillIds, cells.find((cell) => cell.pupilId === pupilId)?.levels);
  const isLevelSame = terms.skillIds.every(
    (skillId) => (typed[levelField(pupilId, skillId)] ?? '') === (typed[levelShownField(pupilId, skillId)] ?? ''),
  );
  const isSame =
    isLevelSame && mark.trim() === (typed[markShownField(pupilId)] ?? '') && comment === (typed[commentShownField(pupilId)] ?? '');
  if (isSame) return undefined;
  const given = readMark(mark, terms.scale);
  if (given.kind === 'fault') return { field: markField(pupilId), message: given.message };
  return {
    pupilId,
    value: {
      ...(given.kind === 'given' ? { given: given.given } : {}),
      ...(levels === undefined ? {} : { levels }),
      ...(comment === '' ? {} : { comment }),
    },
  };
};

const REFUSED: Readonly<Record<CellRefusal['reason'], string>> = {
  'out-of-range': 'Cette note dépasse le barème.',
  'not-in-roster': 'Cet élève n’est plus dans ce groupe : sa note n’est pas enregistrée.',
  'period-closed': 'La période est close pour cet élève : sa note n’est pas enregistrée.',
  'skill-unknown': 'Une compétence a été retirée. Rechargez la page.',
};

const written = ({ given, levels, comment }: CellValue): string =>
  [
    writeMark(given) || 'aucune note',
    ...Object.values(levels ?? {}).map((level) => LEVEL_NAMES[level] ?? ''),
    ...(comment === undefined ? [] : [`« ${comment} »`]),
  ].join(', ');

const conflictFault = ({ pupilId, theirs, by }: CellConflict): Fault => ({
  field: markField(pupilId),
  message: `${by === '' ? 'Un collègue' : by} a saisi entre-temps : ${written(theirs)}. Enregistrez de nouveau pour garder votre saisie, ou reprenez la sienne.`,
});

/** What the page shows from now on as known: what was saved, and what a colleague had written. */
const nowShown = (cells: readonly Read[]): Typed =>
  Object.fromEntries(
    cells.flatMap(({ pupilId, value }) => [
      [markShownField(pupilId), writeMark(value.given)],
      [commentShownField(pupilId), value.comment ?? ''],
      ...Object.entries(value.levels ?? {}).map(([skillId, level]) => [levelShownField(pupilId, skillId), String(level)]),
    ]),
  );

/** Records what was changed in one evaluation; a mark that cannot be read keeps the form as it was typed. */
export const saveColumn = async (_: FormState, data: FormData): Promise<FormState> => {
  const form = await formOf(ColumnForm, data);
  if (!form.ok) return form.state;
  const { evaluationId, version, requestId, pupils } = form.value;
  const typed = typedIn(data);
  const read = await ask(marksOperations.readEvaluation, { path: { evaluationId } });
  if (!read.ok) return refused(read.refusal, data);
  const cells = pupils.map((pupilId) => readOne(pupilId, typed, read.output.evaluation)).filter((one) => one !== undefined);
  const faults = cells.filter((one) => 'field' in one);
  if (faults.length > 0) return { faults, typed };
  const changed = cells.filter((one) => 'pupilId' in one);
  if (changed.length === 0) redirect(`${evaluationAddress(evaluationId)}?ok=inchange`);
  const answer = await ask(marksOperations.saveCells, { path: { evaluationId }, body: { version, cells: changed, requestId } });
  if (!answer.ok) return refused(answer.refusal, data);
  const { saved, conflicts, refused: left } = answer.output;
  if (conflicts.length + left.length === 0) redirect(`${evaluationAddress(evaluationId)}?ok=notes`);
  const shown = nowShown([
    ...changed.filter(({ pupilId }) => saved.some((one) => one.pupilId === pupilId)),
    ...conflicts.map(({ pupilId, theirs }) => ({ pupilId, value: theirs })),
  ]);
  return {
    faults: [
      ...conflicts.map(conflictFault),
      ...left.map(({ pupilId, reason }) => ({ field: markField(pupilId), message: REFUSED[reason] })),
    ],
    typed: { ...typed, ...shown, version: String(answer.output.version), requestId: crypto.randomUUID() },
  };
};
