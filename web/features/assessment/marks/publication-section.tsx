import type { GridEvaluation, PublicationForecast } from '@preau/shared/assessment/marks-views.ts';
import { ActionForm, FormText } from '@/ui/action-form.tsx';
import { Card, Section } from '@/ui/card.tsx';
import { cancelPublication, publishEvaluation, restoreEvaluation, withdrawEvaluation } from './actions.ts';
import { forecastWords, publicationWords } from './words.ts';

interface PublicationSectionProps {
  readonly evaluation: GridEvaluation;
  /** Absent: it is published already, or the API did not say. */
  readonly forecast: PublicationForecast | undefined;
  readonly today: string;
}

const missingWords = (missing: number): string =>
  missing === 0
    ? 'Tous les élèves ont une note ou un motif.'
    : `${missing} ${missing > 1 ? 'élèves n’ont' : 'élève n’a'} ni note ni motif : ${missing > 1 ? 'ils verront' : 'il verra'} « Non saisi ».`;

const Publish = ({ evaluation, forecast, today }: PublicationSectionProps) => (
  <ActionForm id="publier" action={publishEvaluation} faultTitle="L’évaluation n’est pas publiée" className="flex flex-col gap-4">
    <input type="hidden" name="evaluationId" value={evaluation.evaluationId} />
    <input type="hidden" name="version" value={evaluation.version} />
    {forecast === undefined ? null : (
      <div>
        <p className="text-lg font-semibold">{forecastWords(forecast)}</p>
        <p className="text-soft">{missingWords(forecast.missing)}</p>
      </div>
    )}
    <FormText name="from" type="date" label="Pas avant le (facultatif)" min={today} width="max-w-60" />
    <button type="submit" className="btn btn-primary self-start">
      Publier
    </button>
  </ActionForm>
);

const Withdraw = ({ evaluationId }: Pick<GridEvaluation, 'evaluationId'>) => (
  <ActionForm
    id="retirer"
    action={withdrawEvaluation}
    faultTitle="L’évaluation n’est pas retirée"
    opener="Retirer cette évaluation"
    openerLook="btn-danger"
    className="flex flex-col gap-3"
  >
    <input type="hidden" name="evaluationId" value={evaluationId} />
    <p>Elle ne comptera plus et personne d’autre que ses enseignants ne la verra. Vous pourrez la rétablir : ses notes restent.</p>
    <button type="submit" className="btn btn-danger self-start">
      Retirer l’évaluation
    </button>
  </ActionForm>
);

/** When pupils then guardians see it, and how to go back. */
export const PublicationSection = (props: PublicationSectionProps) => {
  const { evaluation } = props;
  const { evaluationId, status, publication } = evaluation;
  return (
    <Section id="publication" title="Publication">
      <Card className="flex flex-col items-start gap-4 p-4 sm:p-5">
        {status === 'draft' ? <Publish {...props} /> : null}
        {publication === undefined || status === 'withdrawn' ? null : (
          <div>
            <p className="text-lg font-semibold">{publicationWords(publication)}</p>
            <p className="text-soft">{`Publiée par ${publication.by === '' ? 'un collègue' : publication.by}. Une correction se voit à la prochaine heure de publication.`}</p>
          </div>
        )}
        {status === 'waiting' ? (
          <ActionForm id="annuler" action={cancelPublication} faultTitle="La publication n’est pas annulée" className="flex">
            <input type="hidden" name="evaluationId" value={evaluationId} />
            <button type="submit" className="btn btn-quiet">
              Annuler la publication
            </button>
          </ActionForm>
        ) : null}
        {status === 'withdrawn' ? (
          <ActionForm id="retablir" action={restoreEvaluation} faultTitle="L’évaluation n’est pas rétablie" className="flex">
            <input type="hidden" name="evaluationId" value={evaluationId} />
            <button type="submit" className="btn btn-primary">
              Rétablir, en brouillon
            </button>
          </ActionForm>
        ) : (
          <Withdraw evaluationId={evaluationId} />
        )}
      </Card>
    </Section>
  );
};
