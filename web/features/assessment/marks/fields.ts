import * as z from 'zod';
import { Coefficient, Scale } from '@preau/shared/assessment/mark.ts';
import { told } from '@/lib/told.ts';

/** A number as it is typed, with a comma or a dot and whatever zeros: `2,50` is `2.5`. */
const decimal = (text: string): string => {
  const [whole = '', decimals = '', ...more] = text.trim().replace(',', '.').split('.');
  if (more.length > 0) return text;
  const kept = decimals.replace(/0+$/, '');
  return `${whole.replace(/^0+(?=\d)/, '')}${kept === '' ? '' : `.${kept}`}`;
};

const decimalAs = (schema: z.ZodType<string, string>) => z.string().transform(decimal).pipe(schema);
const COEFFICIENT = 'Écrivez un coefficient de 0 à 100, par exemple 1,5.';

export const TypedCoefficient = told(decimalAs(Coefficient), COEFFICIENT);
/** Empty: none is said. */
export const TypedCoefficientOrNone = told(z.literal('').or(decimalAs(Coefficient)), COEFFICIENT);
export const TypedScale = told(decimalAs(Scale), 'Écrivez un barème, par exemple 20 ou 10.');
