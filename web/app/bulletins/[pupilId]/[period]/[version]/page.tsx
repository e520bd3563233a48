import { notFound } from 'next/navigation';
import { reportsOperations } from '@preau/shared/reports/api.ts';
import { cardTitle } from '@preau/shared/reports/card-view.ts';
import { RefusedPage } from '@/features/identity/shell/refused-page.tsx';
import { Shell } from '@/features/identity/shell/shell.tsx';
import { openVisit } from '@/features/identity/shell/visit.ts';
import { revokeCard } from '@/features/reports/actions.ts';
import { CardContent } from '@/features/reports/card-content.tsx';
import { namedCard, type CardParams } from '@/features/reports/named-card.ts';
import { addressOfCard } from '@/features/reports/words.ts';
import { moment } from '@/lib/dates.ts';
import { textOf, type Search } from '@/lib/search.ts';
import { load } from '@/lib/session.ts';
import { ActionForm, FormArea } from '@/ui/action-form.tsx';
import { Anchor } from '@/ui/anchor.tsx';
import { FormsTab } from '@/ui/forms-tab.tsx';
import { Notice } from '@/ui/notice.tsx';
import { Page } from '@/ui/page.tsx';

interface CardPageProps {
  readonly params: CardParams;
  readonly searchParams: Search;
}

/** One card: the page first, its paper beside it. */
const CardPage = async ({ params, searchParams }: CardPageProps) => {
  const visit = await openVisit();
  const named = (await namedCard(params)) ?? notFound();
  const answer = await load(reportsOperations.readCard, { path: named });
  if (!answer.ok) return <RefusedPage visit={visit} refusal={answer.refusal} />;
  const { sealed, revoked, seenAt, seenBy, mayRevoke } = answer.output;
  const address = addressOfCard(named.pupilId, named);
  const title = cardTitle(sealed.card);
  return (
    <Shell visit={visit}>
      <FormsTab title={title}>
        <Page title={title} lead={`${sealed.card.pupil.firstName} ${sealed.card.pupil.lastName}`} wide>
          {textOf((await searchParams)['erreur']) === undefined ? null : (
            <Notice tone="refused" live="alert">
              Le PDF n’est pas disponible pour le moment. Lisez le bulletin sur cette page, et prévenez le secrétariat.
            </Notice>
          )}
          {revoked === undefined ? null : (
            <Notice tone="warning">{`Cette version a été annulée ${moment(revoked.at)}. Motif\u00A0: ${revoked.reason}`}</Notice>
          )}
          <p className="flex flex-wrap items-center gap-x-6 gap-y-2">
            <Anchor href={`${address}/pdf`} className="btn btn-primary">
              Télécharger le PDF
            </Anchor>
            {seenAt === undefined ? null : <span className="text-soft">{`Vu ${moment(seenAt)}`}</span>}
          </p>
          <CardContent sealed={sealed} />
          {seenBy === undefined ? null : (
            <p className="text-soft">
              {seenBy.length === 0
                ? 'Personne ne l’a encore consulté.'
                : `Consulté par ${seenBy.map(({ name, at }) => `${name} (${moment(at)})`).join(', ')}.`}
            </p>
          )}
          {mayRevoke ? (
            <ActionForm
              id="annuler"
              action={revokeCard}
              faultTitle="Le bulletin n’est pas annulé"
              opener="Annuler ce bulletin…"
              openerLook="btn-danger"
            >
              <input type="hidden" name="pupilId" value={named.pupilId} />
              <input type="hidden" name="period" value={named.period} />
              <input type="hidden" name="version" value={named.version} />
              <FormArea name="reason" label="Motif" hint="Les familles le lisent." maxLength={300} rows={2} />
              <button type="submit" className="btn btn-danger self-start">
                Annuler ce bulletin
              </button>
            </ActionForm>
          ) : null}
          <p>
            <Anchor href={seenBy === undefined ? '/bulletins' : `/bulletins?classe=${sealed.card.class.classId}&periode=${named.period}`}>
              Revenir aux bulletins
            </Anchor>
          </p>
        </Page>
      </FormsTab>
    </Shell>
  );
};

export default CardPage;
