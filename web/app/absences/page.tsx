import { attendanceOperations } from '@preau/shared/attendance/api.ts';
import { DayList } from '@/features/attendance/family/day-list.tsx';
import { familyTexts, halfDayWords } from '@/features/attendance/family/texts.ts';
import { ChildTabs } from '@/features/directory/child-tabs.tsx';
import { findFamily } from '@/features/directory/family.ts';
import { RefusedPage } from '@/features/identity/shell/refused-page.tsx';
import { Shell } from '@/features/identity/shell/shell.tsx';
import { openVisit } from '@/features/identity/shell/visit.ts';
import { capital, isMonth, monthName, shiftMonth, today } from '@/lib/dates.ts';
import { textOf, type Search } from '@/lib/search.ts';
import { load, pageLanguage } from '@/lib/session.ts';
import { Empty } from '@/ui/card.tsx';
import { Page, Tab } from '@/ui/page.tsx';
import { StepLinks } from '@/ui/step-links.tsx';

const AbsencesPage = async ({ searchParams }: { readonly searchParams: Search }) => {
  const visit = await openVisit();
  const search = await searchParams;
  const language = await pageLanguage();
  const texts = familyTexts(language);
  const found = await findFamily(visit, textOf(search['enfant']));
  if (!found.ok) return <RefusedPage visit={visit} refusal={found.refusal} current="absences" />;
  const { pupils, pupilId } = found.family;
  const asked = textOf(search['mois']);
  const month = isMonth(asked) ? asked : today().slice(0, 7);
  const days = pupilId === undefined ? undefined : await load(attendanceOperations.listDays, { path: { pupilId }, query: { month } });
  if (days !== undefined && !days.ok) return <RefusedPage visit={visit} refusal={days.refusal} current="absences" />;
  const addressOf = (one: string) =>
    `/absences?${new URLSearchParams({ ...(pupils.length === 0 || pupilId === undefined ? {} : { enfant: pupilId }), mois: one }).toString()}`;
  const { before, after } = texts;
  return (
    <Shell visit={visit} current="absences">
      <Tab title={days === undefined || pupils.length === 0 ? texts.title : `${texts.title} · ${days.output.firstName}`} />
      <Page title={texts.title}>
        {pupils.length === 0 ? null : (
          <ChildTabs
            label={texts.myChildren}
            pupils={pupils}
            chosen={pupilId ?? ''}
            hrefOf={(one) => `/absences?enfant=${one}&mois=${month}`}
          />
        )}
        {days === undefined ? (
          <Empty>{texts.noChild}</Empty>
        ) : (
          <>
            <StepLinks
              label={texts.month}
              title={capital(monthName(month, language))}
              before={{ href: addressOf(shiftMonth(month, -1)), label: before }}
              after={{ href: addressOf(shiftMonth(month, 1)), label: after }}
            />
            <p className="text-center text-soft">{halfDayWords(days.output.halfDays.total, days.output.halfDays.unjustified, language)}</p>
            <DayList days={days.output.days} texts={texts} language={language} />
          </>
        )}
      </Page>
    </Shell>
  );
};

export default AbsencesPage;
