import { timetableOperations } from '@preau/shared/timetable/api.ts';
import { PersonId } from '@preau/shared/kernel/ids.ts';
import { ChildTabs } from '@/features/directory/child-tabs.tsx';
import { findFamily } from '@/features/directory/family.ts';
import { RefusedPage } from '@/features/identity/shell/refused-page.tsx';
import { Shell } from '@/features/identity/shell/shell.tsx';
import { openVisit } from '@/features/identity/shell/visit.ts';
import { dayRows } from '@/features/timetable/day-rows.tsx';
import { timetableTexts } from '@/features/timetable/texts.ts';
import { capital, isDate, longDate, relativeDate, shiftDate, today } from '@/lib/dates.ts';
import { textOf, type Search } from '@/lib/search.ts';
import { load, pageLanguage } from '@/lib/session.ts';
import { Anchor } from '@/ui/anchor.tsx';
import { Card, Empty } from '@/ui/card.tsx';
import { LessonList } from '@/ui/lesson-list.tsx';
import { Page, Tab } from '@/ui/page.tsx';
import { StepLinks } from '@/ui/step-links.tsx';

const TimetablePage = async ({ searchParams }: { readonly searchParams: Search }) => {
  const visit = await openVisit();
  const search = await searchParams;
  const language = await pageLanguage();
  const texts = timetableTexts(language);
  const now = today();
  const asked = textOf(search['jour']);
  const date = isDate(asked) ? asked : now;
  const isStaff = visit.person.kind === 'staff';
  // A member of staff reads the day of a pupil whom he accompanies.
  const accompanied = isStaff ? PersonId.safeParse(textOf(search['enfant'])).data : undefined;
  const found = isStaff
    ? ({ ok: true, family: { pupils: [], pupilId: accompanied ?? visit.person.personId } } as const)
    : await findFamily(visit, textOf(search['enfant']));
  if (!found.ok) return <RefusedPage visit={visit} refusal={found.refusal} current="timetable" />;
  const { pupils, pupilId } = found.family;
  const isOwn = accompanied === undefined && (isStaff || pupils.length === 0);
  const whose = isOwn || pupilId === undefined ? {} : { pupilId };
  const day = pupilId === undefined ? undefined : await load(timetableOperations.readDay, { path: { date }, query: whose });
  if (day !== undefined && !day.ok) return <RefusedPage visit={visit} refusal={day.refusal} current="timetable" />;
  const rows =
    day === undefined ? undefined : dayRows(day.output, isStaff && accompanied === undefined ? 'teacher' : 'pupil', texts.room, language);
  const addressOf = (jour: string, enfant: string | undefined = pupils.length === 0 ? accompanied : pupilId) =>
    `/emploi-du-temps?${new URLSearchParams({ ...(enfant === undefined ? {} : { enfant }), jour }).toString()}`;
  return (
    <Shell visit={visit} current="timetable">
      <Tab title={`${texts.title} · ${longDate(date, language)}`} />
      <Page title={texts.title}>
        {pupils.length === 0 ? null : (
          <ChildTabs label={texts.myChildren} pupils={pupils} chosen={pupilId ?? ''} hrefOf={(one) => addressOf(date, one)} />
        )}
        <StepLinks
          label={texts.day}
          title={capital(relativeDate(date, now, language))}
          before={{ href: addressOf(shiftDate(date, -1)), label: texts.before }}
          after={{ href: addressOf(shiftDate(date, 1)), label: texts.after }}
        />
        {day === undefined ? <Empty>{texts.noChild}</Empty> : null}
        {rows?.length === 0 ? <Empty>{texts.none}</Empty> : null}
        {rows === undefined || rows.length === 0 ? null : (
          <Card className="p-4 sm:p-6">
            <LessonList lessons={rows} />
          </Card>
        )}
        {date === now ? null : (
          <p>
            <Anchor href={addressOf(now)}>{texts.today}</Anchor>
          </p>
        )}
      </Page>
    </Shell>
  );
};

export default TimetablePage;
