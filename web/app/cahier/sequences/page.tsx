import { randomUUID } from 'node:crypto';
import { notebookOperations } from '@preau/shared/notebook/api.ts';
import type { SequenceView } from '@preau/shared/notebook/views.ts';
import { RefusedPage } from '@/features/identity/shell/refused-page.tsx';
import { Shell } from '@/features/identity/shell/shell.tsx';
import { openVisit, schoolOf } from '@/features/identity/shell/visit.ts';
import { addProgression, addSequence, removeProgression } from '@/features/notebook/sequences/actions.ts';
import { SEQUENCES_SAID } from '@/features/notebook/sequences/words.ts';
import type { Search } from '@/lib/search.ts';
import { load } from '@/lib/session.ts';
import { ActionForm, FormCheck, FormText } from '@/ui/action-form.tsx';
import { Anchor } from '@/ui/anchor.tsx';
import { Empty, Section } from '@/ui/card.tsx';
import { FormsTab } from '@/ui/forms-tab.tsx';
import { Outcome } from '@/ui/outcome.tsx';
import { Page } from '@/ui/page.tsx';

const TITLE = 'Séquences et progressions';

const detailOf = ({ subject, level, stepIds, own, ownerName, shared }: SequenceView): string =>
  [
    subject,
    level,
    `${stepIds.length} séance${stepIds.length > 1 ? 's' : ''}`,
    ...(own ? (shared ? ['partagée'] : []) : [`de ${ownerName}`]),
  ]
    .filter((part) => part !== '')
    .join(' · ');

const List = ({ sequences }: { readonly sequences: readonly SequenceView[] }) => (
  <ul className="card flex flex-col divide-y divide-line px-4 sm:px-5">
    {sequences.map((sequence) => (
      <li key={sequence.sequenceId} className="flex flex-col py-3">
        <Anchor href={`/cahier/sequences/${sequence.sequenceId}`} className="font-semibold">
          {sequence.title}
        </Anchor>
        <span className="text-soft">{detailOf(sequence)}</span>
      </li>
    ))}
  </ul>
);

/** What a teacher prepares for no date yet, and what colleagues share. */
const SequencesPage = async ({ searchParams }: { readonly searchParams: Search }) => {
  const visit = await openVisit();
  const { schoolId } = schoolOf(visit);
  const answer = await load(notebookOperations.listSequences, { path: { schoolId } });
  if (!answer.ok) return <RefusedPage visit={visit} refusal={answer.refusal} current="homework" />;
  const { sequences, progressions } = answer.output;
  const own = sequences.filter((sequence) => sequence.own);
  const shared = sequences.filter((sequence) => !sequence.own);
  const titleOf = new Map(sequences.map(({ sequenceId, title }) => [sequenceId, title]));
  return (
    <Shell visit={visit} current="homework">
      <FormsTab title={TITLE}>
        <Page title={TITLE} lead="Des séances préparées une fois, placées dans chaque classe et reprises d’une année à l’autre.">
          <Outcome search={await searchParams} said={SEQUENCES_SAID} />
          <Section id="miennes" title="Mes séquences">
            {own.length === 0 ? <Empty>Aucune séquence. Créez la première ci-dessous.</Empty> : <List sequences={own} />}
            <ActionForm id="nouvelle" action={addSequence} faultTitle="La séquence n’est pas créée" opener="Créer une séquence">
              <input type="hidden" name="schoolId" value={schoolId} />
              <input type="hidden" name="requestId" value={randomUUID()} />
              <FormText name="title" label="Titre" />
              <FormText name="subject" label="Matière (facultatif)" />
              <FormText name="level" label="Niveau (facultatif)" hint="Par exemple « 3e »." />
              <button type="submit" className="btn btn-primary self-start">
                Créer
              </button>
            </ActionForm>
          </Section>
          {shared.length === 0 ? null : (
            <Section id="partagees" title="Partagées par des collègues">
              <List sequences={shared} />
            </Section>
          )}
          <Section id="progressions" title="Progressions">
            {progressions.length === 0 ? <Empty>Aucune progression : l’ordre des séquences dans l’année.</Empty> : null}
            <ul className="flex flex-col gap-3">
              {progressions.map((progression) => (
                <li key={progression.progressionId} className="card flex flex-col gap-2 p-4 sm:p-5">
                  <h3 className="text-lg">{progression.own ? progression.title : `${progression.title} · ${progression.ownerName}`}</h3>
                  <ol className="list-decimal ps-6">
                    {progression.sequenceIds.map((sequenceId) => (
                      <li key={sequenceId}>
                        {titleOf.has(sequenceId) ? (
                          <Anchor href={`/cahier/sequences/${sequenceId}`}>{titleOf.get(sequenceId)}</Anchor>
                        ) : (
                          'Séquence supprimée ou non partagée'
                        )}
                      </li>
                    ))}
                  </ol>
                  {progression.own ? (
                    <ActionForm
                      id={`retirer-${progression.progressionId}`}
                      action={removeProgression}
                      faultTitle="La progression n’est pas supprimée"
                    >
                      <input type="hidden" name="progressionId" value={progression.progressionId} />
                      <button type="submit" className="btn btn-quiet self-start">
                        Supprimer
                        <span className="sr-only">{` : ${progression.title}`}</span>
                      </button>
                    </ActionForm>
                  ) : null}
                </li>
              ))}
            </ul>
            {own.length === 0 ? null : (
              <ActionForm id="ordre" action={addProgression} faultTitle="La progression n’est pas créée" opener="Créer une progression">
                <input type="hidden" name="schoolId" value={schoolId} />
                <input type="hidden" name="requestId" value={randomUUID()} />
                <FormText name="title" label="Titre" hint="Par exemple « Français 3e, 2026-2027 »." />
                <fieldset className="flex flex-col gap-3">
                  <legend className="mb-2 font-semibold">Séquences, dans l’ordre de l’année</legend>
                  {own.map((sequence, place) => (
                    <label key={sequence.sequenceId} className="flex flex-col gap-1">
                      {`${place + 1}.`}
                      <select name="sequences" className="field" defaultValue="" aria-label={`Séquence n° ${place + 1}`}>
                        <option value="">—</option>
                        {own.map((one) => (
                          <option key={one.sequenceId} value={one.sequenceId}>
                            {one.title}
                          </option>
                        ))}
                      </select>
                    </label>
                  ))}
                </fieldset>
                <FormCheck name="shared" label="La partager avec mes collègues de l’établissement" />
                <button type="submit" className="btn btn-primary self-start">
                  Créer
                </button>
              </ActionForm>
            )}
          </Section>
          <p>
            <Anchor href="/cahier">Revenir au cahier de textes</Anchor>
          </p>
        </Page>
      </FormsTab>
    </Shell>
  );
};

export default SequencesPage;
