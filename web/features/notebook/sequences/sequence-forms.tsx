import { randomUUID } from 'node:crypto';
import type { OutputOf } from '@preau/shared/kernel/operation.ts';
import type { notebookOperations } from '@preau/shared/notebook/api.ts';
import type { UnwrittenLesson } from '@preau/shared/notebook/views.ts';
import { ResourceFiles } from '@/features/homework/staff/resource-files.tsx';
import { capital, interval, longDate } from '@/lib/dates.ts';
import { ActionForm, FormCheck, FormText } from '@/ui/action-form.tsx';
import { WrittenFields } from '../staff/written-fields.tsx';
import { audienceOf } from '../staff/words.ts';
import { addStep, copySequence, placeSequence, removeSequence, writeSequence, writeStep } from './actions.ts';

type SequenceRead = OutputOf<typeof notebookOperations.readSequence>;
type StepRead = SequenceRead['steps'][number];

interface OfSequence {
  readonly sequence: SequenceRead;
}

const NOTHING = { title: '', sections: {}, files: [], links: [] };

const titleOf = (step: StepRead, index: number): string => (step.title === '' ? `Séance ${index + 1}` : step.title);

/** One step being written, a new one when none is given. */
export const StepForm = ({ sequence, step }: OfSequence & { readonly step?: StepRead | undefined }) => {
  const form = `etape-${step?.stepId ?? 'nouvelle'}`;
  return (
    <>
      <ResourceFiles
        form={form}
        joined={(step?.files ?? []).map(({ fileId, name }) => ({ fileId, name, status: 'clean' as const }))}
        returnTo={`/cahier/sequences/${sequence.sequenceId}?etape=${step?.stepId ?? 'nouvelle'}`}
      />
      <ActionForm
        id={form}
        action={step === undefined ? addStep : writeStep}
        faultTitle="La séance n’est pas enregistrée"
        className="card flex flex-col gap-6 p-4 sm:p-6"
      >
        <input type="hidden" name="sequenceId" value={sequence.sequenceId} />
        {step === undefined ? (
          <input type="hidden" name="requestId" value={randomUUID()} />
        ) : (
          <>
            <input type="hidden" name="stepId" value={step.stepId} />
            <input type="hidden" name="revision" value={step.revision} />
          </>
        )}
        <WrittenFields written={step ?? NOTHING} />
        <button type="submit" className="btn btn-primary self-start">
          {step === undefined ? 'Ajouter cette séance' : 'Enregistrer cette séance'}
        </button>
      </ActionForm>
    </>
  );
};

/** The name, the order and the sharing of a sequence: places are numbers, so that no mouse is needed. */
export const SequenceForm = ({ sequence }: OfSequence) => (
  <ActionForm id="sequence" action={writeSequence} faultTitle="La séquence n’est pas enregistrée" opener="Renommer, ordonner, partager">
    <input type="hidden" name="sequenceId" value={sequence.sequenceId} />
    <input type="hidden" name="revision" value={sequence.revision} />
    <FormText name="title" label="Titre" defaultValue={sequence.title} />
    <FormText name="subject" label="Matière" defaultValue={sequence.subject} />
    <FormText name="level" label="Niveau" defaultValue={sequence.level} />
    {sequence.steps.length === 0 ? null : (
      <fieldset className="flex flex-col gap-3">
        <legend className="mb-2 font-semibold">Ordre des séances</legend>
        {sequence.steps.map((step, index) => (
          <div key={step.stepId} className="flex flex-wrap items-end gap-4">
            <FormText
              name={`place-${step.stepId}`}
              type="number"
              min={1}
              max={99}
              label={`Place de « ${titleOf(step, index)} »`}
              defaultValue={String(index + 1)}
              width="w-48"
            />
            <label className="choice">
              <input type="checkbox" name="remove" value={step.stepId} />
              Supprimer
              <span className="sr-only">{` : ${titleOf(step, index)}`}</span>
            </label>
          </div>
        ))}
      </fieldset>
    )}
    <FormCheck name="shared" label="La partager avec mes collègues de l’établissement" checked={sequence.shared} />
    <button type="submit" className="btn btn-primary self-start">
      Enregistrer
    </button>
  </ActionForm>
);

/** Each step beside the lesson where it goes: proposed in order, changed at will. */
export const PlaceForm = ({ sequence, lessons }: OfSequence & { readonly lessons: readonly UnwrittenLesson[] }) =>
  sequence.steps.length === 0 || lessons.length === 0 ? null : (
    <ActionForm id="placer" action={placeSequence} faultTitle="Les séances ne sont pas placées" opener="Placer dans une classe">
      <input type="hidden" name="sequenceId" value={sequence.sequenceId} />
      <p className="text-soft">Elles deviennent des brouillons de votre cahier ; la séquence reste telle quelle.</p>
      {sequence.steps.map((step, index) => (
        <label key={step.stepId} className="flex flex-col gap-1 font-semibold">
          {titleOf(step, index)}
          <select name={`lesson-${step.stepId}`} className="field font-normal" defaultValue="">
            <option value="">Ne pas placer</option>
            {lessons.map((lesson) => (
              <option key={lesson.lessonId} value={lesson.lessonId}>
                {`${audienceOf(lesson)} · ${capital(longDate(lesson.date))}, ${interval(lesson.start, lesson.end)}`}
              </option>
            ))}
          </select>
        </label>
      ))}
      <button type="submit" className="btn btn-primary self-start">
        Placer en brouillon
      </button>
    </ActionForm>
  );

export const CopyButton = ({ sequence }: OfSequence) => (
  <ActionForm id="copier" action={copySequence} faultTitle="La séquence n’est pas copiée">
    <input type="hidden" name="sequenceId" value={sequence.sequenceId} />
    <input type="hidden" name="requestId" value={randomUUID()} />
    <button type="submit" className="btn btn-quiet">
      {sequence.own ? 'Dupliquer' : 'Copier dans mes séquences'}
    </button>
  </ActionForm>
);

export const RemoveForm = ({ sequence }: OfSequence) => (
  <ActionForm
    id="supprimer"
    action={removeSequence}
    faultTitle="La séquence n’est pas supprimée"
    opener="Supprimer"
    openerLook="btn-danger"
  >
    <input type="hidden" name="sequenceId" value={sequence.sequenceId} />
    <p>Les séances déjà placées restent dans votre cahier.</p>
    <button type="submit" className="btn btn-danger self-start">
      Supprimer cette séquence
    </button>
  </ActionForm>
);
