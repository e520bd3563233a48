import * as z from 'zod';
import { Counting } from '@preau/shared/assessment/mark.ts';
import { LocalDate } from '@preau/shared/kernel/school-time.ts';
import { told } from '@/lib/told.ts';
import { TypedCoefficient, TypedScale } from './fields.ts';

/** The fields of an evaluation, as its form sends them. */
export const termsFields = {
  title: z.string().trim().min(1, 'Donnez un titre à cette évaluation.').max(80, 'Écrivez un titre de 80 caractères au plus.'),
  date: told(LocalDate, 'Indiquez une date.'),
  scale: TypedScale,
  coefficient: TypedCoefficient,
  counting: told(Counting, 'Choisissez comment cette évaluation compte.'),
  subSubjectId: z.string().optional(),
  rescaled: z.string().optional(),
  mock: z.string().optional(),
};

const Terms = z.object(termsFields);

/** What the API asks for. */
export const termsOf = <Skill extends string>(
  { title, date, scale, coefficient, counting, subSubjectId, rescaled, mock }: z.output<typeof Terms>,
  skillIds: readonly Skill[],
) => ({
  title,
  date,
  scale,
  coefficient,
  counting,
  rescaled: rescaled !== undefined,
  mock: mock !== undefined,
  skillIds: [...skillIds],
  ...(subSubjectId === undefined || subSubjectId === '' ? {} : { subSubjectId }),
});
