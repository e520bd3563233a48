import type { ImportRecord } from '@preau/shared/imports/schema.ts';
import { VANISH_LABELS, vanishWarning } from '@preau/shared/imports/words.ts';
import { ActionForm, FormText } from '@/ui/action-form.tsx';
import { Anchor } from '@/ui/anchor.tsx';
import { Notice } from '@/ui/notice.tsx';
import { AutoRefresh } from '@/ui/auto-refresh.tsx';
import { applyImport, requestPlan } from './actions.ts';
import { countOf } from './words.ts';

const PlanForm = ({ record, label, tab }: { readonly record: ImportRecord; readonly label: string; readonly tab: string }) => (
  <ActionForm id="examen" action={requestPlan} tab={tab} faultTitle="L’examen n’a pas commencé">
    <input type="hidden" name="importId" value={record.importId} />
    <button type="submit" className="btn btn-primary self-start">
      {label}
    </button>
  </ActionForm>
);

const ApplyForm = ({ record, tab }: { readonly record: ImportRecord; readonly tab: string }) => (
  <ActionForm
    id="application"
    action={applyImport}
    tab={tab}
    faultTitle="La livraison n’est pas appliquée"
    className="card flex flex-col gap-5 p-4 sm:p-6"
  >
    <input type="hidden" name="importId" value={record.importId} />
    {record.plan?.confirmVanished === true ? (
      <>
        <Notice tone="warning">{`${vanishWarning(record.kind, record.plan, countOf)} Vérifiez que la livraison est complète.`}</Notice>
        <FormText name="vanished" label={VANISH_LABELS[record.kind]} autoComplete="off" width="max-w-md" />
      </>
    ) : null}
    <button type="submit" className="btn btn-primary self-start">
      Appliquer la livraison
    </button>
  </ActionForm>
);

const Working = ({ record }: { readonly record: ImportRecord }) => {
  const { progress } = record;
  return (
    <div className="card flex flex-col gap-3 p-4 sm:p-6">
      <output className="block text-lg font-semibold">
        {progress === undefined
          ? 'En attente de démarrage…'
          : `${progress.step} : ${countOf(progress.done)}${progress.total === undefined ? '' : ` sur ${countOf(progress.total)}`}`}
      </output>
      {progress?.total === undefined ? null : (
        <progress value={progress.done} max={progress.total} aria-label="Avancement" className="progress" />
      )}
      <div className="flex flex-wrap gap-3">
        <Anchor href={`/imports/${record.importId}`} className="btn btn-quiet">
          Actualiser
        </Anchor>
        <AutoRefresh everySeconds={3} />
      </div>
    </div>
  );
};

const AwaitedFile = ({ record }: { readonly record: ImportRecord }) => (
  <>
    <Notice tone="warning">
      Le fichier de cette livraison n’est pas arrivé. Si son envoi est en cours, attendez la fin, puis actualisez cette page ; sinon,
      envoyez-le par une nouvelle livraison.
    </Notice>
    <div className="flex flex-wrap gap-3">
      <Anchor href="/imports" className="btn btn-primary">
        Nouvelle livraison
      </Anchor>
      <Anchor href={`/imports/${record.importId}`} className="btn btn-quiet">
        Actualiser
      </Anchor>
    </div>
  </>
);

interface NextStepProps {
  readonly record: ImportRecord;
  readonly arrived: boolean;
  readonly tab: string;
}

/** What can be done now about a delivery. */
export const NextStep = ({ record, arrived, tab }: NextStepProps) => {
  switch (record.status) {
    case 'awaitingFile':
      return arrived ? (
        <>
          <Notice tone="info">Le fichier est arrivé. Faites-le examiner : rien ne change avant que vous l’appliquiez.</Notice>
          <PlanForm record={record} tab={tab} label="Examiner la livraison" />
        </>
      ) : (
        <AwaitedFile record={record} />
      );
    case 'planning':
    case 'applying':
      return <Working record={record} />;
    case 'planned':
      return <ApplyForm record={record} tab={tab} />;
    case 'failed':
      return (
        <>
          <Notice tone="refused">Le travail s’est interrompu par notre faute. Rien n’est perdu : recommencez l’examen.</Notice>
          <PlanForm record={record} tab={tab} label="Reprendre" />
        </>
      );
    case 'refused':
      return <Notice tone="refused">{`${record.refusal?.message ?? 'La livraison est refusée.'} Rien n’a été changé.`}</Notice>;
    case 'applied':
      return <Notice tone="done">{`Livraison appliquée : ${countOf(record.written)} enregistrements écrits.`}</Notice>;
  }
};
