import Head from 'next/head';
import { Anchor } from '@/ui/anchor.tsx';
import { Page, tabTitle } from '@/ui/page.tsx';

export const config = { runtime: 'nodejs', unstable_runtimeJS: false };

const TITLE = 'Une erreur imprévue est survenue';

/** What a page without scripts becomes when it fails. */
const FailedPage = () => (
  <main>
    <Head>
      <title>{tabTitle('Erreur imprévue')}</title>
      <meta name="viewport" content="width=device-width, initial-scale=1" />
    </Head>
    <Page
      title={TITLE}
      lead="Ce que vous aviez validé est enregistré. Rechargez la page ; si cela se répète, prévenez votre établissement."
    >
      <Anchor href="/accueil" className="btn btn-primary self-start">
        Revenir à l’accueil
      </Anchor>
    </Page>
  </main>
);

export default FailedPage;
