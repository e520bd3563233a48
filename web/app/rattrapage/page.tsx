import { catchUpOperations } from '@preau/shared/homework/catch-up-api.ts';
import { ChildTabs } from '@/features/directory/child-tabs.tsx';
import { catchUpAddress } from '@/features/homework/catch-up/address.ts';
import { findFollowed } from '@/features/homework/catch-up/followed.ts';
import { MissedLessons } from '@/features/homework/catch-up/missed-lessons.tsx';
import { catchUpTexts } from '@/features/homework/catch-up/texts.ts';
import { WorkToCatchUp } from '@/features/homework/catch-up/work-to-catch-up.tsx';
import { RefusedPage } from '@/features/identity/shell/refused-page.tsx';
import { Shell } from '@/features/identity/shell/shell.tsx';
import { openVisit } from '@/features/identity/shell/visit.ts';
import { isDate, longDate } from '@/lib/dates.ts';
import { notFoundRefusal } from '@/lib/refusal.ts';
import { textOf, type Search } from '@/lib/search.ts';
import { load, pageLanguage } from '@/lib/session.ts';
import { Anchor } from '@/ui/anchor.tsx';
import { Empty, Section } from '@/ui/card.tsx';
import { Page, Tab } from '@/ui/page.tsx';

/** What a pupil back from an absence has to catch up. */
const CatchUpPage = async ({ searchParams }: { readonly searchParams: Search }) => {
  const visit = await openVisit();
  const search = await searchParams;
  const language = await pageLanguage();
  const texts = catchUpTexts(language);
  const found = await findFollowed(visit, textOf(search['enfant']));
  if (!found.ok) return <RefusedPage visit={visit} refusal={found.refusal} current="homework" />;
  const { pupils, pupilId } = found.followed;
  if (pupilId === undefined) return <RefusedPage visit={visit} refusal={notFoundRefusal} current="homework" />;
  const asked = textOf(search['jour']);
  const answer = await load(catchUpOperations.readCatchUp, { path: { pupilId }, query: isDate(asked) ? { date: asked } : {} });
  if (!answer.ok) return <RefusedPage visit={visit} refusal={answer.refusal} current="homework" />;
  const { absences, pack, today, firstName } = answer.output;
  const wordsOf = ({ from, until }: { readonly from: string; readonly until: string }) =>
    texts.away(longDate(from, language), longDate(until, language));
  return (
    <Shell visit={visit} current="homework">
      <Tab title={pupils.length === 0 ? texts.title : `${texts.title} · ${firstName}`} />
      <Page title={texts.title} lead={texts.lead}>
        {pupils.length === 0 ? null : (
          <ChildTabs label={texts.pupils} pupils={pupils} chosen={pupilId} hrefOf={(one) => catchUpAddress(one)} />
        )}
        {absences.length < 2 ? null : (
          <nav aria-label={texts.absences}>
            <ul className="flex flex-wrap gap-x-5 gap-y-2">
              {absences.map((one) => (
                <li key={one.from}>
                  <Anchor href={catchUpAddress(pupilId, one.from)} current={one.from === pack?.from}>
                    {wordsOf(one)}
                  </Anchor>
                </li>
              ))}
            </ul>
          </nav>
        )}
        {pack === undefined ? (
          <Empty>{texts.none}</Empty>
        ) : (
          <>
            <p className="text-lg">
              <strong>{wordsOf(pack)}</strong>
              {`. ${texts.back} ${longDate(pack.backOn, language)}.`}
            </p>
            <Section id="travail" title={texts.works}>
              <WorkToCatchUp works={pack.works} today={today} texts={texts} language={language} />
            </Section>
            <Section id="cours" title={texts.lessons}>
              <MissedLessons lessons={pack.lessons} texts={texts} language={language} />
            </Section>
          </>
        )}
        <p>
          <Anchor href="/devoirs">{texts.homework}</Anchor>
        </p>
      </Page>
    </Shell>
  );
};

export default CatchUpPage;
