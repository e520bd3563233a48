import { attendanceOperations } from '@preau/shared/attendance/api.ts';
import { AbsenceId } from '@preau/shared/kernel/ids.ts';
import { awaitsAnotherAnswer, awaitsReader } from '@/features/attendance/awaits.ts';
import { DayHistory } from '@/features/attendance/day-history.tsx';
import { DayIntervals, DayLessons } from '@/features/attendance/day-lessons.tsx';
import { familyTexts, ownTexts } from '@/features/attendance/family/texts.ts';
import { OfficeDay } from '@/features/attendance/office/office-day.tsx';
import { OFFICE_DONE } from '@/features/attendance/office/words.ts';
import { catchUpAddress } from '@/features/homework/catch-up/address.ts';
import { catchUpTexts } from '@/features/homework/catch-up/texts.ts';
import { RefusedPage } from '@/features/identity/shell/refused-page.tsx';
import { Shell } from '@/features/identity/shell/shell.tsx';
import { openVisit } from '@/features/identity/shell/visit.ts';
import { capital, longDate } from '@/lib/dates.ts';
import { notFoundRefusal } from '@/lib/refusal.ts';
import type { Search } from '@/lib/search.ts';
import { load, pageLanguage } from '@/lib/session.ts';
import { Anchor } from '@/ui/anchor.tsx';
import { Section } from '@/ui/card.tsx';
import { FormsTab } from '@/ui/forms-tab.tsx';
import { Outcome } from '@/ui/outcome.tsx';
import { Page } from '@/ui/page.tsx';

interface AbsencePageProps {
  readonly params: Promise<{ readonly absenceId: string }>;
  readonly searchParams: Search;
}

const AbsencePage = async ({ params, searchParams }: AbsencePageProps) => {
  const visit = await openVisit();
  const absenceId = AbsenceId.safeParse((await params).absenceId);
  const current = visit.person.kind === 'staff' ? ('decide' as const) : ('absences' as const);
  if (!absenceId.success) return <RefusedPage visit={visit} refusal={notFoundRefusal} current={current} />;
  const answer = await load(attendanceOperations.readDay, { path: { absenceId: absenceId.data } });
  if (!answer.ok) return <RefusedPage visit={visit} refusal={answer.refusal} current={current} />;
  const day = answer.output;
  const language = await pageLanguage();
  const texts = visit.role === 'pupil' ? ownTexts(familyTexts(language)) : familyTexts(language);
  const title = `${day.firstName}, ${longDate(day.date, language)}`;
  return (
    <Shell visit={visit} current={current}>
      <FormsTab title={`${texts.title} · ${title}`}>
        <Page title={title} lead={[day.className, capital(texts.title)].filter((part) => part !== undefined).join(' · ')}>
          <Outcome search={await searchParams} said={{ ...OFFICE_DONE, justifie: texts.done }} />
          {day.intervals.length === 0 ? null : (
            <Section id="heures" title={texts.hours}>
              <DayIntervals day={day} language={language} />
            </Section>
          )}
          {awaitsReader(day) ? (
            <Anchor href={`/absences/${day.absenceId}/justifier`} className="btn btn-primary self-start text-lg">
              {awaitsAnotherAnswer(day) ? texts.answerAgain : texts.justify}
            </Anchor>
          ) : null}
          {day.mayDecide ? <OfficeDay day={day} /> : null}
          {day.mayDecide || day.intervals.length === 0 ? null : (
            <Anchor href={catchUpAddress(day.pupilId, day.date)} className="btn btn-quiet self-start">
              {catchUpTexts(language).link}
            </Anchor>
          )}
          <Section id="histoire" title={texts.history}>
            <DayHistory day={day} texts={texts} language={language} />
          </Section>
          {day.lessons.length === 0 ? null : (
            <Section id="cours" title={texts.dayLessons}>
              <DayLessons day={day} texts={texts} language={language} />
            </Section>
          )}
          <p>
            {day.mayDecide ? (
              <Anchor href={`/vie-scolaire/eleves/${day.pupilId}`}>Fiche de l’élève et de ses responsables</Anchor>
            ) : (
              <Anchor href={`/absences?enfant=${day.pupilId}&mois=${day.date.slice(0, 7)}`}>{texts.back}</Anchor>
            )}
          </p>
        </Page>
      </FormsTab>
    </Shell>
  );
};

export default AbsencePage;
