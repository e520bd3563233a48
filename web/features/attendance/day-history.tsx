import type { DayView, JustificationView } from '@preau/shared/attendance/views.ts';
import type { Language } from '@preau/shared/directory/schema.ts';
import { capital, interval, moment } from '@/lib/dates.ts';
import { Anchor } from '@/ui/anchor.tsx';
import { Icon } from '@/ui/icon.tsx';
import { REASON_WORDS, RELATION_WORDS, type FamilyTexts } from './family/texts.ts';

interface HistoryProps {
  readonly day: DayView;
  readonly texts: FamilyTexts;
  readonly language: Language;
}

export const FileLinks = ({ absenceId, files }: { readonly absenceId: string; readonly files: JustificationView['files'] }) =>
  files.length === 0 ? null : (
    <ul className="flex flex-wrap gap-2">
      {files.map((file) => (
        <li key={file.fileId}>
          <Anchor href={`/absences/${absenceId}/fichiers/${file.fileId}`} className="inline-flex min-h-11 items-center gap-1.5">
            <Icon name="file" />
            {file.name}
          </Anchor>
        </li>
      ))}
    </ul>
  );

const Decisions = ({
  one,
  texts,
  language,
}: {
  readonly one: JustificationView;
  readonly texts: FamilyTexts;
  readonly language: Language;
}) => (
  <>
    {[...one.formerDecisions, ...(one.decision === undefined ? [] : [one.decision])].map((decision) => (
      <li key={decision.decidedAt} className="border-s-4 border-line ps-3">
        <p className="font-semibold">{decision.accepted ? texts.accepted : texts.refused}</p>
        {decision.reason === undefined ? null : <p>{`« ${decision.reason} »`}</p>}
        <p className="text-[0.9375rem] text-soft">
          {[
            moment(decision.decidedAt, language),
            decision.decidedByName,
            ...(decision.reopenedAt === undefined ? [] : [`${texts.reopened} ${moment(decision.reopenedAt, language)}`]),
          ]
            .filter((part) => part !== undefined)
            .join(' · ')}
        </p>
      </li>
    ))}
    {one.decision === undefined ? <li className="border-s-4 border-sky ps-3 text-soft">{texts.wait}</li> : null}
  </>
);

/** Everything said and decided about a day, the same for both guardians and for the office. */
export const DayHistory = ({ day, texts, language }: HistoryProps) => (
  <ol className="card flex flex-col divide-y divide-line px-4 sm:px-5">
    {day.declarations.map((one) => (
      <li key={one.declarationId} className="py-3">
        <p className="font-semibold">{`${one.kind === 'school' ? texts.atSchool : texts.schoolDeclared}, ${interval(one.from, one.until, language)}`}</p>
        <p className="text-[0.9375rem] text-soft">
          {[
            one.reason === undefined ? undefined : REASON_WORDS[language][one.reason],
            moment(one.at, language),
            one.byName,
            one.withdrawnAt === undefined ? undefined : texts.withdrawn,
          ]
            .filter((part) => part !== undefined)
            .join(' · ')}
        </p>
      </li>
    ))}
    {day.justifications.map((one) => (
      <li key={one.justificationId} className="flex flex-col gap-1.5 py-3">
        <p className="font-semibold">{`${texts.justifiedBy} ${one.mine ? texts.you : (one.byName ?? RELATION_WORDS[language][one.byRole])} : ${REASON_WORDS[language][one.reason]}`}</p>
        {one.comment === '' ? null : <p>{`« ${one.comment} »`}</p>}
        {one.restOfDay ? <p>{texts.restOfDayToo}</p> : null}
        <FileLinks absenceId={day.absenceId} files={one.files} />
        <p className="text-[0.9375rem] text-soft">{capital(moment(one.at, language))}</p>
        <ul className="mt-1 flex flex-col gap-2">
          <Decisions one={one} texts={texts} language={language} />
        </ul>
      </li>
    ))}
    {day.declarations.length + day.justifications.length === 0 ? <li className="py-3 text-soft">{texts.nothingSaid}</li> : null}
  </ol>
);
