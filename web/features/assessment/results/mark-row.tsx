import type { SeenMark } from '@preau/shared/assessment/marks-views.ts';
import { frenchDecimal } from '@preau/shared/assessment/rounding.ts';
import type { Language } from '@preau/shared/directory/schema.ts';
import { capital, moment, shortDate } from '@/lib/dates.ts';
import { Status } from '@/ui/status.tsx';
import type { ResultsTexts } from './texts.ts';
import { givenWords } from './words.ts';

interface MarkRowProps {
  readonly mark: SeenMark;
  readonly texts: ResultsTexts;
  readonly language: Language;
}

const detailsOf = ({ terms, figures }: SeenMark, texts: ResultsTexts, language: Language): readonly string[] => [
  shortDate(terms.date, language),
  texts.coefficient(frenchDecimal(terms.coefficient)),
  ...(terms.counting === 'compulsory' ? [] : [texts[terms.counting]]),
  ...(terms.mock ? [texts.mock] : []),
  ...(figures === undefined ? [] : [texts.classMean(figures.mean)]),
];

/** One evaluation: one's own mark first, the teacher's words next, the class last and muted. */
export const MarkRow = ({ mark, texts, language }: MarkRowProps) => {
  const { main, scale } = givenWords(mark, texts);
  return (
    <li className="mark-row">
      <p className={scale === undefined ? 'mark-given pt-0.5 font-semibold' : 'mark-given'}>
        {scale === undefined ? (
          main
        ) : (
          <>
            <span className="mark-figure">{main}</span>
            <span className="sr-only">{` ${texts.outOf} ${scale}`}</span>
            <span className="text-soft" aria-hidden="true">{`/${scale}`}</span>
          </>
        )}
      </p>
      <div className="mark-about">
        <p className="mark-title">
          <span>{mark.terms.title}</span>
          {mark.isNew ? (
            <Status tone="sky" icon="info">
              {texts.new}
            </Status>
          ) : null}
        </p>
        {mark.comment === undefined ? null : (
          <p className="mt-1.5 rounded-card border-s-4 border-primary bg-primary-soft px-3 py-2 wrap-anywhere">
            <span className="sr-only">{`${texts.comment} : `}</span>
            {mark.comment}
          </p>
        )}
        <p className="mark-more mt-1">{detailsOf(mark, texts, language).join(' · ')}</p>
        {mark.guardiansFrom === undefined ? null : (
          <p className="mark-more">{capital(texts.forParents(moment(mark.guardiansFrom, language)))}</p>
        )}
        {mark.correctedAt === undefined ? null : <p className="mark-more">{texts.corrected(moment(mark.correctedAt, language))}</p>}
      </div>
    </li>
  );
};
