import { reportsOperations } from '@preau/shared/reports/api.ts';
import type { ClassSealing } from '@preau/shared/reports/views.ts';
import { RefusedPage } from '@/features/identity/shell/refused-page.tsx';
import { Shell } from '@/features/identity/shell/shell.tsx';
import { schoolOf } from '@/features/identity/shell/visit.ts';
import type { Visit } from '@/features/identity/shell/visitor.ts';
import type { Search } from '@/lib/search.ts';
import { load } from '@/lib/session.ts';
import { ActionForm, FormChecks } from '@/ui/action-form.tsx';
import { Anchor } from '@/ui/anchor.tsx';
import { AutoRefresh } from '@/ui/auto-refresh.tsx';
import { Empty, Section } from '@/ui/card.tsx';
import { Outcome } from '@/ui/outcome.tsx';
import { Page, Tab } from '@/ui/page.tsx';
import { sealCards } from './actions.ts';
import { PeriodForm } from './period-form.tsx';
import { periodIn } from './periods.ts';
import { progressWords } from './words.ts';

const TITLE = 'Bulletins';

const isUnderWay = ({ progress }: ClassSealing): boolean => progress?.state === 'waiting' || progress?.state === 'running';

const ClassRow = ({ one, period }: { readonly one: ClassSealing; readonly period: string }) => (
  <li className="card flex flex-wrap items-center justify-between gap-2 p-4">
    <Anchor href={`/bulletins?classe=${one.classId}&periode=${period}`} className="inline-block min-w-6 font-semibold">
      {one.name}
    </Anchor>
    {one.progress === undefined ? (
      <span className="text-soft">Pas encore scellés</span>
    ) : (
      <span className="flex flex-wrap items-center gap-3">
        {one.progress.state === 'running' ? (
          <progress
            aria-label={`Avancement de ${one.name}`}
            value={one.progress.sealed + one.progress.unchanged}
            max={one.progress.total}
          />
        ) : null}
        {progressWords(one.progress)}
      </span>
    )}
  </li>
);

/** The head's page: every class of the school, how far its cards are, and the sealing of some or all of them. */
export const SealingBoard = async ({ visit, search }: { readonly visit: Visit; readonly search: Awaited<Search> }) => {
  const { schoolId } = schoolOf(visit);
  const period = periodIn(search);
  const answer = await load(reportsOperations.readSealing, { path: { schoolId }, query: { period } });
  if (!answer.ok) return <RefusedPage visit={visit} refusal={answer.refusal} />;
  const { classes, schoolName } = answer.output;
  return (
    <Shell visit={visit}>
      <Page title={TITLE} lead={schoolName}>
        <Outcome
          search={search}
          said={{ lance: 'Scellement demandé. Les familles verront les bulletins dans la fenêtre de publication.' }}
        />
        <PeriodForm action="/bulletins" period={period} />
        <Section
          id="classes"
          title="Avancement"
          aside={
            <span className="flex flex-wrap items-center gap-3">
              {classes.some(isUnderWay) ? <AutoRefresh everySeconds={5} /> : null}
              <Anchor href={`/bulletins?periode=${period}`}>Actualiser</Anchor>
            </span>
          }
        >
          {classes.length === 0 ? (
            <Empty>Aucune classe dans cet établissement.</Empty>
          ) : (
            <ul className="flex flex-col gap-2">
              {classes.map((one) => (
                <ClassRow key={one.classId} one={one} period={period} />
              ))}
            </ul>
          )}
        </Section>
        {classes.length === 0 ? (
          <Tab title={TITLE} />
        ) : (
          <Section id="sceller" title="Sceller">
            <ActionForm id="sceller-classes" action={sealCards} faultTitle="Rien n’est scellé" tab={TITLE}>
              <input type="hidden" name="schoolId" value={schoolId} />
              <input type="hidden" name="period" value={period} />
              <input type="hidden" name="requestId" value={crypto.randomUUID()} />
              <FormChecks
                name="classe"
                legend="Classes à sceller"
                hint="Un bulletin inchangé garde sa version ; un bulletin corrigé en reçoit une nouvelle, qui annule l’ancienne."
                options={classes.map(({ classId, name }) => ({ value: classId, label: name }))}
                chosen={classes.filter((one) => one.progress?.state !== 'done').map(({ classId }) => classId)}
                columns="grid-cols-2 sm:grid-cols-4"
              />
              <button type="submit" className="btn btn-primary self-start">
                Sceller les bulletins
              </button>
            </ActionForm>
          </Section>
        )}
        <p>
          <Anchor href={`/lsu?periode=${period}`}>Préparer le fichier LSU</Anchor>
        </p>
      </Page>
    </Shell>
  );
};
