import { Shell } from '@/features/identity/shell/shell.tsx';
import { Anchor } from '@/ui/anchor.tsx';
import { Page, Tab } from '@/ui/page.tsx';

const NotFoundPage = () => (
  <Shell>
    <Tab title="Page introuvable" />
    <Page title="Page introuvable" lead="Cette page n’existe pas ou ne vous est pas ouverte.">
      <Anchor href="/" className="btn btn-primary self-start">
        Revenir à l’accueil
      </Anchor>
    </Page>
  </Shell>
);

export default NotFoundPage;
