import { redirect } from 'next/navigation';
import type { ApiRefusal } from '@/lib/refusal.ts';
import { Anchor } from '@/ui/anchor.tsx';
import { Notice } from '@/ui/notice.tsx';
import { Page, Tab } from '@/ui/page.tsx';
import { Shell } from './shell.tsx';
import type { SectionName } from './sections.ts';
import type { Visit } from './visit.ts';

interface RefusedPageProps {
  readonly visit: Visit;
  readonly refusal: ApiRefusal;
  readonly current?: SectionName;
}

const TITLE = 'Page indisponible';
/** No page: it answers 404 with words that need no script, which Next's own `notFound()` would. */
const NOWHERE = '/introuvable';

/** A page that cannot be shown says why, in the API's own sentence, and where to go; what is not there or not open answers 404. */
export const RefusedPage = ({ visit, refusal, current }: RefusedPageProps) => {
  if (refusal.status === 404) redirect(NOWHERE);
  return (
    <Shell visit={visit} {...(current === undefined ? {} : { current })}>
      <Tab title={TITLE} />
      <Page title={TITLE}>
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
    </Shell>
  );
};
