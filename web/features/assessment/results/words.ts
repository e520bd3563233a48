import type { FiguresView, SeenMark, SubjectResults } from '@preau/shared/assessment/marks-views.ts';
import { NON_MARK_WORDS } from '@preau/shared/assessment/non-mark-words.ts';
import { frenchDecimal } from '@preau/shared/assessment/rounding.ts';
import type { ResultsTexts } from './texts.ts';

/** « 14 sur 20 » is written in two sizes: the mark, then its scale; a reason stands alone. */
export const givenWords = ({ given, terms }: Pick<SeenMark, 'given' | 'terms'>, texts: ResultsTexts) => {
  if (given === undefined) return { main: texts.nothing };
  return 'mark' in given
    ? { main: frenchDecimal(given.mark), scale: frenchDecimal(terms.scale) }
    : { main: NON_MARK_WORDS[given.none].label };
};

export const weightWords = ({ weight }: Pick<SubjectResults, 'weight'>, texts: ResultsTexts): string =>
  weight.kind === 'said'
    ? texts.coefficient(frenchDecimal(weight.coefficient))
    : texts.coefficients(frenchDecimal(weight.ofClass), frenchDecimal(weight.ofService));

export const classWords = (figures: FiguresView | undefined, texts: ResultsTexts): string | undefined =>
  figures && texts.classFigures(figures.mean.shown, figures.lowest.shown, figures.highest.shown);
