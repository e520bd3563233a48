'use client';
import { useState, type SyntheticEvent } from 'react';
import { ErrorSummary } from '@/ui/error-summary.tsx';
import { Choices } from '@/ui/field.tsx';
import { Tab } from '@/ui/page.tsx';
import { UploadForm } from '@/ui/upload-form.tsx';
import { useSubmit } from '@/ui/use-submit.ts';
import type { Fault } from '@/lib/form-state.ts';
import { startUpload } from './actions.ts';
import type { UploadState } from './state.ts';

const START: UploadState = { faults: [], typed: {} };

const OPTIONS = [
  { value: 'aaf', label: 'Annuaire académique (AAF)', detail: 'Archive zip ou tgz des fichiers XML' },
  { value: 'lessons', label: 'Emplois du temps', detail: 'Fichier CSV des cours' },
];

/** The bucket refuses such a file too, on an English page of its own. */
const faultOf = (size: number, maxBytes: number): string | undefined => {
  if (size === 0) return 'Ce fichier est vide. Choisissez-en un autre, ou demandez-le de nouveau à qui le fournit.';
  return size > maxBytes ? 'Ce fichier dépasse 2 Go. Vérifiez que c’est bien la livraison, puis choisissez-en un plus léger.' : undefined;
};

/** Two steps that need no script: say what is delivered, then send it to where it is kept. */
export const StartForm = ({ tab }: { readonly tab: string }) => {
  const { state, run, formProps } = useSubmit(startUpload, START);
  const { upload } = state;
  const [unsent, setUnsent] = useState<readonly Fault[]>([]);
  const faulty = state.faults.length + unsent.length > 0;

  const check = (event: SyntheticEvent<HTMLFormElement>, maxBytes: number): void => {
    const file = event.currentTarget.querySelector<HTMLInputElement>('[type=file]')?.files?.[0];
    const message = file && faultOf(file.size, maxBytes);
    setUnsent(message === undefined ? [] : [{ field: 'fichier', message }]);
    if (message !== undefined) event.preventDefault();
  };

  return (
    <div className="card p-4 sm:p-6">
      <Tab title={tab} faulty={faulty} />
      {state.faults.length > 0 ? <ErrorSummary title="La livraison n’est pas annoncée" faults={state.faults} /> : null}
      {unsent.length > 0 ? <ErrorSummary title="La livraison n’est pas envoyée" faults={unsent} /> : null}
      {upload === undefined ? (
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
          url={upload.url}
          fields={upload.fields}
          accept={upload.kind === 'aaf' ? '.zip,.tgz,.tar.gz,application/zip,application/gzip' : '.csv,text/csv'}
          label={upload.kind === 'aaf' ? 'Archive de l’annuaire' : 'Fichier des cours'}
          hint="2 Go au plus. Gardez cette page ouverte jusqu’à la fin de l’envoi."
          submit="Envoyer la livraison"
          onSubmit={(event) => check(event, upload.maxBytes)}
        />
      )}
    </div>
  );
};
