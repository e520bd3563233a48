import type { GridView, RemarkRow } from '@preau/shared/assessment/remarks-api.ts';
import { cleanText } from '@preau/shared/assessment/written-text.ts';

/** What a row of the form says, as it is typed. */
export interface TypedRemark {
  readonly text: string;
  readonly position: string;
  readonly average: string;
}

/** What a row shows before anything is typed in it. */
export const shownIn = ({ remark }: Pick<RemarkRow, 'remark'>): TypedRemark => ({
  text: remark?.text ?? '',
  position: remark?.position === undefined ? '' : String(remark.position),
  average: (remark?.finalAverage ?? '').replace('.', ','),
});

const PRIME = 16_777_619;

/** A short print of what was shown, so that rows left as they were are not sent. */
export const printOf = ({ text, position, average }: TypedRemark): string => {
  let print = 2_166_136_261;
  for (const character of `${cleanText(text)}|${position}|${average.trim()}`) {
    print = Math.imul(print ^ (character.codePointAt(0) ?? 0), PRIME);
  }
  return (print >>> 0).toString(36);
};

export const rowsOf = ({ classes, pupils }: Pick<GridView, 'classes' | 'pupils'>): readonly RemarkRow[] => [...classes, ...pupils];

/** What each row must be sent back with, once some of them were saved or met somebody else's. */
export const readAgain = (grid: GridView): Readonly<Record<string, string>> =>
  Object.fromEntries(
    rowsOf(grid).flatMap((row) => [
      [`revision-${row.about}`, String(row.remark?.revision ?? 0)],
      [`was-${row.about}`, printOf(shownIn(row))],
    ]),
  );
