import type { SubjectResults } from '@preau/shared/assessment/marks-views.ts';
import type { Language } from '@preau/shared/directory/schema.ts';
import { Anchor } from '@/ui/anchor.tsx';
import { Card } from '@/ui/card.tsx';
import { MarkRow } from './mark-row.tsx';
import type { ResultsTexts } from './texts.ts';
import { classWords, weightWords } from './words.ts';

interface SubjectCardProps {
  readonly subject: SubjectResults;
  readonly explainAt: string;
  readonly texts: ResultsTexts;
  readonly language: Language;
}

/** One subject: its average, what it weighs, and each of its marks, the latest first. */
export const SubjectCard = ({ subject, explainAt, texts, language }: SubjectCardProps) => {
  const id = `matiere-${subject.serviceId}`;
  const ofClass = classWords(subject.figures, texts);
  return (
    <li>
      <Card className="p-4 sm:p-5">
        <section aria-labelledby={id}>
          <div className="flex items-baseline justify-between gap-x-4">
            <h3 id={id} className="min-w-0 flex-1 text-xl">
              {subject.subject}
            </h3>
            {subject.average === undefined ? null : (
              <p>
                <span className="sr-only">{`${texts.average} : `}</span>
                <span className="text-3xl font-bold tabular-nums">{subject.average.shown}</span>
              </p>
            )}
          </div>
          <div className="text-[0.9375rem] text-soft">
            <p>{[...subject.teachers, weightWords(subject, texts)].join(' · ')}</p>
            {ofClass === undefined ? null : <p>{ofClass}</p>}
          </div>
          {subject.subSubjects.length === 0 ? null : (
            <ul className="mt-2 flex flex-wrap gap-x-5 gap-y-1 text-soft">
              {subject.subSubjects.map(({ subSubjectId, name, average }) => (
                <li key={subSubjectId}>{average === undefined ? `${name} : –` : `${name} : ${average.shown}`}</li>
              ))}
            </ul>
          )}
          {subject.marks.length === 0 ? (
            <p className="mt-3 text-soft">{texts.noMark}</p>
          ) : (
            <ul className="mt-3">
              {subject.marks.map((mark) => (
                <MarkRow key={mark.evaluationId} mark={mark} texts={texts} language={language} />
              ))}
            </ul>
          )}
          {subject.average === undefined ? null : (
            <p className="mt-3">
              <Anchor href={explainAt}>
                {texts.detail}
                <span className="sr-only">{` : ${subject.subject}`}</span>
              </Anchor>
            </p>
          )}
        </section>
      </Card>
    </li>
  );
};
