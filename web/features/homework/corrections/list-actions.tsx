import type { OutputOf } from '@preau/shared/kernel/operation.ts';
import type { handInOperations } from '@preau/shared/homework/hand-in-api.ts';
import { moment, today } from '@/lib/dates.ts';
import { ActionForm, FormText } from '@/ui/action-form.tsx';
import { Anchor } from '@/ui/anchor.tsx';
import { FormMade } from '@/ui/form-outcome.tsx';
import { Icon } from '@/ui/icon.tsx';
import { Notice } from '@/ui/notice.tsx';
import { downloadHandIns, remindHandIns, returnHandIns, takeQuiz } from './actions.ts';

type List = OutputOf<typeof handInOperations.listHandIns>;

interface ListActionsProps {
  readonly homeworkId: string;
  readonly list: List;
  readonly now: string;
}

const Return = ({ homeworkId, list: { plan } }: Omit<ListActionsProps, 'now'>) => (
  <ActionForm
    id="rendre"
    action={returnHandIns}
    faultTitle="Les corrections ne sont pas rendues"
    opener="Rendre les corrections"
    className="flex flex-col gap-4"
  >
    <input type="hidden" name="homeworkId" value={homeworkId} />
    <input type="hidden" name="revision" value={plan.revision} />
    <FormText
      name="on"
      type="date"
      label="À partir du"
      hint="Laissez vide pour rendre dès que la publication est ouverte."
      min={today()}
      width="max-w-xs"
    />
    <button type="submit" className="btn btn-primary self-start">
      Rendre à toute la classe
    </button>
  </ActionForm>
);

/** What a teacher does for the whole class at once. */
export const ListActions = ({ homeworkId, list, now }: ListActionsProps) => {
  const { plan, counts } = list;
  const isReturned = plan.returnedAt !== undefined && plan.returnedAt <= now;
  const missing = counts.expected - counts.handedIn;
  return (
    <div className="flex flex-col gap-4">
      {plan.returnedAt === undefined ? null : (
        <Notice tone={isReturned ? 'done' : 'info'}>
          {isReturned
            ? `Corrections rendues ${moment(plan.returnedAt)}.`
            : `Corrections prêtes : elles seront lues ${moment(plan.returnedAt)}.`}
        </Notice>
      )}
      {isReturned ? null : <Return homeworkId={homeworkId} list={list} />}
      <div className="flex flex-wrap items-start gap-3">
        <Anchor href={`/devoirs/${homeworkId}/rendus/commune`} className="btn btn-quiet">
          Correction commune
        </Anchor>
        {isReturned ? null : (
          <Anchor href={`/devoirs/${homeworkId}/rendus/reglages`} className="btn btn-quiet">
            Régler la remise
          </Anchor>
        )}
        {counts.handedIn === 0 ? null : (
          <ActionForm id="telecharger" action={downloadHandIns} faultTitle="Les travaux ne sont pas téléchargés" className="flex">
            <input type="hidden" name="homeworkId" value={homeworkId} />
            <button type="submit" className="btn btn-quiet">
              <Icon name="file" />
              Tout télécharger
            </button>
            <FormMade />
          </ActionForm>
        )}
        {plan.quiz === undefined || counts.handedIn === 0 || now <= plan.deadline ? null : (
          <ActionForm id="reporter" action={takeQuiz} faultTitle="Les points ne sont pas reportés" className="flex">
            <input type="hidden" name="homeworkId" value={homeworkId} />
            <button type="submit" className="btn btn-quiet">
              Reporter les points dans les notes
            </button>
          </ActionForm>
        )}
        {plan.remindedAt !== undefined || missing === 0 || isReturned ? null : (
          <ActionForm id="relancer" action={remindHandIns} faultTitle="Le rappel n’est pas envoyé" className="flex">
            <input type="hidden" name="homeworkId" value={homeworkId} />
            <button type="submit" className="btn btn-quiet">
              <Icon name="send" />
              {`Relancer ${missing} ${missing > 1 ? 'élèves' : 'élève'} (une seule fois)`}
            </button>
          </ActionForm>
        )}
      </div>
      {plan.remindedAt === undefined ? null : (
        <p className="text-soft">{`Rappel envoyé ${moment(plan.remindedAt)} à ${plan.reminded ?? 0} ${(plan.reminded ?? 0) > 1 ? 'élèves' : 'élève'}.`}</p>
      )}
    </div>
  );
};
