import { levelsOperations } from '@preau/shared/assessment/levels-api.ts';
import { ServiceId } from '@preau/shared/kernel/ids.ts';
import { levelsAddress } from '@/features/assessment/skills/levels-addresses.ts';
import { takeLevels } from '@/features/assessment/skills/levels-sheet-action.ts';
import { RefusedPage } from '@/features/identity/shell/refused-page.tsx';
import { Shell } from '@/features/identity/shell/shell.tsx';
import { openVisit } from '@/features/identity/shell/visit.ts';
import { notFoundRefusal } from '@/lib/refusal.ts';
import { load } from '@/lib/session.ts';
import { ActionForm, FormArea } from '@/ui/action-form.tsx';
import { Anchor } from '@/ui/anchor.tsx';
import { Page } from '@/ui/page.tsx';

const TITLE = 'Compétences dans un tableur';

const SheetPage = async ({ params }: { readonly params: Promise<{ readonly serviceId: string }> }) => {
  const visit = await openVisit();
  const serviceId = ServiceId.safeParse((await params).serviceId).data;
  if (serviceId === undefined) return <RefusedPage visit={visit} refusal={notFoundRefusal} current="marks" />;
  const answer = await load(levelsOperations.readLevels, { path: { serviceId } });
  if (!answer.ok) return <RefusedPage visit={visit} refusal={answer.refusal} current="marks" />;
  const { subject, to, mayWrite } = answer.output;
  const name = `${to} · ${subject}`;
  return (
    <Shell visit={visit} current="marks">
      <Page title={TITLE} lead={name}>
        <p>
          {/* A file, not a page: the browser asks for it by itself. */}
          <a href={`/competences/services/${serviceId}/export`} className="btn btn-primary">
            Télécharger le tableau des niveaux
          </a>
        </p>
        {mayWrite ? (
          <ActionForm
            id="tableur"
            action={takeLevels}
            tab={`${TITLE} · ${name}`}
            faultTitle="Ce tableau n’est pas entièrement enregistré"
            className="card flex flex-col gap-5 p-4 sm:p-6"
          >
            <input type="hidden" name="serviceId" value={serviceId} />
            <FormArea
              name="sheet"
              label="Tableau rempli"
              hint="Écrivez un niveau de 1 à 4, ou 0 pour celui des évaluations, sans toucher à la colonne Version ; copiez le tableau en entier et collez-le ici. Une case vide ne change rien."
              rows={10}
            />
            <button type="submit" className="btn btn-primary self-start">
              Enregistrer ces niveaux
            </button>
          </ActionForm>
        ) : null}
        <p>
          <Anchor href={levelsAddress(serviceId)}>Revenir aux niveaux</Anchor>
        </p>
      </Page>
    </Shell>
  );
};

export default SheetPage;
