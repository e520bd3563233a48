import type { Language } from '@preau/shared/directory/schema.ts';
import type { HandInView } from '@preau/shared/homework/hand-in-views.ts';
import { moment } from '@/lib/dates.ts';
import { Section } from '@/ui/card.tsx';
import { Status } from '@/ui/status.tsx';
import { HandInFiles } from './hand-in-files.tsx';
import { pointsWords, type HandInTexts } from './texts.ts';

interface ReturnedProps {
  readonly homeworkId: string;
  readonly view: HandInView;
  readonly texts: HandInTexts;
  readonly language: Language;
}

const Own = ({ homeworkId, view, texts }: Omit<ReturnedProps, 'language'>) => {
  const { correction, terms, pupilId, handIn } = view;
  if (correction === undefined) return null;
  const { comment, notes, files, marks, by, total } = correction;
  return (
    <>
      {comment === '' ? null : <p className="wrap-anywhere whitespace-pre-wrap">{comment}</p>}
      {notes.length === 0 ? null : (
        <ul className="flex flex-col gap-1">
          {notes.map(({ fileId, note }) => (
            <li key={fileId}>
              <span className="font-semibold">{`${handIn?.files.find((file) => file.fileId === fileId)?.name ?? ''} : `}</span>
              {note}
            </li>
          ))}
        </ul>
      )}
      {terms.rubric === undefined || total === undefined ? null : (
        <>
          <dl className="grid grid-cols-[1fr_auto] gap-x-4 gap-y-1">
            {terms.rubric.map(({ key, name, levels }) => {
              const level = levels[marks[key] ?? -1];
              return level === undefined ? null : (
                <div key={key} className="contents">
                  <dt>{name}</dt>
                  <dd className="font-semibold">{`${level.label} · ${pointsWords(level.points)}`}</dd>
                </div>
              );
            })}
          </dl>
          <p className="font-bold">{texts.score(pointsWords(total.points), pointsWords(total.outOf))}</p>
        </>
      )}
      <HandInFiles homeworkId={homeworkId} pupilId={pupilId} files={files} texts={texts} />
      <p className="text-soft">{by}</p>
    </>
  );
};

/** What came back: the correction of this pupil, the one for all, and what was right in the questionnaire. */
export const Returned = ({ homeworkId, view, texts, language }: ReturnedProps) => {
  const { returnedAt, correction, common, quizResult, terms, pupilId } = view;
  if (returnedAt === undefined && quizResult === undefined) return null;
  return (
    <Section id={`correction-${pupilId}`} title={texts.correction}>
      {returnedAt === undefined ? null : <p className="text-soft">{texts.returned(moment(returnedAt, language))}</p>}
      {correction === undefined ? null : <Own homeworkId={homeworkId} view={view} texts={texts} />}
      {quizResult === undefined ? null : (
        <>
          <p className="font-bold">{`${texts.quiz} : ${texts.score(pointsWords(quizResult.score), pointsWords(quizResult.outOf))}`}</p>
          <ol className="flex list-decimal flex-col gap-2 ps-6">
            {quizResult.answers.map(({ key, right, isRight }) => (
              <li key={key}>
                <p>{terms.questions?.find((question) => question.key === key)?.prompt}</p>
                <p className="flex flex-wrap items-center gap-2">
                  <Status tone={isRight ? 'leaf' : 'brick'} icon={isRight ? 'check' : 'cross'}>
                    {isRight ? texts.isRight : texts.isWrong}
                  </Status>
                  {`${texts.rightAnswer} : ${right}`}
                </p>
              </li>
            ))}
          </ol>
        </>
      )}
      {common === undefined ? null : (
        <>
          <h3 className="text-lg font-bold">{texts.common}</h3>
          {common.comment === '' ? null : <p className="wrap-anywhere whitespace-pre-wrap">{common.comment}</p>}
          <HandInFiles homeworkId={homeworkId} pupilId={pupilId} files={common.files} texts={texts} />
        </>
      )}
    </Section>
  );
};
