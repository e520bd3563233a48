import type { Instant } from '../kernel/school-time.ts';
import type { CellValue, Evaluation, EvaluationTerms, Publication } from './schema.ts';

/** Pupils read first, guardians later. */
export type Audience = 'pupils' | 'guardians';

export interface Held<T> {
  readonly before: T;
  readonly visibleFrom: Instant;
}

const isBy = (instant: Instant, now: Instant): boolean => Date.parse(instant) <= Date.parse(now);

/** What is read at an instant of something that was changed: as it was before the first change that is not visible yet. */
const heldAt = <T>(current: T, changes: readonly Held<T>[], now: Instant): T => {
  const hidden = changes.find(({ visibleFrom }) => !isBy(visibleFrom, now));
  return hidden === undefined ? current : hidden.before;
};

/** From when an audience reads an evaluation; undefined for a draft and for what was taken back. */
export const openingFor = (
  { publication, withdrawn }: { readonly publication?: Publication | undefined; readonly withdrawn?: unknown },
  audience: Audience,
): Instant | undefined => {
  if (publication === undefined || withdrawn !== undefined) return undefined;
  return audience === 'pupils' ? publication.pupilFrom : publication.guardianFrom;
};

/** The hour decides, nothing else. */
export const isSeenBy = (evaluation: Pick<Evaluation, 'publication' | 'withdrawn'>, audience: Audience, now: Instant): boolean => {
  const from = openingFor(evaluation, audience);
  return from !== undefined && isBy(from, now);
};

export const valueOf = ({ given, levels, comment }: CellValue): CellValue => ({
  ...(given === undefined ? {} : { given }),
  ...(levels === undefined ? {} : { levels }),
  ...(comment === undefined ? {} : { comment }),
});

type ReadCell = CellValue & { readonly changed: readonly Held<CellValue>[] };

/** What a reader for whom the evaluation is open reads of a cell: a correction waits for its own instant. */
export const cellAt = (cell: ReadCell, now: Instant): CellValue => heldAt(valueOf(cell), cell.changed, now);

export const termsAt = (
  { terms, termsChanged }: { readonly terms: EvaluationTerms; readonly termsChanged: readonly Held<EvaluationTerms>[] },
  now: Instant,
): EvaluationTerms => heldAt(terms, termsChanged, now);

const givenText = ({ given }: CellValue): string => JSON.stringify(given ?? null);

/** When a mark that this reader had seen before was corrected, the last time; undefined when he has only ever seen this one. */
export const correctedAt = (cell: ReadCell, from: Instant, now: Instant): Instant | undefined => {
  const visible = cell.changed.filter(({ visibleFrom }) => isBy(visibleFrom, now));
  const seen = visible.filter(({ visibleFrom, before }) => !isBy(visibleFrom, from) && givenText(before) !== givenText(cellAt(cell, now)));
  return seen.at(-1)?.visibleFrom;
};
