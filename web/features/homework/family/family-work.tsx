import type { Language } from '@preau/shared/directory/schema.ts';
import { homeworkOperations } from '@preau/shared/homework/api.ts';
import { ChildChip } from '@/features/directory/home/child-chip.tsx';
import { RefusedPage } from '@/features/identity/shell/refused-page.tsx';
import { Shell } from '@/features/identity/shell/shell.tsx';
import type { Visit } from '@/features/identity/shell/visitor.ts';
import { isDate, shiftDate, shortDate } from '@/lib/dates.ts';
import { oneOf, textOf, type Search } from '@/lib/search.ts';
import { load } from '@/lib/session.ts';
import { Anchor } from '@/ui/anchor.tsx';
import { Empty } from '@/ui/card.tsx';
import { Notice } from '@/ui/notice.tsx';
import { Outcome } from '@/ui/outcome.tsx';
import { Page, Tab } from '@/ui/page.tsx';
import { Status } from '@/ui/status.tsx';
import { StepLinks } from '@/ui/step-links.tsx';
import { homeworkTexts } from '../texts.ts';
import { DueList } from './due-list.tsx';

const DAYS = 7;

/** What was done in class: of the only child in sight, or of the one chosen there. */
const notebookOf = (isPupil: boolean, pupils: readonly { readonly pupilId: string }[]): string => {
  const [only, ...others] = pupils;
  return isPupil || only === undefined || others.length > 0 ? '/cahier' : `/cahier?enfant=${only.pupilId}`;
};

interface FamilyWorkProps {
  readonly visit: Visit;
  readonly search: Awaited<Search>;
  readonly language: Language;
}

const addressOf = (from: string): string => `/devoirs?du=${from}`;

/** What is due in seven days, for the pupil himself or for each of the children, in one call. */
export const FamilyWork = async ({ visit, search, language }: FamilyWorkProps) => {
  const texts = homeworkTexts(language);
  const asked = textOf(search['du']);
  const from = isDate(asked) ? asked : undefined;
  const answer = await load(homeworkOperations.listDue, { query: from === undefined ? {} : { from } });
  const hasNobody = !answer.ok && answer.refusal.code === 'kernel.not-found';
  if (!answer.ok && !hasNobody) return <RefusedPage visit={visit} refusal={answer.refusal} current="homework" />;
  if (!answer.ok) {
    return (
      <Shell visit={visit} current="homework">
        <Tab title={texts.title} />
        <Page title={texts.title}>
          <Empty>{texts.noChild}</Empty>
        </Page>
      </Shell>
    );
  }
  const { output } = answer;
  const isPupil = visit.role === 'pupil';
  const title = `${texts.from} ${shortDate(output.from, language)} ${texts.until} ${shortDate(output.until, language)}`;
  const lone = output.pupils.length === 1;
  return (
    <Shell visit={visit} current="homework">
      <Tab title={`${texts.title} · ${title}`} />
      <Page title={texts.title}>
        <Outcome search={search} said={texts.said} />
        {oneOf(search['erreur'], ['coche']) === undefined ? null : (
          <Notice tone="refused" live="alert">
            {texts.refused}
          </Notice>
        )}
        <StepLinks
          label={texts.period}
          title={title}
          before={{ href: addressOf(shiftDate(output.from, -DAYS)), label: texts.before }}
          after={{ href: addressOf(shiftDate(output.from, DAYS)), label: texts.after }}
        />
        {output.pupils.map((pupil) => (
          <section
            key={pupil.pupilId}
            className="flex flex-col gap-4 not-first-of-type:border-t-2 not-first-of-type:border-line not-first-of-type:pt-6"
            aria-label={lone ? texts.title : pupil.firstName}
          >
            <div className="flex flex-wrap items-center justify-between gap-3">
              {lone && isPupil ? null : (
                <h2>
                  <ChildChip firstName={pupil.firstName} schoolName={pupil.schoolName} className={pupil.className} />
                </h2>
              )}
              {pupil.total === 0 ? null : (
                <Status tone={pupil.done === pupil.total ? 'leaf' : 'sky'} icon="check">
                  {texts.doneOf(pupil.done, pupil.total)}
                </Status>
              )}
            </div>
            <DueList
              pupil={pupil}
              today={output.today}
              returnTo={isPupil ? addressOf(output.from) : undefined}
              heading={lone && isPupil ? 'h2' : 'h3'}
              texts={texts}
              language={language}
            />
          </section>
        ))}
        <p className="flex flex-wrap gap-x-6 gap-y-2">
          {output.from === output.today ? null : <Anchor href="/devoirs">{texts.today}</Anchor>}
          <a href="/rattrapage">{texts.catchUp}</a>
          <Anchor href={notebookOf(isPupil, output.pupils)}>{texts.notebook}</Anchor>
        </p>
      </Page>
    </Shell>
  );
};
