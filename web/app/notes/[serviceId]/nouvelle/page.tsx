import { marksOperations } from '@preau/shared/assessment/marks-api.ts';
import { PeriodKey, periodName } from '@preau/shared/assessment/periods.ts';
import { ServiceId } from '@preau/shared/kernel/ids.ts';
import { addEvaluation } from '@/features/assessment/marks/actions.ts';
import { gridAddress } from '@/features/assessment/marks/addresses.ts';
import { offeredSkills } from '@/features/assessment/marks/offered-skills.ts';
import { TermsFields } from '@/features/assessment/marks/terms-fields.tsx';
import { RefusedPage } from '@/features/identity/shell/refused-page.tsx';
import { Shell } from '@/features/identity/shell/shell.tsx';
import { openVisit } from '@/features/identity/shell/visit.ts';
import { notFoundRefusal } from '@/lib/refusal.ts';
import { textOf, type Search } from '@/lib/search.ts';
import { load } from '@/lib/session.ts';
import { ActionForm } from '@/ui/action-form.tsx';
import { Anchor } from '@/ui/anchor.tsx';
import { Page } from '@/ui/page.tsx';

interface NewPageProps {
  readonly params: Promise<{ readonly serviceId: string }>;
  readonly searchParams: Search;
}

const TITLE = 'Nouvelle évaluation';

const NewEvaluationPage = async ({ params, searchParams }: NewPageProps) => {
  const visit = await openVisit();
  const id = ServiceId.safeParse((await params).serviceId);
  const asked = PeriodKey.safeParse(textOf((await searchParams)['periode']));
  if (!id.success || !asked.success) return <RefusedPage visit={visit} refusal={notFoundRefusal} current="marks" />;
  const answer = await load(marksOperations.readService, { path: { serviceId: id.data } });
  if (!answer.ok) return <RefusedPage visit={visit} refusal={answer.refusal} current="marks" />;
  const { row, today } = answer.output;
  const period = row.periods.find(({ key }) => key === asked.data);
  if (!row.mayEnter || period === undefined) return <RefusedPage visit={visit} refusal={notFoundRefusal} current="marks" />;
  const { service } = row;
  const skills = await offeredSkills(service);
  const date = period.from <= today && today <= period.until ? today : period.until;
  return (
    <Shell visit={visit} current="marks">
      <Page title={TITLE} lead={`${service.to} · ${service.subject}, ${periodName(period.key)}`}>
        <ActionForm
          id="evaluation"
          action={addEvaluation}
          tab={`${TITLE} · ${service.to} · ${service.subject}`}
          faultTitle="L’évaluation n’est pas encore créée"
          className="card flex flex-col gap-5 p-4 sm:p-6"
        >
          <input type="hidden" name="serviceId" value={service.serviceId} />
          <input type="hidden" name="period" value={period.key} />
          <input type="hidden" name="requestId" value={crypto.randomUUID()} />
          <TermsFields
            terms={{ date, scale: service.settings.scale, coefficient: '1', rescaled: false, counting: 'compulsory', mock: false }}
            subSubjects={service.settings.subSubjects}
            skills={skills}
          />
          <button type="submit" className="btn btn-primary self-start">
            Créer l’évaluation
          </button>
        </ActionForm>
        <p>
          <Anchor href={gridAddress(service.serviceId, period.key)}>Revenir aux notes</Anchor>
        </p>
      </Page>
    </Shell>
  );
};

export default NewEvaluationPage;
