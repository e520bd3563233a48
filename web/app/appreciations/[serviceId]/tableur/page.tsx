import { periodName, PeriodKey } from '@preau/shared/assessment/periods.ts';
import { remarksOperations } from '@preau/shared/assessment/remarks-api.ts';
import { ServiceId } from '@preau/shared/kernel/ids.ts';
import { SaveButtons } from '@/features/assessment/remarks/save-buttons.tsx';
import { takeRemarks } from '@/features/assessment/remarks/sheet-action.ts';
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

const TITLE = 'Appréciations dans un tableur';

const SheetPage = async ({ params, searchParams }: SheetPageProps) => {
  const visit = await openVisit();
  const serviceId = ServiceId.safeParse((await params).serviceId).data;
  const period = PeriodKey.safeParse(textOf((await searchParams)['periode'])).data;
  if (serviceId === undefined || period === undefined) return <RefusedPage visit={visit} refusal={notFoundRefusal} current="marks" />;
  const answer = await load(remarksOperations.readRemarks, { path: { serviceId, period } });
  if (!answer.ok) return <RefusedPage visit={visit} refusal={answer.refusal} current="marks" />;
  const { subject, to, mayWrite } = answer.output;
  const name = `${to} · ${subject}, ${periodName(period)}`;
  return (
    <Shell visit={visit} current="marks">
      <Page title={TITLE} lead={name}>
        <p>
          {/* A file, not a page: the browser asks for it by itself. */}
          <a href={`/appreciations/${serviceId}/export?periode=${period}`} className="btn btn-primary">
            Télécharger le tableau des appréciations
          </a>
        </p>
        {mayWrite ? (
          <ActionForm
            id="tableur"
            action={takeRemarks}
            tab={`${TITLE} · ${name}`}
            faultTitle="Ce tableau n’est pas entièrement enregistré"
            className="card flex flex-col gap-5 p-4 sm:p-6"
          >
            <input type="hidden" name="serviceId" value={serviceId} />
            <input type="hidden" name="period" value={period} />
            <FormArea
              name="sheet"
              label="Tableau rempli"
              hint="Remplissez le tableau téléchargé sans toucher à la colonne Version, copiez-le en entier avec sa première ligne, et collez-le ici. Une case vide ne change rien."
              rows={10}
            />
            <div className="flex flex-wrap gap-3">
              <SaveButtons />
            </div>
          </ActionForm>
        ) : null}
        <p>
          <Anchor href={`/appreciations/${serviceId}?periode=${period}`}>Revenir aux appréciations</Anchor>
        </p>
      </Page>
    </Shell>
  );
};

export default SheetPage;
