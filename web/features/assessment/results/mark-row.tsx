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
    <li className="flex items-start gap-4 border-t border-line py-3 first:border-t-0 last:pb-0">
      <p className={`w-22 flex-none text-end leading-tight ${scale === undefined ? 'pt-0.5 font-semibold' : ''}`}>
        {scale === undefined ? (
          main
        ) : (
          <>
            <span className="text-2xl font-bold tabular-nums">{main}</span>
            <span className="text-soft">
              <span className="sr-only">{` ${texts.outOf} `}</span>
              <span aria-hidden="true">/</span>
              {scale}
            </span>
          </>
        )}
      </p>
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <span className="font-semibold wrap-anywhere">{mark.terms.title}</span>
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
        <p className="mt-1 text-[0.9375rem] text-soft">{detailsOf(mark, texts, language).join(' · ')}</p>
        {mark.guardiansFrom === undefined ? null : (
          <p className="text-[0.9375rem] text-soft">{capital(texts.forParents(moment(mark.guardiansFrom, language)))}</p>
        )}
        {mark.correctedAt === undefined ? null : (
          <p className="text-[0.9375rem] text-soft">{texts.corrected(moment(mark.correctedAt, language))}</p>
        )}
      </div>
    </li>
  );
};
