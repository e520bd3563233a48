import * as z from 'zod';
import { PersonId } from '../kernel/ids.ts';
import { Instant } from '../kernel/school-time.ts';
import { cleanText } from './written-text.ts';

/** Characters of one element of the programme, as the LSU counts them. */
export const ELEMENT_MAX = 300;
export const ELEMENTS_MAX = 20;

const Element = z.string().trim().min(1).max(ELEMENT_MAX);

/** What a class worked on in a subject and period (*éléments du programme travaillés*), the same for all its pupils. */
export const Programme = z.strictObject({
  elements: z.array(Element).max(ELEMENTS_MAX),
  by: PersonId,
  byName: z.string(),
  at: Instant,
  /** Optimistic lock: its teachers share it. */
  revision: z.int().min(1),
});
export type Programme = z.infer<typeof Programme>;

export const WrittenElements = z.array(Element).max(ELEMENTS_MAX);

/** One element a line, each once, as the LSU wants them: what is blank says nothing. */
export const elementsOf = (lines: readonly string[]): readonly string[] => [
  ...new Set(lines.map((line) => cleanText(line).replaceAll(/\s+/g, ' ')).filter((line) => line !== '')),
];
