'use client';
import { ErrorSummary } from '@/ui/error-summary.tsx';
import { Choices } from '@/ui/field.tsx';
import { Tab } from '@/ui/page.tsx';
import { UploadForm } from '@/ui/upload-form.tsx';
import { useSubmit } from '@/ui/use-submit.ts';
import { startUpload } from './actions.ts';
import type { UploadState } from './state.ts';

const START: UploadState = { faults: [], typed: {} };

const OPTIONS = [
  { value: 'aaf', label: 'Annuaire académique (AAF)', detail: 'Archive zip ou tgz des fichiers XML' },
  { value: 'lessons', label: 'Emplois du temps', detail: 'Fichier CSV des cours' },
];

/** Two steps that need no script: say what is delivered, then send it to where it is kept. */
export const StartForm = ({ tab }: { readonly tab: string }) => {
  const { state, run, formProps } = useSubmit(startUpload, START);
  const faulty = state.faults.length > 0;
  return (
    <div className="card p-4 sm:p-6">
      <Tab title={tab} faulty={faulty} />
      {faulty ? <ErrorSummary title="La livraison n’est pas annoncée" faults={state.faults} /> : null}
      {state.upload === undefined ? (
        <form action={run} {...formProps} noValidate className="flex flex-col gap-5">
          <Choices
            id="kind"
            name="kind"
            legend="Que contient la livraison ?"
            options={OPTIONS}
            chosen={state.typed['kind']}
            error={state.faults.find((fault) => fault.field === 'kind')?.message}
            columns="sm:grid-cols-2"
          />
          <button type="submit" className="btn btn-primary self-start">
            Continuer
          </button>
        </form>
      ) : (
        <UploadForm
          url={state.upload.url}
          fields={state.upload.fields}
          accept={state.upload.kind === 'aaf' ? '.zip,.tgz,.tar.gz,application/zip,application/gzip' : '.csv,text/csv'}
          label={state.upload.kind === 'aaf' ? 'Archive de l’annuaire' : 'Fichier des cours'}
          hint="2 Go au plus. Gardez cette page ouverte jusqu’à la fin de l’envoi."
          submit="Envoyer la livraison"
        />
      )}
    </div>
  );
};
