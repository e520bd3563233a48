import { marksOperations } from '@preau/shared/assessment/marks-api.ts';
import { PeriodKey, periodName } from '@preau/shared/assessment/periods.ts';
import { ServiceId } from '@preau/shared/kernel/ids.ts';
import { exportAddress, gridAddress } from '@/features/assessment/marks/addresses.ts';
import { takeSheet } from '@/features/assessment/marks/sheet-actions.ts';
import { RefusedPage } from '@/features/identity/shell/refused-page.tsx';
import { Shell } from '@/features/identity/shell/shell.tsx';
import { openVisit } from '@/features/identity/shell/visit.ts';
import { notFoundRefusal } from '@/lib/refusal.ts';
import { textOf, type Search } from '@/lib/search.ts';
import { load } from '@/lib/session.ts';
import { ActionForm, FormArea } from '@/ui/action-form.tsx';
import { Anchor } from '@/ui/anchor.tsx';
import { Page } from '@/ui/page.tsx';

interface SheetPageProps {
  readonly params: Promise<{ readonly serviceId: string }>;
  readonly searchParams: Search;
}

const TITLE = 'Notes dans un tableur';

const SheetPage = async ({ params, searchParams }: SheetPageProps) => {
  const visit = await openVisit();
  const id = ServiceId.safeParse((await params).serviceId);
  const period = PeriodKey.safeParse(textOf((await searchParams)['periode']));
  if (!id.success || !period.success) return <RefusedPage visit={visit} refusal={notFoundRefusal} current="marks" />;
  const path = { serviceId: id.data, period: period.data };
  const answer = await load(marksOperations.readGrid, { path });
  if (!answer.ok) return <RefusedPage visit={visit} refusal={answer.refusal} current="marks" />;
  const { service, mayEnter } = answer.output.row;
  const name = `${service.to} · ${service.subject}, ${periodName(period.data)}`;
  return (
    <Shell visit={visit} current="marks">
      <Page title={TITLE} lead={name}>
        <p>
          {/* A file, not a page: the browser asks for it by itself. */}
          <a href={exportAddress(path.serviceId, path.period)} className="btn btn-primary">
            Télécharger le tableau des notes
          </a>
        </p>
        {mayEnter ? (
          <ActionForm
            id="tableur"
            action={takeSheet}
            tab={`${TITLE} · ${name}`}
            faultTitle="Ce tableau n’est pas entièrement enregistré"
            className="card flex flex-col gap-5 p-4 sm:p-6"
          >
            <input type="hidden" name="serviceId" value={path.serviceId} />
            <input type="hidden" name="period" value={path.period} />
            <FormArea
              name="sheet"
              label="Tableau rempli"
              hint="Remplissez le tableau téléchargé, copiez-le en entier avec sa première ligne, et collez-le ici. Une case vide ne change rien."
              rows={10}
            />
            <p>
              <button type="submit" className="btn btn-primary">
                Enregistrer ces notes
              </button>
            </p>
          </ActionForm>
        ) : null}
        <p>
          <Anchor href={gridAddress(path.serviceId, path.period)}>Revenir aux notes</Anchor>
        </p>
      </Page>
    </Shell>
  );
};

export default SheetPage;
