import { marksOperations } from '@preau/shared/assessment/marks-api.ts';
import { writeMark } from '@preau/shared/assessment/marks-text.ts';
import { frenchDecimal } from '@preau/shared/assessment/rounding.ts';
import { LEVEL_NAMES } from '@preau/shared/assessment/level-names.ts';
import { EvaluationId } from '@preau/shared/kernel/ids.ts';
import { changeEvaluation } from '@/features/assessment/marks/actions.ts';
import { gridAddress } from '@/features/assessment/marks/addresses.ts';
import { ColumnForm } from '@/features/assessment/marks/column-form.tsx';
import { HistoryList } from '@/features/assessment/marks/history-list.tsx';
import { offeredSkills } from '@/features/assessment/marks/offered-skills.ts';
import { PublicationSection } from '@/features/assessment/marks/publication-section.tsx';
import { TermsFields } from '@/features/assessment/marks/terms-fields.tsx';
import { MARKS_SAID, stateOf } from '@/features/assessment/marks/words.ts';
import { RefusedPage } from '@/features/identity/shell/refused-page.tsx';
import { Shell } from '@/features/identity/shell/shell.tsx';
import { openVisit } from '@/features/identity/shell/visit.ts';
import { longDate } from '@/lib/dates.ts';
import { notFoundRefusal } from '@/lib/refusal.ts';
import type { Search } from '@/lib/search.ts';
import { ask, load } from '@/lib/session.ts';
import { ActionForm } from '@/ui/action-form.tsx';
import { Anchor } from '@/ui/anchor.tsx';
import { Section } from '@/ui/card.tsx';
import { FormsTab } from '@/ui/forms-tab.tsx';
import { Outcome } from '@/ui/outcome.tsx';
import { Page } from '@/ui/page.tsx';
import { Status } from '@/ui/status.tsx';

interface EvaluationPageProps {
  readonly params: Promise<{ readonly evaluationId: string }>;
  readonly searchParams: Search;
}

const EvaluationPage = async ({ params, searchParams }: EvaluationPageProps) => {
  const visit = await openVisit();
  const id = EvaluationId.safeParse((await params).evaluationId);
  if (!id.success) return <RefusedPage visit={visit} refusal={notFoundRefusal} current="marks" />;
  const path = { evaluationId: id.data };
  const answer = await load(marksOperations.readEvaluation, { path });
  if (!answer.ok) return <RefusedPage visit={visit} refusal={answer.refusal} current="marks" />;
  const { row, evaluation, pupils, period, today } = answer.output;
  const { service, mayEnter } = row;
  const { terms, status } = evaluation;
  const { tone, icon, words } = stateOf(status);
  const mayWrite = mayEnter && pupils.some(({ closed }) => !closed);
  const [forecast, history, skills] = await Promise.all([
    mayWrite && status === 'draft' ? ask(marksOperations.previewPublication, { path, query: {} }) : undefined,
    mayEnter ? ask(marksOperations.readHistory, { path }) : undefined,
    offeredSkills(service, terms.skillIds),
  ]);
  const evaluated = terms.skillIds.map((skillId) => ({
    skillId,
    label: skills.find((skill) => skill.skillId === skillId)?.label ?? 'Compétence retirée du référentiel',
  }));
  const manyClasses = service.classes.length > 1;
  const back = gridAddress(service.serviceId, period.key);
  return (
    <Shell visit={visit} current="marks">
      <FormsTab title={`${terms.title} · ${service.to} · ${service.subject}`}>
        <Page
          title={terms.title}
          lead={`${service.to} · ${service.subject}, ${longDate(terms.date)}, sur ${frenchDecimal(terms.scale)}, coefficient ${frenchDecimal(terms.coefficient)}${terms.mock ? ', épreuve blanche' : ''}`}
          wide
        >
          <Outcome search={await searchParams} said={MARKS_SAID} />
          <p className="flex flex-wrap items-center gap-x-5 gap-y-2">
            <Status tone={tone} icon={icon}>
              {words}
            </Status>
            <Anchor href={back}>Revenir au tableau des notes</Anchor>
          </p>
          {mayWrite && status !== 'withdrawn' ? (
            <Section id="notes" title="Notes">
              <ColumnForm evaluation={evaluation} pupils={pupils} manyClasses={manyClasses} skills={evaluated} />
            </Section>
          ) : (
            <Section id="notes" title="Notes">
              <ul className="card flex flex-col">
                {pupils.map(({ pupilId, name }) => {
                  const cell = evaluation.cells.find((one) => one.pupilId === pupilId);
                  return (
                    <li key={pupilId} className="flex flex-wrap gap-x-4 border-t border-line px-4 py-2 first:border-t-0">
                      <span className="min-w-48 font-semibold">{name}</span>
                      <span className="tabular-nums">{writeMark(cell?.given) || '–'}</span>
                      {evaluated.map(({ skillId, label }) => {
                        const level = cell?.levels?.[skillId];
                        return level === undefined ? null : <span key={skillId}>{`${label} : ${LEVEL_NAMES[level] ?? ''}`}</span>;
                      })}
                      {cell?.comment === undefined ? null : <span className="text-soft wrap-anywhere">{cell.comment}</span>}
                    </li>
                  );
                })}
              </ul>
            </Section>
          )}
          {mayWrite ? (
            <PublicationSection evaluation={evaluation} forecast={forecast?.ok === true ? forecast.output : undefined} today={today} />
          ) : null}
          {mayWrite && status !== 'withdrawn' ? (
            <ActionForm
              id="evaluation"
              action={changeEvaluation}
              faultTitle="L’évaluation n’est pas modifiée"
              opener="Modifier l’évaluation"
              className="flex flex-col gap-5"
            >
              <input type="hidden" name="evaluationId" value={evaluation.evaluationId} />
              <input type="hidden" name="version" value={evaluation.version} />
              <TermsFields terms={terms} subSubjects={service.settings.subSubjects} skills={skills} chosenSkills={terms.skillIds} />
              <button type="submit" className="btn btn-primary self-start">
                Enregistrer
              </button>
            </ActionForm>
          ) : null}
          {history?.ok === true && history.output.entries.length > 0 ? <HistoryList entries={history.output.entries} /> : null}
        </Page>
      </FormsTab>
    </Shell>
  );
};

export default EvaluationPage;
