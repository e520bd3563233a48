import { marksOperations } from '@preau/shared/assessment/marks-api.ts';
import { PeriodKey, periodName, periodOn } from '@preau/shared/assessment/periods.ts';
import { ServiceId } from '@preau/shared/kernel/ids.ts';
import { gridAddress, newEvaluationAddress, settingsAddress, sheetAddress } from '@/features/assessment/marks/addresses.ts';
import { columnOf } from '@/features/assessment/marks/grid/column-of.ts';
import { MarksGrid } from '@/features/assessment/marks/grid/marks-grid.tsx';
import { noteOf } from '@/features/assessment/marks/pupil-note.ts';
import { MARKS_SAID } from '@/features/assessment/marks/words.ts';
import { levelsAddress } from '@/features/assessment/skills/levels-addresses.ts';
import { PeriodLinks } from '@/features/assessment/period-links.tsx';
import { RefusedPage } from '@/features/identity/shell/refused-page.tsx';
import { Shell } from '@/features/identity/shell/shell.tsx';
import { openVisit } from '@/features/identity/shell/visit.ts';
import { today } from '@/lib/dates.ts';
import { notFoundRefusal } from '@/lib/refusal.ts';
import { textOf, type Search } from '@/lib/search.ts';
import { load } from '@/lib/session.ts';
import { Anchor } from '@/ui/anchor.tsx';
import { Empty } from '@/ui/card.tsx';
import { Icon } from '@/ui/icon.tsx';
import { Notice } from '@/ui/notice.tsx';
import { Outcome } from '@/ui/outcome.tsx';
import { Page, Tab } from '@/ui/page.tsx';

interface GridPageProps {
  readonly params: Promise<{ readonly serviceId: string }>;
  readonly searchParams: Search;
}

/** The period that an address names, else the one of today. */
const periodOf = async (serviceId: ServiceId, asked: string | undefined) => {
  const named = PeriodKey.safeParse(asked);
  if (named.success) return { ok: true as const, period: named.data };
  const service = await load(marksOperations.readService, { path: { serviceId } });
  if (!service.ok) return service;
  const { periods } = service.output.row;
  const period = (periodOn(periods, today()) ?? periods.at(-1))?.key;
  return period === undefined ? { ok: false as const, refusal: notFoundRefusal } : { ok: true as const, period };
};

const GridPage = async ({ params, searchParams }: GridPageProps) => {
  const visit = await openVisit();
  const search = await searchParams;
  const id = ServiceId.safeParse((await params).serviceId);
  if (!id.success) return <RefusedPage visit={visit} refusal={notFoundRefusal} current="marks" />;
  const serviceId = id.data;
  const chosen = await periodOf(serviceId, textOf(search['periode']));
  if (!chosen.ok) return <RefusedPage visit={visit} refusal={chosen.refusal} current="marks" />;
  const answer = await load(marksOperations.readGrid, { path: { serviceId, period: chosen.period } });
  if (!answer.ok) return <RefusedPage visit={visit} refusal={answer.refusal} current="marks" />;
  const { row, period, pupils, evaluations, figures } = answer.output;
  const { service, mayEnter, mayChange, periods } = row;
  const title = `${service.to} · ${service.subject}`;
  const caption = `Notes de ${title}, ${periodName(period.key)}`;
  const isClosed = period.closedFor.length >= service.classes.length;
  const columns = evaluations.filter(({ status }) => status !== 'withdrawn').map((one) => columnOf(one, mayEnter && !isClosed));
  const withdrawn = evaluations.filter(({ status }) => status === 'withdrawn');
  const manyClasses = service.classes.length > 1;
  return (
    <Shell visit={visit} current="marks">
      <Tab title={`Notes · ${title}`} />
      <Page title={title} wide>
        <Outcome search={search} said={MARKS_SAID} />
        <PeriodLinks label="Périodes" periods={periods} chosen={period.key} hrefOf={(key) => gridAddress(serviceId, key)} />
        {isClosed ? <Notice tone="info">Cette période est close : ses notes se lisent et ne changent plus.</Notice> : null}
        <p className="flex flex-wrap gap-2">
          {mayEnter && !isClosed ? (
            <Anchor href={newEvaluationAddress(serviceId, period.key)} className="btn btn-primary">
              <Icon name="pen" />
              Nouvelle évaluation
            </Anchor>
          ) : null}
          {mayChange ? (
            <Anchor href={settingsAddress(serviceId)} className="btn btn-quiet">
              <Icon name="settings" />
              Régler le service
            </Anchor>
          ) : null}
          <Anchor href={levelsAddress(serviceId)} className="btn btn-quiet">
            Compétences
          </Anchor>
          {columns.length === 0 ? null : (
            <Anchor href={sheetAddress(serviceId, period.key)} className="btn btn-quiet">
              Tableur
            </Anchor>
          )}
        </p>
        {columns.length === 0 ? (
          <Empty>
            {mayEnter && !isClosed
              ? 'Aucune évaluation pour cette période. Créez-en une pour saisir des notes.'
              : 'Aucune évaluation publiée pour cette période.'}
          </Empty>
        ) : (
          <MarksGrid
            key={period.key}
            serviceId={serviceId}
            period={period.key}
            caption={caption}
            columns={columns}
            mean={figures?.mean.shown}
            rows={pupils.map((pupil) => {
              const note = noteOf(pupil, manyClasses);
              return {
                pupilId: pupil.pupilId,
                name: pupil.name,
                closed: pupil.closed,
                ...(note === undefined ? {} : { note }),
                ...(pupil.average === undefined ? {} : { average: pupil.average.shown }),
              };
            })}
          />
        )}
        {withdrawn.length === 0 ? null : (
          <details>
            <summary className="btn btn-quiet inline-flex">{`Évaluations retirées (${withdrawn.length})`}</summary>
            <ul className="mt-3 flex flex-col gap-1">
              {withdrawn.map((one) => (
                <li key={one.evaluationId}>
                  <Anchor href={columnOf(one, false).href}>{one.terms.title}</Anchor>
                </li>
              ))}
            </ul>
          </details>
        )}
        <p>
          <Anchor href="/notes">Toutes les notes</Anchor>
        </p>
      </Page>
    </Shell>
  );
};

export default GridPage;
