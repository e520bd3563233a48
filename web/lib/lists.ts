import * as z from 'zod';

/** A field that holds a list between spaces, like the hidden fields of our forms. */
export const words = <S extends z.ZodType<unknown, string[]>>(list: S) =>
  z
    .string()
    .transform((text) => text.split(' ').filter((word) => word !== ''))
    .pipe(list);

/** The lines that say something, as they are typed in a field. */
export const linesOf = (text: string): readonly string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
