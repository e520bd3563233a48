import type { ApiRefusal } from '@/lib/refusal.ts';
import { Anchor } from '@/ui/anchor.tsx';
import { Notice } from '@/ui/notice.tsx';
import { Page } from '@/ui/page.tsx';

export const REFUSED_TITLE = 'Page indisponible';

/** No page: it answers 404 with words that need no script, which Next's own `notFound()` would. */
export const NOWHERE = '/introuvable';

/** Why a page cannot be shown, in the API's own sentence, and where to go. */
export const Refused = ({ refusal }: { readonly refusal: ApiRefusal }) => (
  <Page title={REFUSED_TITLE}>
    <Notice tone="warning" live="alert">
      <p>{refusal.title}</p>
      {refusal.correlationId === undefined || refusal.status < 500 ? null : (
        <p className="mt-1 text-soft">{`Numéro à donner : ${refusal.correlationId}`}</p>
      )}
    </Notice>
    <Anchor href="/accueil" className="btn btn-primary self-start">
      Revenir à l’accueil
    </Anchor>
  </Page>
);
