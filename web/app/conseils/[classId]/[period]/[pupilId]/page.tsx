import { councilOperations } from '@preau/shared/assessment/council-api.ts';
import { MENTION_NAMES, OPINION_NAMES } from '@preau/shared/assessment/council.ts';
import { periodName } from '@preau/shared/assessment/periods.ts';
import { PersonId } from '@preau/shared/kernel/ids.ts';
import { councilAddress, placeOf } from '@/features/assessment/council/addresses.ts';
import { DecideForm } from '@/features/assessment/council/decide-form.tsx';
import { PupilSubjects } from '@/features/assessment/council/pupil-subjects.tsx';
import { absenceWords, generalWords, TREND_WORDS } from '@/features/assessment/council/words.ts';
import { RefusedPage } from '@/features/identity/shell/refused-page.tsx';
import { Shell } from '@/features/identity/shell/shell.tsx';
import { openVisit } from '@/features/identity/shell/visit.ts';
import { notFoundRefusal } from '@/lib/refusal.ts';
import type { Search } from '@/lib/search.ts';
import { load } from '@/lib/session.ts';
import { Anchor } from '@/ui/anchor.tsx';
import { Section } from '@/ui/card.tsx';
import { Outcome } from '@/ui/outcome.tsx';
import { Page, Tab } from '@/ui/page.tsx';

interface CouncilPupilPageProps {
  readonly params: Promise<{ readonly classId: string; readonly period: string; readonly pupilId: string }>;
  readonly searchParams: Search;
}

const CouncilPupilPage = async ({ params, searchParams }: CouncilPupilPageProps) => {
  const visit = await openVisit();
  const [named, search] = await Promise.all([params, searchParams]);
  const place = placeOf(named, search, visit.school?.schoolId);
  const pupilId = PersonId.safeParse(named.pupilId).data;
  if (place === undefined || pupilId === undefined) return <RefusedPage visit={visit} refusal={notFoundRefusal} />;
  const answer = await load(councilOperations.readCouncilPupil, { path: { ...place, pupilId } });
  if (!answer.ok) return <RefusedPage visit={visit} refusal={answer.refusal} />;
  const view = answer.output;
  const { pupil, decision, position, previous, next } = view;
  const title = `${pupil.name} · conseil de la ${view.className}`;
  const mayDecide = view.mayRun && view.state !== 'held';
  const trend = pupil.trend === undefined ? '' : ` · ${TREND_WORDS[pupil.trend].toLowerCase()}`;
  return (
    <Shell visit={visit}>
      <Tab title={title} />
      <Page title={pupil.name} lead={`${view.className}, ${periodName(view.period)} · élève ${position.rank} sur ${position.of}`}>
        <Outcome search={search} said={{ synthese: 'Synthèse enregistrée.' }} />
        <nav aria-label="Élèves" className="flex flex-wrap gap-x-6 gap-y-2">
          {previous === undefined ? null : (
            <Anchor href={councilAddress(place, `/${previous.pupilId}`)}>{`Précédent : ${previous.name}`}</Anchor>
          )}
          {next === undefined ? null : <Anchor href={councilAddress(place, `/${next.pupilId}`)}>{`Suivant : ${next.name}`}</Anchor>}
          <Anchor href={councilAddress(place)}>Toute la classe</Anchor>
        </nav>
        <div className="card flex flex-col gap-1 p-4 sm:p-5">
          <p className="text-lg font-bold">{`Moyenne générale : ${generalWords(pupil.general)}${trend}`}</p>
          {view.decided === undefined ? null : (
            <p className="font-semibold">{`Avec les moyennes retenues par les professeurs : ${generalWords(view.decided)}`}</p>
          )}
          <p>{pupil.absences === undefined ? 'Absences de la période : à relever.' : absenceWords(pupil.absences)}</p>
          {view.schoolLife === undefined ? null : <p className="whitespace-pre-line">{`Vie scolaire : ${view.schoolLife}`}</p>}
          <p>
            <Anchor href={`/competences?eleve=${pupilId}`}>Compétences et socle commun</Anchor>
          </p>
        </div>
        <Section id="matieres" title="Matières">
          <PupilSubjects subjects={view.subjects} />
        </Section>
        <Section id="conseil" title="Ce qu’en dit le conseil">
          {mayDecide ? (
            <DecideForm view={view} tab={title} />
          ) : (
            <div className="card flex flex-col gap-2 p-4">
              <p className="whitespace-pre-line">{decision?.synthesis || 'Aucune synthèse.'}</p>
              {decision?.mention === undefined ? null : <p className="font-semibold">{MENTION_NAMES[decision.mention]}</p>}
              <ul className="list-disc ps-5">
                {(decision?.opinions ?? []).map(({ wish, opinion }) => (
                  <li key={wish}>{`${wish} : ${OPINION_NAMES[opinion].toLowerCase()}`}</li>
                ))}
              </ul>
            </div>
          )}
        </Section>
      </Page>
    </Shell>
  );
};

export default CouncilPupilPage;
