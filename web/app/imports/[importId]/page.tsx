import { importsOperations, MAX_DELIVERY_BYTES } from '@preau/shared/imports/api.ts';
import { ImportId } from '@preau/shared/kernel/ids.ts';
import type { OutputOf } from '@preau/shared/kernel/operation.ts';
import { ImportStatusBadge } from '@/features/imports/import-list.tsx';
import { NextStep } from '@/features/imports/next-step.tsx';
import { AnomalyList, PlanView } from '@/features/imports/plan-view.tsx';
import { countOf, KIND_WORDS } from '@/features/imports/words.ts';
import { RefusedPage } from '@/features/identity/shell/refused-page.tsx';
import { Shell } from '@/features/identity/shell/shell.tsx';
import { openVisit } from '@/features/identity/shell/visit.ts';
import { capital, moment } from '@/lib/dates.ts';
import { notFoundRefusal } from '@/lib/refusal.ts';
import { textOf, type Search } from '@/lib/search.ts';
import { sizeWords } from '@/lib/sizes.ts';
import { load } from '@/lib/session.ts';
import { Anchor } from '@/ui/anchor.tsx';
import { Section } from '@/ui/card.tsx';
import { Page, Tab } from '@/ui/page.tsx';

interface ImportPageProps {
  readonly params: Promise<{ readonly importId: string }>;
  readonly searchParams: Search;
}

/** True when the next step is a form, which writes the tab's title itself. */
const hasForm = ({ import: { status }, arrived }: OutputOf<typeof importsOperations.readImport>): boolean =>
  status === 'planned' || status === 'failed' || (status === 'awaitingFile' && arrived);

const ImportPage = async ({ params, searchParams }: ImportPageProps) => {
  const visit = await openVisit();
  const importId = ImportId.safeParse((await params).importId).data;
  if (importId === undefined) return <RefusedPage visit={visit} refusal={notFoundRefusal} current="imports" />;
  const after = textOf((await searchParams)['apres']);
  const answer = await load(importsOperations.readImport, { path: { importId }, query: after === undefined ? {} : { after } });
  if (!answer.ok) return <RefusedPage visit={visit} refusal={answer.refusal} current="imports" />;
  const { import: record, arrived, anomalies, next } = answer.output;
  const tab = `Import · ${record.fileName}`;
  return (
    <Shell visit={visit} current="imports">
      {hasForm(answer.output) ? null : <Tab title={tab} />}
      <Page title="Import" wide lead={<span className="wrap-anywhere">{`${record.fileName} · ${KIND_WORDS[record.kind]}`}</span>}>
        <p className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <ImportStatusBadge status={record.status} arrived={arrived} />
          <span className="text-soft">
            {[
              capital(moment(record.createdAt)),
              record.createdBy,
              ...(record.bytes === MAX_DELIVERY_BYTES ? [] : [sizeWords(record.bytes)]),
            ].join(' · ')}
          </span>
        </p>
        <NextStep record={record} arrived={arrived} tab={tab} />
        {record.plan === undefined || record.status === 'refused' ? null : <PlanView plan={record.plan} />}
        {anomalies.length === 0 ? null : (
          <Section id="anomalies" title={`Anomalies (${countOf(record.anomalyCount)})`}>
            <AnomalyList anomalies={anomalies} />
            {next === undefined ? null : (
              <Anchor href={`/imports/${importId}?${new URLSearchParams({ apres: next }).toString()}`} className="btn btn-quiet self-start">
                Anomalies suivantes
              </Anchor>
            )}
          </Section>
        )}
        <p>
          <Anchor href="/imports">Toutes les livraisons</Anchor>
        </p>
      </Page>
    </Shell>
  );
};

export default ImportPage;
