import * as z from 'zod';
import { Coefficient, Scale } from '@preau/shared/assessment/mark.ts';

/** A number as it is typed, with a comma or a dot and whatever zeros: `2,50` is `2.5`. */
const decimal = (text: string): string => {
  const [whole = '', decimals = ''] = text.trim().replace(',', '.').split('.');
  const kept = decimals.replace(/0+$/, '');
  return `${whole.replace(/^0+(?=\d)/, '')}${kept === '' ? '' : `.${kept}`}`;
};

export const TypedCoefficient = z
  .string()
  .transform(decimal)
  .pipe(Coefficient.or(z.never('Écrivez un coefficient de 0 à 100, par exemple 1,5.')));

export const TypedScale = z
  .string()
  .transform(decimal)
  .pipe(Scale.or(z.never('Écrivez un barème, par exemple 20 ou 10.')));
