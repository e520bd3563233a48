import { councilOperations, type CouncilRow } from '@preau/shared/assessment/council-api.ts';
import { periodName } from '@preau/shared/assessment/periods.ts';
import { councilAddress } from '@/features/assessment/council/addresses.ts';
import { stateWords } from '@/features/assessment/council/words.ts';
import { RefusedPage } from '@/features/identity/shell/refused-page.tsx';
import { Shell } from '@/features/identity/shell/shell.tsx';
import { openVisit } from '@/features/identity/shell/visit.ts';
import { capital, longDate } from '@/lib/dates.ts';
import { load } from '@/lib/session.ts';
import { Anchor } from '@/ui/anchor.tsx';
import { Empty } from '@/ui/card.tsx';
import { Page, Tab } from '@/ui/page.tsx';
import { Status } from '@/ui/status.tsx';

const TITLE = 'Conseils de classe';

const ClassCouncils = ({ row }: { readonly row: CouncilRow }) => (
  <li className="card flex flex-col gap-3 p-4 sm:p-5">
    <h2 className="text-lg">{`${row.className} · ${row.schoolName}`}</h2>
    <ul className="flex flex-col gap-3">
      {row.councils.map((council) => {
        const { period, date } = council;
        const { words, tone, icon } = stateWords(council, row.current);
        return (
          <li key={period} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
            <Anchor href={councilAddress({ ...row, period })} className="font-semibold">
              {`${capital(periodName(period))}${period === row.current ? ', en cours' : ''}`}
              <span className="sr-only">{` : conseil de la ${row.className}`}</span>
            </Anchor>
            <span className="flex flex-wrap items-center gap-3">
              {date === undefined ? null : <span className="text-soft">{longDate(date)}</span>}
              <Status tone={tone} icon={icon}>
                {words}
              </Status>
            </span>
          </li>
        );
      })}
    </ul>
  </li>
);

const CouncilsPage = async () => {
  const visit = await openVisit();
  const answer = await load(councilOperations.listCouncils, {});
  if (!answer.ok) return <RefusedPage visit={visit} refusal={answer.refusal} />;
  const { councils } = answer.output;
  return (
    <Shell visit={visit}>
      <Tab title={TITLE} />
      <Page title={TITLE}>
        {councils.length === 0 ? (
          <Empty>Aucun conseil ne vous est ouvert. Le professeur principal vous l’ouvrira le moment venu.</Empty>
        ) : (
          <ul className="flex flex-col gap-3">
            {councils.map((row) => (
              <ClassCouncils key={row.classId} row={row} />
            ))}
          </ul>
        )}
      </Page>
    </Shell>
  );
};

export default CouncilsPage;
