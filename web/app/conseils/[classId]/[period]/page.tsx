import { councilOperations } from '@preau/shared/assessment/council-api.ts';
import { periodName } from '@preau/shared/assessment/periods.ts';
import { councilAddress, placeOf } from '@/features/assessment/council/addresses.ts';
import { CouncilForm, PrepareForm } from '@/features/assessment/council/council-forms.tsx';
import { CouncilTable } from '@/features/assessment/council/council-table.tsx';
import { STATES } from '@/features/assessment/council/words.ts';
import { RefusedPage } from '@/features/identity/shell/refused-page.tsx';
import { Shell } from '@/features/identity/shell/shell.tsx';
import { openVisit } from '@/features/identity/shell/visit.ts';
import { longDate } from '@/lib/dates.ts';
import { notFoundRefusal } from '@/lib/refusal.ts';
import type { Search } from '@/lib/search.ts';
import { load } from '@/lib/session.ts';
import { Anchor } from '@/ui/anchor.tsx';
import { Section } from '@/ui/card.tsx';
import { FormsTab } from '@/ui/forms-tab.tsx';
import { Notice } from '@/ui/notice.tsx';
import { Outcome } from '@/ui/outcome.tsx';
import { Page } from '@/ui/page.tsx';
import { Status } from '@/ui/status.tsx';

const SAID = {
  releve: 'Absences et retards relevés pour toute la classe.',
  change: 'Conseil enregistré.',
  enregistre: 'Conseil tenu et enregistré. Plus rien n’y change, sauf si la direction le rouvre.',
};

interface CouncilPageProps {
  readonly params: Promise<{ readonly classId: string; readonly period: string }>;
  readonly searchParams: Search;
}

const CouncilPage = async ({ params, searchParams }: CouncilPageProps) => {
  const visit = await openVisit();
  const search = await searchParams;
  const place = placeOf(await params, search, visit.school?.schoolId);
  if (place === undefined) return <RefusedPage visit={visit} refusal={notFoundRefusal} />;
  const answer = await load(councilOperations.readCouncil, { path: place });
  if (!answer.ok) return <RefusedPage visit={visit} refusal={answer.refusal} />;
  const council = answer.output;
  const { state, mayRun, mayReopen, figures } = council;
  const title = `Conseil de la ${council.className}`;
  const [first] = council.pupils;
  const { words, tone, icon } = STATES[state];
  const mayChange = mayRun && (state !== 'held' || mayReopen);
  return (
    <Shell visit={visit}>
      <FormsTab title={`${title} · ${periodName(council.period)}`}>
        <Page wide title={title} lead={`${periodName(council.period)}${council.date === undefined ? '' : `, ${longDate(council.date)}`}`}>
          <Outcome search={search} said={SAID} />
          <p className="flex flex-wrap items-center gap-x-6 gap-y-3">
            <Status tone={tone} icon={icon}>
              {words}
            </Status>
            {mayRun ? <Anchor href={councilAddress(place, '/a-faire')}>Ce qui manque, et qui doit le faire</Anchor> : null}
            {mayRun ? <Anchor href={councilAddress(place, '/projets')}>Projets et parcours</Anchor> : null}
            {council.mayWriteSchoolLife ? <Anchor href={councilAddress(place, '/vie-scolaire')}>Vie scolaire</Anchor> : null}
            {first === undefined ? null : (
              <Anchor href={councilAddress(place, `/${first.pupilId}`)} className="btn btn-primary">
                {mayRun && state !== 'held' ? 'Passer les élèves un à un' : 'Lire les pages des élèves'}
              </Anchor>
            )}
          </p>
          {council.closed ? (
            <Notice tone="info">Cette période est close : notes, appréciations et synthèses ne changent plus.</Notice>
          ) : null}
          {figures === undefined ? null : (
            <p>{`Moyenne de la classe : ${figures.mean.shown} (de ${figures.lowest.shown} à ${figures.highest.shown}).`}</p>
          )}
          {council.synthesis === '' || mayChange ? null : <p className="whitespace-pre-line">{council.synthesis}</p>}
          <Section id="eleves" title="Élèves">
            <CouncilTable council={council} />
            <p className="flex flex-wrap gap-x-6 gap-y-2">
              {/* Files, not pages: the browser asks for them by itself. */}
              <a href={councilAddress(place, '/export')}>Ce tableau, pour un tableur</a>
              {mayRun || council.mayWriteSchoolLife ? (
                <a href={councilAddress(place, '/moyennes')}>Moyennes de chaque matière, pour un tableur</a>
              ) : null}
            </p>
          </Section>
          {mayRun && state !== 'held' && !council.closed ? (
            <Section id="absences" title="Absences de la période">
              <PrepareForm council={council} />
            </Section>
          ) : null}
          {mayChange ? (
            <Section id="tenue" title="Tenue du conseil">
              <CouncilForm council={council} />
            </Section>
          ) : null}
          <nav aria-label="Autres périodes">
            <ul className="flex flex-wrap gap-x-6 gap-y-2">
              {council.periods.map((period) => (
                <li key={period}>
                  <Anchor href={councilAddress({ ...place, period })} current={period === council.period ? 'page' : false}>
                    {periodName(period)}
                  </Anchor>
                </li>
              ))}
              <li>
                <Anchor href="/conseils">Tous les conseils</Anchor>
              </li>
            </ul>
          </nav>
        </Page>
      </FormsTab>
    </Shell>
  );
};

export default CouncilPage;
