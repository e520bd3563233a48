import { SequenceId } from '@preau/shared/kernel/ids.ts';
import { notebookOperations } from '@preau/shared/notebook/api.ts';
import { RefusedPage } from '@/features/identity/shell/refused-page.tsx';
import { Shell } from '@/features/identity/shell/shell.tsx';
import { openVisit } from '@/features/identity/shell/visit.ts';
import { WrittenContent } from '@/features/notebook/record-content.tsx';
import { CopyButton, PlaceForm, RemoveForm, SequenceForm, StepForm } from '@/features/notebook/sequences/sequence-forms.tsx';
import { SEQUENCES_SAID } from '@/features/notebook/sequences/words.ts';
import { notebookTexts } from '@/features/notebook/texts.ts';
import { shiftDate, today } from '@/lib/dates.ts';
import { notFoundRefusal } from '@/lib/refusal.ts';
import { textOf, type Search } from '@/lib/search.ts';
import { ask, load } from '@/lib/session.ts';
import { Anchor } from '@/ui/anchor.tsx';
import { Empty } from '@/ui/card.tsx';
import { FormsTab } from '@/ui/forms-tab.tsx';
import { Outcome } from '@/ui/outcome.tsx';
import { Page } from '@/ui/page.tsx';

interface SequencePageProps {
  readonly params: Promise<{ readonly sequenceId: string }>;
  readonly searchParams: Search;
}

const findLessons = async () => {
  const now = today();
  const own = await ask(notebookOperations.listRecords, { query: { from: now, until: shiftDate(now, 20) } });
  return own.ok ? own.output.unwritten.filter(({ cancelled }) => !cancelled) : [];
};

const SequencePage = async ({ params, searchParams }: SequencePageProps) => {
  const visit = await openVisit();
  const id = SequenceId.safeParse((await params).sequenceId);
  if (!id.success) return <RefusedPage visit={visit} refusal={notFoundRefusal} current="homework" />;
  const answer = await load(notebookOperations.readSequence, { path: { sequenceId: id.data } });
  if (!answer.ok) return <RefusedPage visit={visit} refusal={answer.refusal} current="homework" />;
  const sequence = answer.output;
  const search = await searchParams;
  const edited = textOf(search['etape']);
  const address = `/cahier/sequences/${sequence.sequenceId}`;
  const lead = [sequence.subject, sequence.level, ...(sequence.own ? [] : [`de ${sequence.ownerName}`])].filter((part) => part !== '');
  return (
    <Shell visit={visit} current="homework">
      <FormsTab title={sequence.title}>
        <Page title={sequence.title} {...(lead.length === 0 ? {} : { lead: lead.join(' · ') })}>
          <Outcome search={search} said={SEQUENCES_SAID} />
          {sequence.steps.length === 0 ? <Empty>Aucune séance dans cette séquence.</Empty> : null}
          <ol className="flex flex-col gap-4">
            {sequence.steps.map((step, index) =>
              sequence.own && edited === step.stepId ? (
                <li key={step.stepId} className="flex flex-col gap-4">
                  <h2 className="text-xl">{`Séance ${index + 1}`}</h2>
                  <StepForm sequence={sequence} step={step} />
                </li>
              ) : (
                <li key={step.stepId} className="card flex flex-col gap-3 p-4 sm:p-5">
                  <h2 className="text-xl">{`Séance ${index + 1}`}</h2>
                  <WrittenContent recordId={step.stepId} written={{ ...step, files: [] }} texts={notebookTexts('fr')} />
                  {step.files.length === 0 ? null : (
                    <p className="text-soft">{`Documents : ${step.files.map(({ name }) => name).join(', ')}`}</p>
                  )}
                  {sequence.own ? (
                    <p>
                      <Anchor href={`${address}?etape=${step.stepId}`}>
                        Modifier
                        <span className="sr-only">{` la séance ${index + 1}`}</span>
                      </Anchor>
                    </p>
                  ) : null}
                </li>
              ),
            )}
          </ol>
          {sequence.own && edited === 'nouvelle' ? <StepForm sequence={sequence} /> : null}
          {sequence.own && edited === undefined ? (
            <p>
              <Anchor href={`${address}?etape=nouvelle`} className="btn btn-primary inline-flex">
                Ajouter une séance
              </Anchor>
            </p>
          ) : null}
          <div className="no-print flex flex-wrap items-start gap-3">
            <PlaceForm sequence={sequence} lessons={await findLessons()} />
            {sequence.own ? <SequenceForm sequence={sequence} /> : null}
            <CopyButton sequence={sequence} />
            {sequence.own ? <RemoveForm sequence={sequence} /> : null}
          </div>
          <p>
            <Anchor href="/cahier/sequences">Revenir aux séquences</Anchor>
          </p>
        </Page>
      </FormsTab>
    </Shell>
  );
};

export default SequencePage;
