import { randomUUID } from 'node:crypto';
import { toMarkdown } from '@preau/shared/kernel/markdown-print.ts';
import type { notebookOperations } from '@preau/shared/notebook/api.ts';
import type { RecordVersion, RecordView, SequenceView, UnwrittenLesson } from '@preau/shared/notebook/views.ts';
import type { OutputOf } from '@preau/shared/kernel/operation.ts';
import { capital, interval, longDate, moment } from '@/lib/dates.ts';
import { ActionForm } from '@/ui/action-form.tsx';
import { FormOnFault } from '@/ui/form-outcome.tsx';
import { FormSelect } from '@/ui/form-select.tsx';
import { Section } from '@/ui/card.tsx';
import { RichText } from '@/ui/rich-text.tsx';
import { RichTextField } from '@/ui/rich-text-field.tsx';
import { WrittenContent } from '../record-content.tsx';
import { notebookTexts } from '../texts.ts';
import { addAddendum, copyRecord, keepAsStep, withdrawRecord, writeNotes } from './actions.ts';
import { audienceOf } from './words.ts';

type Notes = OutputOf<typeof notebookOperations.readNotes>['notes'];

interface OfRecord {
  readonly record: RecordView;
}

/** One's own notes: nobody else's page has them. */
export const NotesForm = ({ record, notes }: OfRecord & { readonly notes: Notes }) => (
  <Section id="notes" title="Mes notes de préparation">
    <p className="text-soft">Vous seul les lisez : ni vos collègues, ni la direction, ni les familles.</p>
    <ActionForm id="mes-notes" action={writeNotes} faultTitle="Vos notes ne sont pas enregistrées" className="flex flex-col gap-4">
      <input type="hidden" name="recordId" value={record.recordId} />
      <input type="hidden" name="revision" value={notes?.revision ?? 0} />
      <FormOnFault field="conflict">
        {notes === undefined ? null : (
          <div id="mes-notes-conflict" tabIndex={-1} className="rounded-card border-2 border-amber p-4">
            <p className="mb-2 font-semibold">Vos notes enregistrées dans une autre fenêtre</p>
            <RichText text={notes.text} />
          </div>
        )}
      </FormOnFault>
      <RichTextField name="notes" label="Notes" defaultValue={notes === undefined ? '' : toMarkdown(notes.text)} />
      <button type="submit" className="btn btn-quiet self-start">
        Enregistrer mes notes
      </button>
    </ActionForm>
  </Section>
);

export const AddendumForm = ({ record }: OfRecord) => (
  <ActionForm
    id="complement"
    action={addAddendum}
    faultTitle="Le complément n’est pas enregistré"
    className="card flex flex-col gap-4 p-4 sm:p-6"
  >
    <input type="hidden" name="recordId" value={record.recordId} />
    <input type="hidden" name="requestId" value={randomUUID()} />
    <RichTextField name="text" label="Complément" hint="La direction a visé cette séance : elle ne change plus, elle se complète." />
    <button type="submit" className="btn btn-primary self-start">
      Ajouter le complément
    </button>
  </ActionForm>
);

/** The same text, as a draft, for other classes or other days. */
export const CopyForm = ({ record, lessons }: OfRecord & { readonly lessons: readonly UnwrittenLesson[] }) =>
  lessons.length === 0 ? null : (
    <ActionForm id="copie" action={copyRecord} faultTitle="La séance n’est pas copiée" opener="Copier vers d’autres cours">
      <input type="hidden" name="recordId" value={record.recordId} />
      <fieldset className="flex flex-col gap-2">
        <legend className="mb-2">Vos cours des trois prochaines semaines où rien n’est écrit</legend>
        {lessons.map((lesson, index) => (
          <label key={lesson.lessonId} className="choice">
            <input type="checkbox" name="lessons" value={lesson.lessonId} {...(index === 0 ? { id: 'copie-lessons' } : {})} />
            {`${capital(longDate(lesson.date))}, ${interval(lesson.start, lesson.end)} · ${audienceOf(lesson)} · ${lesson.subject}`}
          </label>
        ))}
      </fieldset>
      <button type="submit" className="btn btn-primary self-start">
        Copier en brouillon
      </button>
    </ActionForm>
  );

export const KeepForm = ({ record, sequences }: OfRecord & { readonly sequences: readonly SequenceView[] }) =>
  sequences.length === 0 ? null : (
    <ActionForm id="garder" action={keepAsStep} faultTitle="La séance n’est pas ajoutée" opener="Ajouter à une séquence">
      <input type="hidden" name="recordId" value={record.recordId} />
      <input type="hidden" name="requestId" value={randomUUID()} />
      <FormSelect
        name="sequenceId"
        label="Séquence"
        options={sequences.map(({ sequenceId, title }) => ({ value: sequenceId, label: title }))}
      />
      <button type="submit" className="btn btn-primary self-start">
        Ajouter
      </button>
    </ActionForm>
  );

export const WithdrawForm = ({ record }: OfRecord) => (
  <ActionForm
    id="retrait"
    action={withdrawRecord}
    faultTitle="La séance n’est pas retirée"
    opener="Retirer cette séance"
    openerLook="btn-danger"
  >
    <input type="hidden" name="recordId" value={record.recordId} />
    <input type="hidden" name="revision" value={record.backstage?.revision ?? 0} />
    <p>Les familles ne la verront plus. Son historique est gardé, et le cours pourra être écrit de nouveau.</p>
    <button type="submit" className="btn btn-danger self-start">
      Retirer
    </button>
  </ActionForm>
);

const AS = { draft: 'brouillon', now: 'publication', lesson: 'publication à la fin du cours' } as const;

/** Everything that was ever written of a lesson, the latest first. */
export const History = ({ record, versions }: OfRecord & { readonly versions: readonly RecordVersion[] }) =>
  versions.length < 2 ? null : (
    <Section id="histoire" title="Historique de cette séance">
      <ol className="flex flex-col gap-2">
        {versions.map((version) => (
          <li key={version.revision}>
            <details className="card px-4 py-3">
              <summary>{`${capital(moment(version.writtenAt))} · ${version.writtenBy.name} · ${version.withdrawn ? 'retrait' : AS[version.publication]}`}</summary>
              <div className="mt-3 flex flex-col gap-3">
                <WrittenContent recordId={record.recordId} written={version} texts={notebookTexts('fr')} />
              </div>
            </details>
          </li>
        ))}
      </ol>
    </Section>
  );
