import { councilOperations } from '@preau/shared/assessment/council-api.ts';
import { periodName } from '@preau/shared/assessment/periods.ts';
import { councilAddress, placeOf } from '@/features/assessment/council/addresses.ts';
import { missingWords } from '@/features/assessment/council/words.ts';
import { RefusedPage } from '@/features/identity/shell/refused-page.tsx';
import { Shell } from '@/features/identity/shell/shell.tsx';
import { openVisit } from '@/features/identity/shell/visit.ts';
import { capital } from '@/lib/dates.ts';
import { notFoundRefusal } from '@/lib/refusal.ts';
import type { Search } from '@/lib/search.ts';
import { load } from '@/lib/session.ts';
import { Anchor } from '@/ui/anchor.tsx';
import { Notice } from '@/ui/notice.tsx';
import { Page, Tab } from '@/ui/page.tsx';

interface ChecksPageProps {
  readonly params: Promise<{ readonly classId: string; readonly period: string }>;
  readonly searchParams: Search;
}

const READS = new Set(['programme', 'remarks', 'proofreading']);

const ChecksPage = async ({ params, searchParams }: ChecksPageProps) => {
  const visit = await openVisit();
  const place = placeOf(await params, await searchParams, visit.school?.schoolId);
  if (place === undefined) return <RefusedPage visit={visit} refusal={notFoundRefusal} />;
  const answer = await load(councilOperations.checkCouncil, { path: place });
  if (!answer.ok) return <RefusedPage visit={visit} refusal={answer.refusal} />;
  const { className, period, missing } = answer.output;
  const title = `Ce qui manque au conseil de la ${className}`;
  return (
    <Shell visit={visit}>
      <Tab title={title} />
      <Page title={title} lead={periodName(period)}>
        {missing.length === 0 ? <Notice tone="done">Tout est prêt : rien ne manque.</Notice> : null}
        <ul className="flex flex-col gap-3">
          {missing.map((one) => (
            <li key={`${one.what}-${one.serviceId ?? ''}`} className="card flex flex-col gap-1 p-4">
              <h2 className="text-lg">{capital(`${one.subject === undefined ? '' : `${one.subject} : `}${missingWords(one)}`)}</h2>
              <p className="text-soft">{one.who.length === 0 ? 'Personne n’est désigné : prévenez la direction.' : one.who.join(', ')}</p>
              {one.serviceId === undefined || !READS.has(one.what) ? null : (
                <p>
                  <Anchor href={`/appreciations/${one.serviceId}?periode=${period}`}>
                    {one.what === 'proofreading' ? 'Relire' : 'Voir les appréciations'}
                    <span className="sr-only">{` : ${one.subject ?? ''}`}</span>
                  </Anchor>
                </p>
              )}
            </li>
          ))}
        </ul>
        <p>
          <Anchor href={councilAddress(place)}>Revenir au conseil</Anchor>
        </p>
      </Page>
    </Shell>
  );
};

export default ChecksPage;
